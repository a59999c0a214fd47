"""估算行高: how many lines a text takes in a given width, without any font engine.

Chinese type is set on a fixed pitch, so counting widths is close to the truth: a full-width character is one em, a Latin
one about half. The estimates only decide row heights in XLSX and page breaks in DOCX; PDF is laid out for real.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from . import charts
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
    subtitle,
    table_points,
    title_gap,
)
from .style import paper as paper_of
from .text import paragraphs
from .tree import Block, Cell, Chart, Heading, Line, Paragraph, Part, SignBlock, Table, Text, Title

_BORDER_MM = BORDER_POINTS / POINTS_PER_MM
# What stays on one line: a run of Latin letters or figures, or one character, with the closing marks that follow, and what
# is written in Latin right behind such a mark (some programs never part 分，80%、60%).
_PIECES = re.compile(r"(?:[\x21-\x7e]+|.)(?:[）》】”’，。；：、！？]+[\x21-\x7e]*)*")


def ems(text: str) -> float:
    """Return the width of one line of text in em."""
    return sum(_em(character) for character in text)


@lru_cache(maxsize=4096)
def _em(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WFA":
        return 1.0
    if character == "%":
        return 0.85
    return 0.7 if character.isupper() else 0.5


def line_count(text: str, *, width_points: float, points: float) -> int:
    """Return the number of lines `text` needs in a column `width_points` wide, at least one."""
    room = max(1.0, width_points / points)
    return sum(_filled_lines(paragraph, room) for paragraph in paragraphs(text))


def _filled_lines(paragraph: str, room: float) -> int:
    """Fill lines as type-setting does: words and figures stay whole, no line begins with a closing mark."""
    lines, taken = 1, 0.0
    for piece in _PIECES.findall(paragraph):
        width = ems(piece)
        if taken and taken + width > room:
            lines, taken = lines + 1, 0.0
        taken += width
        while taken > room:  # a word longer than a line is cut
            lines, taken = lines + 1, taken - room
    return lines


def column_widths(table: Table, width_mm: float) -> list[float]:
    """Return the width of every column in millimetres."""
    unit = width_mm / sum(table.widths)
    return [width * unit for width in table.widths]


def cell_height(cell: Cell, widths: list[float], points: float) -> float:
    """Return the height a cell needs, in millimetres."""
    inner = sum(widths[cell.column : cell.column + cell.colspan]) - 2 * CELL_PADDING_MM - _BORDER_MM
    wraps = isinstance(cell.content, Text)  # a figure stays on one line
    lines = line_count(cell.content.text, width_points=inner * POINTS_PER_MM, points=points) if wraps else 1
    foot = SIGN_LEAD_MM if cell.foot else 0.0
    return _lines_height(lines + len(cell.foot), points) + foot


def _lines_height(lines: int, points: float) -> float:
    return (lines * points * TABLE_PITCH + BORDER_POINTS) / POINTS_PER_MM + 2 * CELL_RISE_MM


def own_heights(table: Table, widths: list[float], points: float) -> list[float]:
    """Return what every row needs for its cells of one row, in millimetres; `widths` are those of the columns."""
    floor = _lines_height(1, points)
    heights = [max(floor, float(row.min_height_mm)) for row in table.rows]
    for index, row in enumerate(table.rows):
        for cell in row.cells:
            if cell.rowspan == 1:
                heights[index] = max(heights[index], cell_height(cell, widths, points))
    return heights


def row_heights(table: Table, *, width_mm: float, points: float) -> list[float]:
    """Return the height of every row in millimetres; what a tall merged cell lacks goes to its lowest rows."""
    widths = column_widths(table, width_mm)
    heights = own_heights(table, widths, points)
    merged = [
        (index, index + cell.rowspan, cell_height(cell, widths, points))
        for index, row in enumerate(table.rows)
        for cell in row.cells
        if cell.rowspan > 1
    ]
    for start, stop, need in sorted(merged, key=lambda span: span[1] - span[0]):
        heights[start:stop] = _raised(heights[start:stop], need)
    return heights


def _raised(heights: list[float], need: float) -> list[float]:
    """Return the heights with the lowest raised to one level until their sum is `need`."""
    level, higher = 0.0, sorted(heights, reverse=True)
    while higher and sum(heights) < need:
        level = (need - sum(height for height in heights if height > higher[0])) / len(higher)
        if level >= higher[0]:
            break
        higher = [height for height in higher if height < higher[0]]
    return [max(height, level) for height in heights]


def block_height(block: Block, part: Part) -> float:
    """Return roughly how much of the page a block takes, in millimetres; a table by its rows."""
    paper = paper_of(part)
    body = body_points(part)
    if isinstance(block, Table):
        return sum(row_heights(block, width_mm=paper.content_width, points=table_points(part)))
    if isinstance(block, Title):
        return _title_height(block, part)
    if isinstance(block, SignBlock | Line | Chart):
        return _furniture_height(block, part)
    if isinstance(block, Heading | Paragraph):
        lines = line_count("　　" + block.text, width_points=paper.content_width * POINTS_PER_MM, points=body)
        return lines * body * LINE_PITCH / POINTS_PER_MM
    return 0.0


def _furniture_height(block: SignBlock | Line | Chart, part: Part) -> float:
    if isinstance(block, SignBlock):
        return len(block.rows) * SIGN_LINE_MM + SIGN_LEAD_MM
    if isinstance(block, Line):
        return body_points(part) * LINE_PITCH / POINTS_PER_MM
    return charts.block_mm(block)


def _title_height(title: Title, part: Part) -> float:
    width = paper_of(part).content_width * POINTS_PER_MM
    points = line_count(title.text, width_points=width, points=TITLE.points) * TITLE_PITCH_POINTS
    if title.subtitle:
        points += len(paragraphs(title.subtitle)) * subtitle(part).points * LINE_PITCH
    return points / POINTS_PER_MM + title_gap(part)
