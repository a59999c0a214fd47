"""表行半成品: lines of cells on the form's own unit columns, before they become a table."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

from documents.tree import Align, Cell, Content, Number, Role, Text

_ALIGNMENTS: Final = {align.value: align for align in Align}


@dataclass(frozen=True, slots=True)
class Area:
    """区域: the unit columns a row may fill, `width` of them from `left`."""

    left: int
    width: int


@dataclass(frozen=True, slots=True)
class Line:
    """一行: its cells stand on unit columns. `starts`: a page may break before it. `header`: repeated if it heads the table.

    `heads`: the lines below belong to it, no page ends under it.
    """

    cells: tuple[Cell, ...]
    header: bool = False
    starts: bool = False
    heads: bool = False
    min_height_mm: int = 0


def alignment(word: str) -> Align | None:
    """Alignment by its word in the form; None for ''."""
    return _ALIGNMENTS.get(word)


def label_cell(column: int, span: int, text: str, *, align: str = "", bold: bool = False) -> Cell:
    """A printed word of the form."""
    return Cell(column, Text(text), Role.LABEL, span, align=alignment(align), bold=bold)


def blank_cell(column: int, span: int) -> Cell:
    """An empty cell."""
    return Cell(column, Text(""), Role.BLANK, span)


def content_cell(
    column: int, span: int, content: Content, *, key: str = "", align: str = "", bold: bool = False
) -> Cell:
    """What the unit filed."""
    role = Role.NUMBER if isinstance(content, Number) else Role.FIELD
    return Cell(column, content, role, span, align=alignment(align), bold=bold, key=key)


def header_line(area: Area, columns: Sequence[tuple[str, int]]) -> Line:
    """栏目行: a label of so many units each."""
    cells, left = [], area.left
    for label, span in columns:
        cells.append(label_cell(left, span, label))
        left += span
    return Line(tuple(cells), header=True, starts=True)


def started(lines: Sequence[Line]) -> list[Line]:
    """The same lines with a possible page break before the first."""
    return [replace(line, starts=True) if number == 0 else line for number, line in enumerate(lines)]


def merged_down(lines: Sequence[Line], columns: Collection[int]) -> list[Line]:
    """Join cells of equal, non-empty text below each other in `columns` (where they begin).

    A column never joins across the border of a joined column at its left: 数量指标 below 产出指标 and 数量指标 below
    效益指标 are two cells.
    """
    grown: list[list[Cell | None]] = [list(line.cells) for line in lines]
    anchors: dict[int, tuple[int, int]] = {}
    for index, line in enumerate(lines):
        joined = True
        for place, cell in enumerate(line.cells):
            if cell.column not in columns:
                continue
            joined = joined and _grow(grown, anchors.get(cell.column), cell)
            if joined:
                grown[index][place] = None
            else:
                anchors[cell.column] = (index, place)
    return [
        replace(line, cells=tuple(cell for cell in cells if cell)) for line, cells in zip(lines, grown, strict=True)
    ]


def _grow(grown: list[list[Cell | None]], anchor: tuple[int, int] | None, cell: Cell) -> bool:
    """Make the anchor one line taller if `cell` says the same."""
    above = grown[anchor[0]][anchor[1]] if anchor else None
    text = cell.content.text.strip()
    if anchor is None or above is None or not text or above.content.text.strip() != text:
        return False
    grown[anchor[0]][anchor[1]] = replace(above, rowspan=above.rowspan + 1)
    return True
