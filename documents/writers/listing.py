"""清单 XLSX: a plain list of typed values, written row by row with flat memory, however long it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

from ..text import clean

Value = str | int | Decimal | datetime | None


@dataclass(frozen=True, slots=True)
class Column:
    """列: heading, width in characters and, for figures and dates, the number format."""

    label: str
    width: int
    number_format: str = ""


def write_listing(
    path: Path, name: str, columns: Sequence[Column], rows: Iterable[Sequence[Value]], *, created: datetime
) -> int:
    """Write `rows` to an XLSX file at `path` and return their number. Texts stay texts, also when they begin with `=`.

    `created` goes into the file's properties, so that the same list gives the same bytes. Dates are written as they read, without their time zone. Rows may be shorter than the columns.
    """
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    workbook = xlsxwriter.Workbook(str(path), options)
    workbook.set_properties({"created": created.astimezone(UTC).replace(tzinfo=None, microsecond=0)})
    sheet = workbook.add_worksheet(name)
    formats = [workbook.add_format({"num_format": c.number_format}) if c.number_format else None for c in columns]
    heading = workbook.add_format({"bold": True, "align": "center", "bottom": 1})
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.label, heading)
    sheet.freeze_panes(1, 0)
    try:
        number = _write_rows(sheet, rows, formats)
        sheet.autofilter(0, 0, number, len(columns) - 1)
    finally:
        workbook.close()  # also when the rows break off: it takes the library's own temporary file away
    return number


def _write_rows(sheet: Any, rows: Iterable[Sequence[Value]], formats: Sequence[Any]) -> int:
    number = 0
    for number, row in enumerate(rows, start=1):
        for place, value in enumerate(row):
            _write(sheet, number, place, value, formats[place])
    return number


def _write(sheet: Any, row: int, place: int, value: Value, format: Any) -> None:  # noqa: A002 - XlsxWriter's word
    match value:
        case None:
            return
        case str():
            sheet.write_string(row, place, clean(value))
        case datetime():
            sheet.write_datetime(row, place, value.replace(tzinfo=None), format)
        case _:
            sheet.write_number(row, place, float(value), format)
