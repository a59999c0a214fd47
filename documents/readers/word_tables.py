"""Word 表格: cells with their merges; tables inside a cell become tables of their own, boxes belong to the cell's text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from documents.readers.markup import WORD, whole
from documents.readers.paper import PaperCell, PaperTable, Spot
from documents.readers.references import column_letter
from documents.readers.tally import Tally
from documents.readers.word_tree import content, value

_USUAL_WIDTH: Final = 1000


@dataclass(slots=True)
class CellText:
    """单元格的内容: its text, our bookmark, and what follows the table because no cell can hold it."""

    lines: list[str] = field(default_factory=list)
    key: str = ""
    tables: list[Any] = field(default_factory=list)


@dataclass(slots=True)
class _Cell:
    """单元格 while its merges are still being found."""

    text: str
    key: str
    column: int
    row: int
    across: int
    down: int = 1


ReadCell = Callable[[Any], CellText]


def read_table(table: Any, name: str, caption: str, read: ReadCell, tally: Tally) -> tuple[PaperTable, list[Any]]:
    """The table, and the tables found inside its cells."""
    rows = [row for row in content(table) if row.tag == f"{WORD}tr" and row.find(f"{WORD}trPr/{WORD}del") is None]
    tally.rows(f"“{name}”", len(rows))
    cells: list[_Cell] = []
    inside: list[Any] = []
    above: dict[int, _Cell] = {}  # column → the cell that a merge continues
    for at, row in enumerate(rows):
        for element, column, across, merge in _row(row, name, tally):
            if merge == "continue" and column in above:
                above[column].down += 1
                continue
            found = read(element)
            inside += found.tables
            cell = _Cell("\n".join(found.lines).strip("\n"), found.key, column, at, across)
            cells.append(cell)
            above[column] = cell
    width = max((cell.column + cell.across for cell in cells), default=0)
    tally.cells(width * len(rows))
    kept = tuple(_paper_cell(cell, name) for cell in cells)
    return PaperTable(_widths(table, width), len(rows), kept, caption), inside


def _paper_cell(cell: _Cell, name: str) -> PaperCell:
    spot = Spot(0, f"{name}!{column_letter(cell.column)}{cell.row + 1}", cell.key)
    return PaperCell(cell.text, cell.column, cell.row, cell.across, cell.down, spot)


def _row(row: Any, name: str, tally: Tally) -> Iterator[tuple[Any, int, int, str]]:
    """Each cell with its column, how many it covers, and 'restart', 'continue' or '' of a merge downwards."""
    column = whole(value(row, "trPr/gridBefore"), 0)
    cells = [cell for cell in content(row) if cell.tag == f"{WORD}tc"]
    at = 0
    while at < len(cells):
        cell = cells[at]
        across = max(1, whole(value(cell, "tcPr/gridSpan"), 1))
        at += 1
        while at < len(cells) and _goes_on(cells[at]):  # the old way to merge sideways
            across += max(1, whole(value(cells[at], "tcPr/gridSpan"), 1))
            at += 1
        merge = cell.find(f"{WORD}tcPr/{WORD}vMerge")
        tally.columns(f"“{name}”", column + across)
        yield cell, column, across, "" if merge is None else str(merge.get(f"{WORD}val") or "continue")
        column += across


def _goes_on(cell: Any) -> bool:
    merge = cell.find(f"{WORD}tcPr/{WORD}hMerge")
    return merge is not None and str(merge.get(f"{WORD}val") or "continue") == "continue"


def _widths(table: Any, columns: int) -> tuple[int, ...]:
    """Widths of the grid, equal ones where the file tells none."""
    told = [str(column.get(f"{WORD}w") or "") for column in table.findall(f"{WORD}tblGrid/{WORD}gridCol")][:columns]
    known = [whole(width, 0) for width in told]
    return (
        tuple(max(1, width) for width in known) if len(known) == columns and any(known) else (_USUAL_WIDTH,) * columns
    )
