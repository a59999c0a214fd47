"""DOCX 的读取: paragraphs and tables of the body in order, merges resolved. Runs in the child process only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from documents.readers.child import LONGEST, MOST_COLUMNS, MOST_ROWS
from documents.readers.confine import Unreadable


def read_docx(path: str) -> list[Any]:
    """Blocks as documents.readers.child tells them."""
    found: list[Any] = []
    for element in Document(path).element.body.iterchildren():
        if element.tag == qn("w:p"):
            text = _text(element)
            if text:
                found.append(["p", text])
        elif element.tag == qn("w:tbl"):
            found.append(_table(element))
    return found


def _text(element: Any) -> str:
    return "".join(node.text or "" for node in element.iter(qn("w:t")))[:LONGEST].strip()


def _cell_text(cell: Any) -> str:
    return "\n".join(text for text in map(_text, cell.iter(qn("w:p"))) if text)[:LONGEST]


def _table(table: Any) -> list[Any]:
    rows = table.findall(qn("w:tr"))
    if len(rows) > MOST_ROWS:
        raise Unreadable(f"表格超过{MOST_ROWS}行，请只留下表样本身后再试。")
    cells: list[list[Any]] = []
    above: dict[int, list[Any]] = {}  # column → the cell that a merge continues
    for number, row in enumerate(rows):
        for cell, column, across, merge in _row(row):
            if merge == "continue" and column in above:
                above[column][4] += 1
                continue
            kept = [_cell_text(cell), column, number, across, 1]
            cells.append(kept)
            above[column] = kept
    columns = max((cell[1] + cell[3] for cell in cells), default=0)
    return ["t", _widths(table, columns), len(rows), cells]


def _row(row: Any) -> Iterator[tuple[Any, int, int, str]]:
    """Each cell with its column, span and 'restart', 'continue' or ''."""
    column = _number(row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}"), 0)
    for cell in row.findall(qn("w:tc")):
        properties = cell.find(qn("w:tcPr"))
        span = _number(properties.find(qn("w:gridSpan")) if properties is not None else None, 1)
        merge = properties.find(qn("w:vMerge")) if properties is not None else None
        word = "" if merge is None else merge.get(qn("w:val")) or "continue"
        if column + span > MOST_COLUMNS:
            raise Unreadable(f"表格超过{MOST_COLUMNS}列，请只留下表样本身后再试。")
        yield cell, column, span, word
        column += span


def _number(element: Any, default: int) -> int:
    value = "" if element is None else str(element.get(qn("w:val")))
    return max(1, int(value)) if value.isascii() and value.isdigit() and len(value) < 4 else default


def _widths(table: Any, columns: int) -> list[int]:
    """Widths of the grid, equal ones where the file tells none."""
    told = [str(column.get(qn("w:w")) or "") for column in table.iter(qn("w:gridCol"))][:columns]
    known = [int(width) if width.isdigit() else 0 for width in told]
    return [max(1, width) for width in known] if len(known) == columns and any(known) else [1000] * columns
