"""I07 满意度位置 (财预〔2020〕10号附件1：满意度是一级指标): satisfaction told in a row of another kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crosschecks.kinds.i03_indicator_name import is_nameless
from crosschecks.params import texts
from crosschecks.reports.levels import is_framed
from crosschecks.rule import Context, Dossier, Found, IndicatorRow, Kind, Place, Profile, Severity

_SATISFIED: Final = re.compile(r"满意(?:度|率)")


@dataclass(frozen=True, slots=True)
class Params:
    """参数: the from_table leaf or the table of indicators."""

    of: tuple[str, ...]


def check(context: Context, params: Params) -> Iterator[Found]:
    """Rows of a form named after satisfaction, or unnamed ones whose values tell of it."""
    for row in context.table_rows(params.of):
        field = _field("" if is_nameless(row) else row.name, row.target, row.actual)
        shown = row.level2.strip() or row.level1.strip()
        if field and shown and "满意" not in row.level1 + row.level2:
            places = tuple(context.place(f"indicators.{row.uid}.{name}") for name in (field, "level2"))
            yield _found(shown, row.raw(field).strip(), places)


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Rows named 满意度, or whose value is one, under a level that is not 满意度."""
    for report in dossier.reports:
        for table in report.indicators:
            if is_framed(table):
                yield from (found for row in table.lines for found in _row(row))


def _row(row: IndicatorRow) -> Iterator[Found]:
    field = _field(row.name, row.text("target"), row.text("actual"))
    shown = row.level2_name or row.level1_name
    if field and shown and "满意" not in row.level1_name + row.level2_name:
        level = [row.level2.place("二级指标")] if row.level2 else []
        yield _found(shown, row.text(field), (row.place(field), *level))


def _field(name: str, target: str, actual: str) -> str:
    """Where it tells of satisfaction, '' where it does not; a named row is what its name says."""
    if name.strip():
        return "name" if _SATISFIED.search(name) else ""
    told = (field for field, text in (("target", target), ("actual", actual)) if _SATISFIED.search(text))
    return next(told, "")


def _found(shown: str, told: str, places: tuple[Place, ...]) -> Found:
    return Found(f"满意度填在“{shown}”行。", f"{shown}：{told}", places, "请把满意度移到服务对象满意度指标行")


KIND = Kind(
    "I07",
    "满意度位置",
    Severity.WARNING,
    "财预〔2020〕10号附件1",
    Params,
    {"of": texts},
    check,
    frozenset({"of"}),
    reads_rows=True,
    paper=check_paper,
)
