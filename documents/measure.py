"""估算行高: how many lines a text takes in a given width, without any font engine.

Chinese type is set on a fixed pitch, so counting widths is close to the truth: a full-width character is one em, a Latin
one about half. The estimates only decide row heights in XLSX and page breaks in DOCX; PDF is laid out for real.
"""

from __future__ import annotations

import math
import unicodedata

from .style import (
    BORDER_POINTS,
    CELL_PADDING_MM,
    CELL_RISE_MM,
    LINE_PITCH,
    POINTS_PER_MM,
    SIGN_LEAD_MM,
    SIGN_LINE_MM,
    TABLE_PITCH,
    TITLE,
    TITLE_PITCH_POINTS,
    body_points,
    line_points,
    subtitle,
    table_points,
    title_gap,
)
from .style import paper as paper_of
from .text import paragraphs
from .tree import Block, Cell, Heading, Line, Paragraph, Part, SignBlock, Table, Text, Title


def ems(text: str) -> float:
    """Return the width of one line of text in em."""
    return sum(_em(character) for character in text)


def _em(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WFA":
        return 1.0
    return 0.7 if character.isupper() else 0.5


def line_count(text: str, *, width_points: float, points: float) -> int:
    """Return the number of lines `text` needs in a column `width_points` wide, at least one."""
    room = max(1.0, math.floor(2 * width_points / points) / 2)
    return sum(max(1, math.ceil(ems(paragraph) / room)) for paragraph in paragraphs(text))


def column_widths(table: Table, width_mm: float) -> list[float]:
    """Return the width of every column in millimetres."""
    unit = width_mm / sum(table.widths)
    return [width * unit for width in table.widths]


def cell_height(cell: Cell, widths: list[float], points: float) -> float:
    """Return the height a cell needs, in millimetres."""
    inner = sum(widths[cell.column : cell.column + cell.colspan]) - 2 * CELL_PADDING_MM
    wraps = isinstance(cell.content, Text)  # a figure stays on one line
    lines = line_count(cell.content.text, width_points=inner * POINTS_PER_MM, points=points) if wraps else 1
    return _lines_height(lines, points)


def _lines_height(lines: int, points: float) -> float:
    return (lines * points * TABLE_PITCH + BORDER_POINTS) / POINTS_PER_MM + 2 * CELL_RISE_MM


def row_heights(table: Table, *, width_mm: float, points: float) -> list[float]:
    """Return the height of every row in millimetres; what a tall merged cell lacks is added to its last row."""
    widths = column_widths(table, width_mm)
    floor = _lines_height(1, points)
    heights = [max(floor, float(row.min_height_mm)) for row in table.rows]
    merged: list[tuple[int, int, float]] = []
    for index, row in enumerate(table.rows):
        for cell in row.cells:
            need = cell_height(cell, widths, points)
            if cell.rowspan == 1:
                heights[index] = max(heights[index], need)
            else:
                merged.append((index, index + cell.rowspan, need))
    for start, stop, need in sorted(merged, key=lambda span: span[1] - span[0]):
        heights[stop - 1] += max(0.0, need - sum(heights[start:stop]))
    return heights


def block_height(block: Block, part: Part) -> float:
    """Return roughly how much of the page a block takes, in millimetres; a table by its rows."""
    paper = paper_of(part)
    body = body_points(part)
    if isinstance(block, Table):
        return sum(row_heights(block, width_mm=paper.content_width, points=table_points(part)))
    if isinstance(block, Title):
        return _title_height(block, part)
    if isinstance(block, SignBlock):
        return len(block.rows) * SIGN_LINE_MM + SIGN_LEAD_MM
    if isinstance(block, Line):
        return line_points(part) * LINE_PITCH / POINTS_PER_MM
    if isinstance(block, Heading | Paragraph):
        lines = line_count("　　" + block.text, width_points=paper.content_width * POINTS_PER_MM, points=body)
        return lines * body * LINE_PITCH / POINTS_PER_MM
    return 0.0


def _title_height(title: Title, part: Part) -> float:
    width = paper_of(part).content_width * POINTS_PER_MM
    points = line_count(title.text, width_points=width, points=TITLE.points) * TITLE_PITCH_POINTS
    if title.subtitle:
        points += len(paragraphs(title.subtitle)) * subtitle(part).points * LINE_PITCH
    return points / POINTS_PER_MM + title_gap(part)
