"""S03 二级分值=Σ三级分值 (地方表式：标注分与下级合计). On paper: points printed with a level two against the cells of its indicators."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from crosschecks.kinds.level_points import TOLERANCE, level_kind
from crosschecks.reports.indicators import level_places, printed_points
from crosschecks.rule import Dossier, Found, IndicatorRow, Profile, addition, points


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every level two of every table."""
    for report in dossier.reports:
        for table in report.summed:
            for rows in table.groups(2).values():
                yield from _level(rows)


def _level(rows: list[IndicatorRow]) -> Iterator[Found]:
    label = rows[0].level2
    own = next((row for row in rows if row.number("level2_weight") is not None), None)
    stated = printed_points(label) if own is None else own.number("level2_weight")
    cells = [(row, weight) for row in rows if (weight := row.number("weight")) is not None]
    total = sum((weight for _, weight in cells), Decimal(0))
    if label is None or stated is None or not cells or abs(total - stated) <= TOLERANCE:
        return
    name = rows[0].level2_name
    stated_at = level_places(label, f"二级指标“{name}”") if own is None else (own.place("level2_weight"),)
    yield Found(
        f"“{name}”标注{points(stated)}，三级指标合计{points(total)}。",
        f"{addition([weight for _, weight in cells])}，标注{points(stated)}",
        (*stated_at, *(row.place("weight") for row, _ in cells)),
        f"请核对“{name}”的标注分与三级指标分值，使两者相等",
    )


KIND = level_kind("S03", "二级分值=Σ三级分值", 2, check_paper)
