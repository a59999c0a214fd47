"""S02 一级分值=Σ二级分值 (地方表式：标注分与下级合计).

On paper: points printed with a level (总体绩效（65分）) or on its subtotal row, against the points printed with the levels below and
against the cells of its indicators. A level printed again on the next page is the same level.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from crosschecks.kinds.level_points import TOLERANCE, level_kind
from crosschecks.reports.indicators import level_places, printed_points
from crosschecks.rule import Dossier, Found, IndicatorRow, IndicatorTable, Place, Profile, addition, points


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every level one of every table."""
    for report in dossier.reports:
        for table in report.summed:
            for name, rows in table.groups(1).items():
                stated = _stated(table, name, rows)
                if stated is not None:
                    yield from _level(name, rows, *stated)


def _stated(table: IndicatorTable, name: str, rows: list[IndicatorRow]) -> tuple[Decimal, tuple[Place, ...]] | None:
    """Points printed with a level, or those of its subtotal row."""
    label = rows[0].level1
    value = printed_points(label)
    if label is not None and value is not None:
        return value, level_places(label, f"一级指标“{name}”")
    for row in rows:
        if (own := row.number("level1_weight")) is not None and row.cells["level1_weight"].row == row.cells[
            "weight"
        ].row:
            return own, (row.place("level1_weight"),)
    for row in table.rows:
        if row.kind == "subtotal" and row.level1_name == name and (own := row.number("weight")) is not None:
            return own, (row.place("weight"),)
    return None


def _level(name: str, rows: list[IndicatorRow], stated: Decimal, stated_at: tuple[Place, ...]) -> Iterator[Found]:
    below = {row.level2_name: row.level2 for row in rows if row.level2 is not None}
    printed = {key: value for key, cell in below.items() if (value := printed_points(cell)) is not None}
    cells = [(row, weight) for row in rows if (weight := row.number("weight")) is not None]
    told: list[str] = []
    sums: list[str] = []
    places = [*stated_at]
    parts = list(printed.values())
    if printed and len(printed) == len(below) and abs(sum(parts) - stated) > TOLERANCE:
        told.append(f"二级指标标注合计{points(sum(parts, Decimal(0)))}")
        sums.append(addition(parts))
        places += [place for key, cell in below.items() for place in level_places(cell, f"二级指标“{key}”")]
    weights = [weight for _, weight in cells]
    if weights and abs(sum(weights) - stated) > TOLERANCE:
        told.append(f"三级指标分值合计{points(sum(weights, Decimal(0)))}")
        sums.append(addition(weights))
        places += [row.place("weight") for row, _ in cells]
    if told:
        yield Found(
            f"“{name}”标注{points(stated)}，{'，'.join(told)}。",
            f"{'；'.join(sums)}；标注{points(stated)}",
            tuple(places),
            f"请核对“{name}”的标注分与下级分值，使两者相等",
        )


KIND = level_kind("S02", "一级分值=Σ二级分值", 1, check_paper)
