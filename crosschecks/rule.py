"""规则用件: what nearly every rule with a paper half needs, in one import."""

from __future__ import annotations

from blueprints.expressions import Expression
from crosschecks.context import Context, Found
from crosschecks.finding import Fix, Place, Severity
from crosschecks.kind import Kind
from crosschecks.params import expression, number, text, texts
from crosschecks.profile import Profile
from crosschecks.reports.grid import GridCell
from crosschecks.reports.indicators import IndicatorRow, IndicatorTable
from crosschecks.reports.matrix import Column, Matrix
from crosschecks.reports.numbers import numbers
from crosschecks.reports.register import Figure
from crosschecks.reports.report import Dossier, Report
from crosschecks.reports.sentences import Sentence
from crosschecks.reports.spoken import Spoken, alike, spoken
from crosschecks.reports.together import companions, stated_total
from crosschecks.wording import addition, money, money_unit_yuan, points
from values.blank import is_blank
from values.number import parse_number
from values.numerals import plain
from values.rounding import round_half_up

__all__ = [
    "Column",
    "Context",
    "Dossier",
    "Expression",
    "Figure",
    "Fix",
    "Found",
    "GridCell",
    "IndicatorRow",
    "IndicatorTable",
    "Kind",
    "Matrix",
    "Place",
    "Profile",
    "Report",
    "Sentence",
    "Severity",
    "Spoken",
    "addition",
    "alike",
    "companions",
    "expression",
    "is_blank",
    "money",
    "money_unit_yuan",
    "number",
    "numbers",
    "parse_number",
    "plain",
    "points",
    "round_half_up",
    "spoken",
    "stated_total",
    "text",
    "texts",
]
