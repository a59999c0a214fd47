"""XLSX 的读取: every sheet with something in it as one table, merges resolved. Runs in the child process only."""

from __future__ import annotations

from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from documents.readers.child import LONGEST, MOST_COLUMNS, MOST_ROWS
from documents.readers.confine import Unreadable

USUAL_WIDTH = 8.43  # characters, where a sheet tells none


def read_xlsx(path: str) -> list[Any]:
    """Blocks as documents.readers.child tells them."""
    book = load_workbook(path, data_only=True, keep_links=False)
    tables = (_table(sheet) for sheet in book.worksheets if sheet.sheet_state == "visible")
    return [table for table in tables if table[2]]


def _table(sheet: Worksheet) -> list[Any]:
    texts = {
        (cell.row, cell.column): str(cell.value)[:LONGEST].strip()
        for row in sheet.iter_rows(max_row=min(sheet.max_row, MOST_ROWS + 1), max_col=MOST_COLUMNS + 1)
        for cell in row
        if cell.value is not None
    }
    merges = {(m.min_row, m.min_col): (m.max_row, m.max_col) for m in sheet.merged_cells.ranges}
    height = max([row for row, _ in texts] + [bottom for bottom, _ in merges.values()], default=0)
    width = max([column for _, column in texts] + [right for _, right in merges.values()], default=0)
    if height > MOST_ROWS or width > MOST_COLUMNS:
        raise Unreadable(f"工作表超过{MOST_ROWS}行或{MOST_COLUMNS}列，请只留下表样本身后再试。")
    return [
        "t",
        [_width(sheet, column) for column in range(1, width + 1)],
        height,
        _cells(texts, merges, height, width),
    ]


def _cells(
    texts: dict[tuple[int, int], str], merges: dict[tuple[int, int], tuple[int, int]], height: int, width: int
) -> list[Any]:
    cells: list[Any] = []
    covered: set[tuple[int, int]] = set()
    for row in range(1, height + 1):
        for column in range(1, width + 1):
            if (row, column) in covered:
                continue
            bottom, right = merges.get((row, column), (row, column))
            covered |= {(r, c) for r in range(row, bottom + 1) for c in range(column, right + 1)}
            cells.append([texts.get((row, column), ""), column - 1, row - 1, right - column + 1, bottom - row + 1])
    return cells


def _width(sheet: Worksheet, column: int) -> int:
    told = sheet.column_dimensions.get(get_column_letter(column))
    return max(1, round(100 * (told.width if told and told.width else USUAL_WIDTH)))
