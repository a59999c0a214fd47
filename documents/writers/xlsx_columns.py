"""工作表列: one set of sheet columns under all tables of a part, only boundaries that some cell really uses."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from .. import charts, measure, sidebyside, style
from ..tree import Align, Chart, Cover, CoverLine, Line, Part, SignBlock, SignLine, Table

TIGHTER = 0.93  # Excel sets text wider on screen than on paper; measured so, nothing is cut in either
_SAME_MM = 1.5  # boundaries closer than this are one
_PROSE_COLUMNS = 8
_LOOSE_MM = 12.0  # lines and signatures take a table's boundary when one is this near


def boundaries(part: Part, width_mm: float) -> list[float]:
    """Return the sorted column boundaries of the sheet in millimetres, the first 0, the last `width_mm`."""
    found = [0.0, width_mm]
    for block in part.blocks:
        if isinstance(block, Table):
            _add(found, _used(block, width_mm), _SAME_MM)
        elif isinstance(block, Chart):
            _add(found, _used(charts.data_table(block), width_mm), _LOOSE_MM)
        elif isinstance(block, Cover):
            _add(found, _cover(block, part, width_mm), _SAME_MM)
    for block in part.blocks:
        if isinstance(block, Line):
            _add(found, side_by_side(block.parts, part, 0.0, width_mm)[1:], _LOOSE_MM)
        elif isinstance(block, SignBlock):
            for row in block.rows:
                _add(found, signs(block, row, part, width_mm), _LOOSE_MM)
    if len(found) == len([0.0, width_mm]):  # LibreOffice fits columns to the page, never one single wide column
        _add(found, shares(_PROSE_COLUMNS, width_mm), _SAME_MM)
    return found


def nearest(found: list[float], place: float) -> int:
    """Return the number of the boundary nearest to `place`."""
    return min(range(len(found)), key=lambda number: abs(found[number] - place))


def edges(found: list[float], starts: Sequence[float]) -> list[int]:
    """Return the rising boundary numbers nearest to `starts`, and the last boundary; fewer if columns are too few."""
    return sorted({len(found) - 1} | {nearest(found, start) for start in starts})


def signs(block: SignBlock, row: Sequence[SignLine], part: Part, width_mm: float) -> list[float]:
    """Return where the entries of a row of signatures begin; a block at the right begins near the middle of the page."""
    left = width_mm * style.RIGHT_BLOCK_SHARE if block.align is Align.RIGHT else 0.0
    return side_by_side([line.label + line.value for line in row], part, left, width_mm)


def side_by_side(texts: Sequence[str], part: Part, left: float, right: float) -> list[float]:
    """Return where texts that share a line begin; measured a little wide, as everything on a sheet."""
    points = style.body_points(part) / TIGHTER
    return [left + start for start in sidebyside.starts(texts, right - left, points)]


def offsets(table: Table, width_mm: float) -> list[float]:
    """Return where every column of the table begins, and the right edge, in millimetres."""
    places = [0.0]
    for width in measure.column_widths(table, width_mm):
        places.append(places[-1] + width)
    return places


def shares(count: int, width_mm: float) -> list[float]:
    """Return the inner boundaries of `count` equal shares."""
    return [width_mm * n / count for n in range(1, count)]


def rule_start(line: CoverLine, points: float) -> float:
    """Return where the rule of a cover line begins: behind its label, which no program may have to wrap."""
    return style.COVER_SIDE_MM + measure.ems(line.label) * points / style.POINTS_PER_MM / TIGHTER + _SAME_MM


def _cover(cover: Cover, part: Part, width_mm: float) -> list[float]:
    points = style.body_points(part)
    begins = [rule_start(line, points) for group in cover.groups for line in group if line.is_ruled]
    return [style.COVER_SIDE_MM, width_mm - style.COVER_SIDE_MM, *begins]


def _used(table: Table, width_mm: float) -> list[float]:
    places = offsets(table, width_mm)
    numbers = {edge for row in table.rows for cell in row.cells for edge in (cell.column, cell.column + cell.colspan)}
    return [places[number] for number in sorted(numbers)]


def _add(found: list[float], places: list[float], tolerance: float) -> None:
    for place in places:
        if all(abs(place - other) > tolerance for other in found):
            found.insert(bisect_left(found, place), place)
