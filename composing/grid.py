"""表格的排布: rows of unit columns → placed cells → a table in which every position is covered exactly once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import assert_never

from blueprints.printing import (
    CellsRow,
    GridNode,
    GroupRow,
    MatrixRow,
    RecordsRow,
    RowDef,
    ScoresRow,
    TitleRow,
)
from composing.figures import filled
from composing.inputs import Inputs
from composing.lines import Area, Line, blank_cell, label_cell, started
from composing.records import INDICATORS
from composing.rows.cells import cells_lines, title_lines
from composing.rows.matrix import matrix_lines
from composing.rows.records import records_lines
from composing.rows.scores import scores_lines
from documents.grid import verify
from documents.tree import Cell, Row, Table


def table_of(inputs: Inputs, node: GridNode) -> Table:
    """Draw a grid. Raises documents.grid.GridError when the form's spans leave a hole or overlap."""
    area = Area(0, node.columns)
    lines = _all_lines(inputs, node.rows, area)
    units = Table((1,) * node.columns, _rows(lines))
    verify(units)
    return compacted(units)


def _all_lines(inputs: Inputs, rows: Sequence[RowDef], area: Area) -> list[Line]:
    """Lines of rows below each other; a cell that is several rows tall keeps its columns in the rows below it."""
    lines: list[Line] = []
    taken: dict[int, int] = {}  # unit column → lines it is still covered for
    for above, row in zip([None, *rows], rows, strict=False):
        made = row_lines(inputs, row, area, taken)
        if _continues(above, row):
            made = [replace(line, starts=False) for line in made]
        elif made and (taken or isinstance(above, TitleRow)):
            made = [replace(made[0], starts=False), *made[1:]]
        for line in made:
            taken = {column: left - 1 for column, left in taken.items() if left > 1}
            taken |= _covered(line) if isinstance(row, CellsRow) else {}
        lines += made
    return lines


def _continues(above: RowDef | None, row: RowDef) -> bool:
    """Does a list without a heading of its own stand below one made of cells? They are one piece."""
    return isinstance(above, CellsRow) and isinstance(row, RecordsRow) and not row.header and row.table != INDICATORS


def _covered(line: Line) -> dict[int, int]:
    tall = (cell for cell in line.cells if cell.rowspan > 1)
    return {cell.column + n: cell.rowspan - 1 for cell in tall for n in range(cell.colspan)}


def row_lines(inputs: Inputs, row: RowDef, area: Area, taken: Collection[int] = ()) -> list[Line]:
    """Lines of one row of the form, whatever its kind; `taken` are columns that a taller cell above covers."""
    match row:
        case TitleRow():
            return title_lines(inputs, row, area)
        case CellsRow():
            return cells_lines(inputs, row, area, taken)
        case GroupRow():
            return _group_lines(inputs, row, area)
        case MatrixRow():
            return matrix_lines(inputs, row, area)
        case RecordsRow():
            return records_lines(inputs, row, area)
        case ScoresRow():
            return scores_lines(inputs, row, area)
        case _:
            assert_never(row)


def compacted(table: Table) -> Table:
    """The same table without unit columns at whose border no cell ends."""
    cells = [cell for row in table.rows for cell in row.cells]
    ends = {cell.column + cell.colspan for cell in cells} or {len(table.widths)}
    borders = sorted({0, *(cell.column for cell in cells), *ends})
    place = {border: index for index, border in enumerate(borders)}
    widths = tuple(right - left for left, right in pairwise(borders))
    return replace(table, widths=widths, rows=tuple(_moved(row, place) for row in table.rows))


def _moved(row: Row, place: dict[int, int]) -> Row:
    def moved(cell: Cell) -> Cell:
        left = place[cell.column]
        across = place[cell.column + cell.colspan] - left
        return cell if (left, across) == (cell.column, cell.colspan) else replace(cell, column=left, colspan=across)

    return replace(row, cells=tuple(moved(cell) for cell in row.cells))


def _group_lines(inputs: Inputs, row: GroupRow, area: Area) -> list[Line]:
    """行组: the label at the left is as tall as all its lines, so no page breaks inside unless it must."""
    if not inputs.shown(row.when):
        return []
    inner = Area(area.left + row.span, area.width - row.span)
    lines = _all_lines(inputs, row.rows, inner)
    lines = lines or [Line((blank_cell(inner.left, inner.width),))]
    label = replace(label_cell(area.left, row.span, filled(inputs, row.label)), rowspan=len(lines))
    lines = [replace(line, header=False, starts=False) for line in lines]
    return started([replace(lines[0], cells=(label, *lines[0].cells)), *lines[1:]])


def _rows(lines: Sequence[Line]) -> tuple[Row, ...]:
    """Number the groups, and keep as headers only what stands at the head of the table."""
    rows, group, heading = [], 0, True
    for line in lines:
        heading = heading and line.header
        group += line.starts
        tall = line.min_height_mm
        rows.append(Row(line.cells, group=group, header=heading, min_height_mm=tall, heads=line.heads))
    return tuple(rows)
