"""数字不拆行: columns widened, at the cost of the others, where a figure would not fit on one line.

A form drawn after a paper has the widths of that paper; figures grow longer than those its author saw. A text may go on
on a second line, a figure torn in two is misread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from . import measure
from .style import BORDER_POINTS, CELL_PADDING_MM, POINTS_PER_MM
from .tree import Cell, Number, Table

_FIGURE = re.compile(r"[≥≤<>=]?[-+−]?[\d.,:/-]{1,20}[%‰]?")
_WIDTHS = {".": 0.25, ",": 0.25, ":": 0.28, "/": 0.28, "-": 0.34, "%": 0.84}  # of Times New Roman, in em
_SPARE_MM, _NOTICED_MM = 0.2, 0.1
_MOST_TAKEN = 0.25  # of the other columns: a table that needs more is too full for its page
_PASSES = 4  # a column made narrower may be the next one short of room


def widened(table: Table, width_mm: float, points: float) -> Table:
    """Return the table with room for every figure, or the very same one where all fit or the page is too narrow."""
    needs = [(cell.column, cell.column + cell.colspan, need) for cell, need in _needs(table, points)]
    widths, tight = measure.column_widths(table, width_mm), set[int]()
    for number in range(_PASSES):
        short = [span for span in needs if sum(widths[span[0] : span[1]]) < span[2] - _NOTICED_MM]
        if not short:
            return table if number == 0 else replace(table, widths=tuple(round(width * 100) for width in widths))
        for start, stop, need in short:
            factor = max(1.0, need / sum(widths[start:stop]))
            widths[start:stop] = [width * factor for width in widths[start:stop]]
            tight.update(range(start, stop))
        given = sum(width for column, width in enumerate(widths) if column not in tight)
        taken = sum(widths) - width_mm
        if taken > given * _MOST_TAKEN:
            return table
        widths = [width if column in tight else width * (1 - taken / given) for column, width in enumerate(widths)]
    return table


def _needs(table: Table, points: float) -> Iterator[tuple[Cell, float]]:
    edges = 2 * CELL_PADDING_MM + BORDER_POINTS / POINTS_PER_MM + _SPARE_MM
    for row in table.rows:
        for cell in row.cells:
            text = cell.content.text
            if isinstance(cell.content, Number) or _FIGURE.fullmatch(text):
                ems = sum(_WIDTHS.get(character) or measure.ems(character) for character in text)
                yield cell, ems * points / POINTS_PER_MM + edges
