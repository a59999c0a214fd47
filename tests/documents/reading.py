"""读回: the text of a written file, in order, without blanks and line ends."""

from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal

import docx
import openpyxl
import pypdf
from docx.oxml.ns import qn


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def pdf_pages(data: bytes) -> list[str]:
    return [squeezed(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def docx_text(data: bytes) -> str:
    body = docx.Document(io.BytesIO(data)).element.body
    return squeezed("".join(node.text or "" for node in body.iter(qn("w:t"))))


def workbook(data: bytes):
    return openpyxl.load_workbook(io.BytesIO(data))


def shown(cell) -> str:
    if isinstance(cell.value, int | float):
        value = Decimal(str(cell.value))
        return f"{value * 100:.2f}%" if cell.number_format == "0.00%" else f"{value:,.2f}"
    return str(cell.value)


def xlsx_text(data: bytes) -> str:
    cells = (cell for sheet in workbook(data) for row in sheet.iter_rows() for cell in row)
    return squeezed("".join(shown(cell) for cell in cells if cell.value is not None))


def member(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def text_of(kind: str, data: bytes) -> str:
    return {"docx": docx_text, "xlsx": xlsx_text}[kind](data) if kind != "pdf" else "".join(pdf_pages(data))
