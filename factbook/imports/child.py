"""导入的子进程: reads a workbook's cells as text, confined as every reader of a file from outside (documents.readers.confine).

A 1,444-byte workbook can keep openpyxl busy for a minute, so no web process ever opens one. Prints one JSON value:
{"sheets": {name: [[row number, [[kind, text], …]], …]}} or {"refused": why}. Kinds: s text, n number, d date, b switch,
e error, - nothing.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from documents.readers.confine import serve
from documents.readers.gate import check_directory
from documents.readers.limits import MOST_IMPORTED_COLUMNS, MOST_IMPORTED_ROWS
from documents.readers.parts import check_parts
from documents.readers.tally import Tally


def read(path: str) -> dict[str, list[Any]]:
    """Every sheet's filled rows."""
    from openpyxl import load_workbook  # noqa: PLC0415 - only once the limits hold

    book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    sheets: dict[str, list[Any]] = {}
    tally = Tally(most_rows=MOST_IMPORTED_ROWS)
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # what the file says about its size may be a lie
        rows = sheets.setdefault(sheet.title.strip(), [])
        for number, cells in enumerate(sheet.iter_rows(max_col=MOST_IMPORTED_COLUMNS), start=1):
            tally.rows(f"工作表“{sheet.title}”", number)
            texts = [text_of(cell) for cell in cells]
            if any(kind != "-" for kind, _ in texts):
                rows.append([number, [[kind, tally.text(text)] for kind, text in texts]])
    return sheets


def text_of(cell: Any) -> list[str]:
    """A cell as [kind, text], as the person who typed it sees it."""
    value = cell.value
    if value is None or value == "":
        return ["-", ""]
    if isinstance(value, bool):
        return ["b", "是" if value else "否"]
    if isinstance(value, datetime):
        return ["d", value.date().isoformat()]
    if isinstance(value, date):
        return ["d", value.isoformat()]
    if isinstance(value, int | float):
        return ["n", number_text(value, str(cell.number_format or ""))]
    return ["e" if getattr(cell, "data_type", "") == "e" else "s", str(value)]


def number_text(value: float, shown_as: str) -> str:
    """A number to the fifteen digits that a spreadsheet shows, without floating-point dust; 0.98 shown as 98% is 98%."""
    number = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")
    percent = "%" in shown_as
    text = f"{number * 100 if percent else number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"{text}%" if percent else text


def checked(path: str) -> dict[str, Any]:
    """What to print about a file."""
    check_directory(Path(path))
    check_parts(path)
    return {"sheets": read(path)}


def main(path: str) -> None:
    """Entry of the child."""
    serve(lambda: checked(path))
