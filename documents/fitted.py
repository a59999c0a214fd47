"""排版前的整理: labels broken between words, columns wide enough for their figures, and rows beside a tall merged cell made equally high.

A pure step before all writers, so that DOCX, PDF, XLSX and the preview break the same label at the same place.
"""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from . import grid, measure, style
from .breaking import broken
from .figures import widened
from .style import CELL_PADDING_MM, POINTS_PER_MM
from .tree import Block, Cell, Cover, Document, Part, Role, Row, Table, Text, Title

_LABELS = frozenset({Role.LABEL, Role.TITLE})


def fitted(document: Document) -> Document:
    """Return the document with its tables and titles arranged; raise GridError for a table with a hole or an overlap."""
    return replace(document, parts=tuple(_part(part) for part in document.parts))


def _part(part: Part) -> Part:
    return replace(part, blocks=tuple(_block(block, part) for block in part.blocks))


def _block(block: Block, part: Part) -> Block:
    if isinstance(block, Table):
        return _table(block, part)
    if isinstance(block, Cover):
        return replace(block, title=cast("Title", _block(block.title, part)))
    if isinstance(block, Title):
        room = style.paper(part).content_width * POINTS_PER_MM / style.TITLE.points
        return replace(block, text=broken(block.text, room))
    return block


def _table(table: Table, part: Part) -> Table:
    grid.verify(table)
    width, points = style.paper(part).content_width, style.table_points(part)
    table = widened(table, width, points)
    widths = measure.column_widths(table, width)
    rows = tuple(replace(row, cells=tuple(_cell(cell, widths, points) for cell in row.cells)) for row in table.rows)
    return _evened(replace(table, rows=rows), width, points)


def _cell(cell: Cell, widths: list[float], points: float) -> Cell:
    if cell.role not in _LABELS or not isinstance(cell.content, Text):
        return cell
    inner = sum(widths[cell.column : cell.column + cell.colspan]) - 2 * CELL_PADDING_MM
    text = broken(cell.content.text, inner * POINTS_PER_MM / points)
    return cell if text == cell.content.text else replace(cell, content=Text(text))


def _evened(table: Table, width: float, points: float) -> Table:
    """Programs add what a tall merged cell lacks to its last row; told the heights, they make the rows alike."""
    own = measure.own_heights(table, measure.column_widths(table, width), points)
    full = measure.row_heights(table, width_mm=width, points=points)
    rows = tuple(_raised(row, before, after) for row, before, after in zip(table.rows, own, full, strict=True))
    return replace(table, rows=rows)


def _raised(row: Row, own: float, full: float) -> Row:
    return replace(row, min_height_mm=full) if full > own else row
