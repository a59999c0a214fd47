"""S22 合并行不重复计分 (财预〔2020〕10号附件1：“其中”行不计分 [证]；跨页重印 [种]): nothing is scored twice.

A row printed again right below itself, or at the top of the next page, with the same name, figures and score; and points on a row 其中 of
the funds table beside those of the total. Two indicators of one name under different heads are no repetition.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crosschecks.params import texts
from crosschecks.reports.funds import FundsTable
from crosschecks.rule import Context, Dossier, Found, IndicatorRow, Kind, Place, Profile, Report, Severity, points

_SAME = ("name", "target", "actual", "weight", "score")


@dataclass(frozen=True, slots=True)
class Params:
    """参数: tables looked at."""

    of: tuple[str, ...]


def check(context: Context, params: Params) -> Iterator[Found]:
    """Rows typed twice, one below the other."""
    for one, two in pairwise(context.table_rows(params.of)):
        words = [(one.raw(name).strip(), two.raw(name).strip()) for name in ("level1", "level2", *_SAME)]
        if one.name.strip() and one.weight_value and all(first == second for first, second in words):
            yield _told(one.name.strip(), tuple(context.place(f"indicators.{row.uid}.name") for row in (two, one)))


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Neighbours in every table, over a page break too; every table of funds."""
    for report in dossier.reports:
        lines = [row for table in report.indicators if "weight" in table.roles for row in table.lines]
        for one, two in pairwise(lines):
            if _repeated(one, two):
                yield _told(one.shown, (two.place("name"), one.place("name")))
        for table in report.funds:
            yield from _of_which(report, table)


def _repeated(one: IndicatorRow, two: IndicatorRow) -> bool:
    same = all(one.text(role) == two.text(role) for role in _SAME)
    told = bool(one.name) and bool(one.number("weight")) and two.cells.get("weight") not in {None, one.cells["weight"]}
    return told and same and (one.level1_name, one.level2_name) == (two.level1_name, two.level2_name)


def _of_which(report: Report, table: FundsTable) -> Iterator[Found]:
    """The same points beside the total and beside one of its sources."""
    total = table.total
    whole = total.cells.get("weight") if total is not None else None
    if total is None or whole is None or not whole.parsed.value:
        return
    for row in table.rows:
        cell = row.cells.get("weight")
        if not row.is_all and cell is not None and cell is not whole and cell.parsed.value and _takes(report):
            yield _told(
                f"{row.source}{points(cell.parsed.value)}", (cell.place(f"{row.source}分值"), whole.place("总额分值"))
            )


def _takes(report: Report) -> bool:
    """Is there a table of indicators beside it, so that the points would be added?"""
    return any("weight" in table.roles for table in report.indicators)


def _told(name: str, places: Sequence[Place]) -> Found:
    return Found(
        f"疑似重复计分行“{name}”，请核对。",
        f"{name}出现2次",
        tuple(places),
        "重复的行不计分；“其中”行的分值、得分填“—”",
    )


KIND = Kind(
    "S22",
    "合并行不重复计分",
    Severity.WARNING,
    "财预〔2020〕10号附件1",
    Params,
    {"of": texts},
    check,
    frozenset({"of"}),
    reads_rows=True,
    paper=check_paper,
)
