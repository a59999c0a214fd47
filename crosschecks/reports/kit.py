"""识读用件: what nearly every reader of words needs, in one import."""

from __future__ import annotations

from crosschecks.context import Found
from crosschecks.finding import Place, Severity
from crosschecks.reports.breakdowns import Breakdown
from crosschecks.reports.dates import Moment, moments
from crosschecks.reports.funds import AMOUNTS
from crosschecks.reports.numbers import Number
from crosschecks.reports.register import Figure
from crosschecks.reports.report import Report
from crosschecks.reports.sentences import Sentence
from crosschecks.reports.stages import Rate, Stage, scope_in, stage_of
from crosschecks.reports.windows import PARAGRAPH, PART, SECTION, SENTENCE, WHOLE, Window, windows
from values.kept import once
from values.numerals import plain
from values.rounding import round_half_up
from values.units import scale_of

__all__ = [
    "AMOUNTS",
    "PARAGRAPH",
    "PART",
    "SECTION",
    "SENTENCE",
    "WHOLE",
    "Breakdown",
    "Figure",
    "Found",
    "Moment",
    "Number",
    "Place",
    "Rate",
    "Report",
    "Sentence",
    "Severity",
    "Stage",
    "Window",
    "moments",
    "once",
    "plain",
    "round_half_up",
    "scale_of",
    "scope_in",
    "stage_of",
    "windows",
]
