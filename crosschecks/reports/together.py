"""相关的报告: reports that speak of one thing, a unit's own report and its table among them, and the score each of them states."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from crosschecks.finding import Place
from crosschecks.reports.report import Dossier, Report
from values.number import parse_number

_UNIT: Final = re.compile(r"(?:部门|单位)(?:（单位）)?(?:整体|预算)?(?:支出)?绩效(?:自评|评价)")


def companions(dossier: Dossier) -> list[tuple[Report, ...]]:
    """The groups of a dossier, the one report of a unit put together with the one table of the unit."""
    own = [report for report in dossier.reports if report.kind == "department" or _UNIT.search(report.title)]
    told = [report for report in own if not report.is_table]
    if not len(told) == len(own) - len(told) == 1:
        return list(dossier.groups)
    return [tuple(own), *(group for group in dossier.groups if group[0] not in own)]


def stated_total(report: Report) -> tuple[Decimal, Place] | None:
    """总分: of the table of scores, else written behind its label."""
    for table in report.indicators:
        for role in ("score", "weight"):  # a table that asks for nothing but the total has no column of scores
            alone = role == "score" or not table.roles & {"weight", "score"}
            if table.total is not None and alone and (score := table.total.number(role)) is not None:
                return score, table.total.place("score") if role == "score" else table.total.cells[role].place(
                    "综合得分"
                )
    pair = report.pair("total_score")
    value = parse_number(pair.text).value if pair else None
    return (value, pair.where) if pair is not None and value is not None else None
