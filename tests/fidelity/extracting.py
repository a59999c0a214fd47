"""按阅读顺序取出文字: rows from top to bottom, cells from left to right, a merged cell once, where it begins.

PDF: text in the order of the page's content stream (pypdf; `pdftotext -raw` gives the same). WeasyPrint draws tables row
by row, so this is the order of the rows, whereas sorting by position would put the label of a tall merged cell, which is
centred in its height, behind the rows beside it.
"""

from __future__ import annotations

import re
from decimal import Decimal

from openpyxl.cell.cell import Cell

from tests.documents import reading

_PAGE_NUMBER = re.compile(r"—\d+—$")


def extracted(kind: str, data: bytes) -> str:
    return {"docx": reading.docx_text, "pdf": _pdf, "xlsx": _xlsx}[kind](data)


def _pdf(data: bytes) -> str:
    return "".join(_PAGE_NUMBER.sub("", page) for page in reading.pdf_pages(data))


def _xlsx(data: bytes) -> str:
    cells = (cell for sheet in reading.workbook(data) for row in sheet.iter_rows() for cell in row)
    return reading.squeezed("".join(_shown(cell) for cell in cells if cell.value is not None))


def _shown(cell: Cell) -> str:
    """A figure as the spreadsheet shows it: by the cell's own number format."""
    if not isinstance(cell.value, int | float):
        return str(cell.value)
    code = cell.number_format
    places = len(code.rstrip("%").partition(".")[2])
    value = Decimal(str(cell.value)) * (100 if code.endswith("%") else 1)
    return f"{value:{',' if ',' in code else ''}.{places}f}" + ("%" if code.endswith("%") else "")
