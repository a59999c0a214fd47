"""一行格子: labels, facts, filled-in texts, tick boxes and blanks side by side; and titles across the table."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from typing import Final

from blueprints.printing import CellDef, CellsRow, TitleRow
from composing.figures import fact_key, filled, printed, text_at
from composing.inputs import Inputs
from composing.lines import Area, Line, blank_cell, content_cell, label_cell
from composing.templates import only_place
from documents.tree import Cell, Content, Role, Text

_TICKED: Final = "☑"
_OPEN: Final = "□"
_BETWEEN: Final = re.compile(r"[、，,；;\n]")


def title_lines(inputs: Inputs, row: TitleRow, area: Area) -> list[Line]:
    """通栏标题."""
    return [Line((Cell(area.left, Text(filled(inputs, row.text)), Role.TITLE, area.width),), starts=True)]


def cells_lines(inputs: Inputs, row: CellsRow, area: Area, taken: Collection[int] = ()) -> list[Line]:
    """One line, past the unit columns `taken` by taller cells above; that all fits is seen when the table is verified."""
    cells, left = [], area.left
    for cell in row.cells:
        while left in taken:
            left += 1
        cells.append(_footed(inputs, cell, _cell(inputs, cell, left)))
        left += cell.span
    return [Line(tuple(cells), header=row.header, starts=True, min_height_mm=row.min_height)]


def boxes_text(options: tuple[str, ...], chosen: str) -> str:
    """□甲 ☑乙: every option, ticked when chosen; what was chosen outside the options is printed ticked at the end."""
    whole = chosen.strip()
    # An option may hold a separator itself, so the text as a whole comes first.
    picked = [whole] if whole in options else [piece.strip() for piece in _BETWEEN.split(chosen) if piece.strip()]
    marks = [(_TICKED if option in picked else _OPEN) + option for option in options]
    return "  ".join(marks + [_TICKED + piece for piece in picked if piece not in options])


def usual(path: str) -> str:
    """Points and grades stand in the middle, as they do in every score table."""
    return "center" if path.startswith(("score.", "grade.")) and not path.endswith(".reason") else ""


def _cell(inputs: Inputs, cell: CellDef, left: int) -> Cell:
    content: Content
    align: str = cell.align
    match cell.kind:
        case "label":
            return label_cell(left, cell.span, filled(inputs, cell.text), align=align, bold=cell.bold)
        case "blank":
            return blank_cell(left, cell.span)
        case "boxes":
            # The grade is ticked like it is printed: as filed, else as reckoned.
            chosen = text_at(inputs, cell.path) if cell.path.startswith("grade.") else inputs.view.raw(cell.path)
            boxes = boxes_text(cell.options, chosen)
            content, path = Text(filled(inputs, cell.text) + boxes), cell.path
        case "text":
            content, path = Text(filled(inputs, cell.text).strip()), only_place(cell.text)
        case _:
            content, path = printed(inputs, cell.path, cell.shape), cell.path
            align = align or usual(path)
    key = fact_key(inputs.blueprint, path)
    return content_cell(left, cell.span, content, key=key, align=align, bold=cell.bold)


def _footed(inputs: Inputs, cell: CellDef, drawn: Cell) -> Cell:
    """The cell with its closing lines and its height in rows."""
    return replace(drawn, foot=tuple(filled(inputs, line) for line in cell.foot), rowspan=max(cell.down, 1))
