"""没有表头的两列: names and amounts in two columns under no header, with a row of their sum at one end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from crosschecks.reports.grid import Grid, GridCell
from crosschecks.reports.kit import Place, Report

_SUM: Final = re.compile(r"[^，。；\d]{0,6}(?:合计|总计|共计)：?")
_LEAST: Final = 4
_PAIR: Final = 2


class BareSum(NamedTuple):
    """加总不合. total and parts as written."""

    name: str
    total: Decimal
    parts: tuple[Decimal, ...]
    places: tuple[Place, ...]


def wrong_bare_sums(report: Report) -> Iterator[BareSum]:
    """Grids that are read as no other table."""
    known = {id(matrix.grid) for matrix in report.matrices} | {id(table.grid) for table in report.indicators}
    known |= {id(table.grid) for table in report.funds}
    for grid in report.grids:
        if id(grid) not in known:
            yield from _in_grid(grid)


def _in_grid(grid: Grid) -> Iterator[BareSum]:
    pairs = [_pair(row) for row in grid.rows]
    told = [pair for pair in pairs if pair is not None]
    if len(told) != len(pairs) or len(told) < _LEAST:
        return
    sums = [at for at, (name, _) in enumerate(told) if _SUM.fullmatch(name.flat)]
    if len(sums) != 1 or sums[0] not in {0, len(told) - 1}:
        return
    name, total = told[sums[0]]
    cells = [cell for at, (_, cell) in enumerate(told) if at != sums[0]]
    values = tuple(cell.parsed.value or Decimal(0) for cell in cells)
    whole = total.parsed.value or Decimal(0)
    places = (
        total.place(name.flat),
        *(cell.place(label.flat) for at, (label, cell) in enumerate(told) if at != sums[0]),
    )
    step = max((_step(value) for value in (whole, *values) if value), default=Decimal(0)) / 2
    if abs(sum(values, Decimal(0)) - whole) > step * len(values) * _rounded((whole, *values)):
        yield BareSum(name.flat, whole, values, places)


def _pair(row: Sequence[GridCell]) -> tuple[GridCell, GridCell] | None:
    """A name and a figure."""
    cells = [cell for cell in row if cell.flat]
    good = len(cells) == _PAIR and not cells[0].is_number and cells[1].parsed.value is not None and cells[1].is_number
    return (cells[0], cells[1]) if good else None


def _step(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _rounded(values: tuple[Decimal, ...]) -> int:
    """Whole numbers are counted and never rounded."""
    return int(any(value != value.to_integral_value() for value in values))
