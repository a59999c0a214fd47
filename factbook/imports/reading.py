"""读取工作簿: starts the child process, waits no longer than it must, and gives the cells back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from documents.readers.confine import ask
from documents.readers.gate import check_head
from documents.readers.kinds import WORKBOOK, kind_of
from documents.readers.refused import Refused
from values.text import strip_illegal

CHILD: Final = "factbook.imports.child"


@dataclass(frozen=True, slots=True)
class Cell:
    """单元格 as text; `kind` s text, n number, d date, b switch, e error, - nothing."""

    kind: str = "-"
    text: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """一行: its number in the sheet and its cells from column A on."""

    number: int
    cells: tuple[Cell, ...]


Sheets = dict[str, tuple[Line, ...]]


def read_workbook(path: Path, *, name: str = "") -> Sheets:
    """Sheets by name with their filled rows. `name`: as uploaded. Raises refused.Refused with the reason in Chinese."""
    kind, why = kind_of(name or path.name)
    if kind is not WORKBOOK:
        raise Refused(why or f"导入只读 Excel 工作簿。{WORKBOOK.advice}")
    check_head(path, kind, name=name)
    return sheets_of(ask(CHILD, str(path.resolve()))["sheets"])


def sheets_of(data: dict[str, Any]) -> Sheets:
    """Sheets from JSON (the child's, or a plan that was put aside)."""
    return {
        strip_illegal(name): tuple(
            Line(int(number), tuple(Cell(kind, strip_illegal(text).strip()) for kind, text in cells))
            for number, cells in rows
        )
        for name, rows in data.items()
    }


def json_of(sheets: Sheets) -> dict[str, Any]:
    """Sheets as JSON; `sheets_of` gives them back."""
    return {
        name: [[line.number, [[cell.kind, cell.text] for cell in line.cells]] for line in lines]
        for name, lines in sheets.items()
    }
