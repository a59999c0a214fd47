"""规则用件: what nearly every rule with a paper half needs, in one import."""

from __future__ import annotations

from crosschecks.context import Context, Found
from crosschecks.finding import Fix, Place, Severity
from crosschecks.kind import Kind
from crosschecks.profile import Profile
from crosschecks.reports.indicators import IndicatorRow, IndicatorTable
from crosschecks.reports.register import Figure
from crosschecks.reports.report import Dossier, Report
from crosschecks.reports.sentences import Sentence
from crosschecks.wording import addition, points
from values.numerals import plain

__all__ = [
    "Context",
    "Dossier",
    "Figure",
    "Fix",
    "Found",
    "IndicatorRow",
    "IndicatorTable",
    "Kind",
    "Place",
    "Profile",
    "Report",
    "Sentence",
    "Severity",
    "addition",
    "plain",
    "points",
]
