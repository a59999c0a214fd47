"""分值列的归一: tables whose points are told another way (权重×百分制得分、加权得分、小数权重), their columns named by what they hold."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from crosschecks.reports.grid import GridCell
from crosschecks.reports.indicators import IndicatorRow, IndicatorTable

_ONE: Final = Decimal("1.05")  # shares instead of points
_PLAIN: Final[dict[str, str]] = {}


def settled(table: IndicatorTable) -> IndicatorTable:
    """`table` with `score` and `weight` holding points.

    Beside 加权得分 the score out of 100 is `raw`, and so is a score out of 100 that no column weighs (权重20%，得分95); weights that make
    up 1 are no points but a `share`.
    """
    names = _names(table)
    if not names:
        return table
    # A total of scores out of 100 that nothing weighs is that of the weighted ones, and stays.
    kept = "weighted" not in names
    rows = (row if kept and row.kind == "total" else _renamed(row, names) for row in table.rows)
    return replace(table, header=_keys(table.header, names), rows=tuple(rows))


def _names(table: IndicatorTable) -> dict[str, str]:
    if "weighted" in table.roles:
        return {"score": "raw", "weighted": "score"}
    weights = [weight for row in table.lines if (weight := row.number("weight")) is not None]
    if weights and 0 < sum(weights) <= _ONE:
        return {"weight": "share", "score": "raw"} if _out_of_hundred(table) else {"weight": "share"}
    in_per_cent = "%" in table.header_text("weight") + "".join(row.text("weight") for row in table.lines)
    return {"score": "raw"} if in_per_cent and _out_of_hundred(table) else _PLAIN


def _out_of_hundred(table: IndicatorTable) -> bool:
    """Do most lines score more than they weigh?"""
    pairs = [(row.number("weight"), row.number("score")) for row in table.lines]
    told = [(weight, score) for weight, score in pairs if weight is not None and score is not None]
    return sum(score > weight for weight, score in told) * 2 > len(told)


def _renamed(row: IndicatorRow, names: dict[str, str]) -> IndicatorRow:
    return replace(row, cells=_keys(row.cells, names))


def _keys(cells: dict[str, GridCell], names: dict[str, str]) -> dict[str, GridCell]:
    return {names.get(role, role): cell for role, cell in cells.items()}
