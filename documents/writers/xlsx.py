"""XLSX 输出: one sheet per part, figures as numbers, everything else as text that no program will calculate."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from typing import Any

import xlsxwriter

from .. import style
from ..covers import cover_of
from ..fitted import fitted
from ..text import clean
from ..tree import Document, Orientation, Part
from .archive import fixed
from .xlsx_formats import Formats
from .xlsx_sheet import Sheet

_CREATED = datetime(2000, 1, 1, tzinfo=UTC)  # for a document without a moment: any fixed one keeps files repeatable
_A4 = 9  # Excel's paper number
_NAME_LENGTH = 31  # Excel's limit for a sheet name
_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
# Nothing a unit types may become a formula, a link or another type.
_OPTIONS = {
    "in_memory": True,
    "constant_memory": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_column_width": 72,
    "default_row_height": 19,
}
# Column widths count in digits of this face: one that Chinese desktops have, and whose digit is 8 pixels sharp.
_DEFAULT_FACE = {"font_name": style.Face.SONG.value, "font_size": 12}


def render_xlsx(document: Document) -> bytes:
    """Return the document as XLSX; the same document gives the same bytes.

    Raises GridError for a table with a hole or an overlap, SheetError for a text no cell can hold.
    """
    document = fitted(document)
    target = io.BytesIO()
    # XlsxWriter writes into the face it is given: every workbook gets its own.
    workbook = xlsxwriter.Workbook(target, {**_OPTIONS, "default_format_properties": dict(_DEFAULT_FACE)})
    _describe(workbook, document)
    formats = Formats(workbook)
    taken: set[str] = set()
    for number, part in enumerate(document.parts, start=1):
        worksheet = workbook.add_worksheet(_sheet_name(part.name or f"第{number}部分", taken))
        _set_page(worksheet, document, part)
        Sheet(workbook, worksheet, formats, part).write()
    workbook.close()
    return fixed(target.getvalue())


def _describe(workbook: Any, document: Document) -> None:
    moment = datetime.fromisoformat(document.created) if document.created else _CREATED
    properties = {
        "title": clean(document.title),
        "author": clean(document.author),
        "keywords": clean(" ".join(document.keywords)),
        "created": moment.astimezone(UTC).replace(tzinfo=None, microsecond=0),
    }
    workbook.set_properties(properties)


def _sheet_name(wanted: str, taken: set[str]) -> str:
    """Return a name Excel accepts, with a number where two parts are called alike."""
    base = _FORBIDDEN_IN_NAMES.sub(" ", clean(wanted).replace("\n", " ")).strip().strip("'")[:_NAME_LENGTH] or "表"
    name, number = base, 2
    while name.lower() in taken:
        tail = f"（{number}）"
        name, number = base[: _NAME_LENGTH - len(tail)] + tail, number + 1
    taken.add(name.lower())
    return name


def _set_page(worksheet: Any, document: Document, part: Part) -> None:
    paper = style.paper(part)
    worksheet.set_paper(_A4)
    if part.orientation is Orientation.LANDSCAPE:
        worksheet.set_landscape()
    margins = {"left": paper.left, "right": paper.right, "top": paper.top, "bottom": paper.bottom}
    worksheet.set_margins(**{side: value / style.MM_PER_INCH for side, value in margins.items()})
    worksheet.fit_to_pages(1, 0)
    worksheet.center_horizontally()
    worksheet.hide_gridlines(2)
    if document.page_numbers and cover_of(part) is None:
        points = round(style.page_number(part).points)
        worksheet.set_footer(f'&C&"{style.PAGE_NUMBER.face},Regular"&{points}— &P —')
    if document.watermark:
        text = clean(document.watermark).replace("&", "&&").replace("\n", " ")
        worksheet.set_header(f'&C&"{style.Face.HEI},Regular"&26&K{style.WATERMARK_COLOUR.upper()}{text}')
