"""子进程: reads a workbook's cells as text, under limits of memory and time. Run as a script; knows nothing of the project.

A 1,444-byte workbook can keep openpyxl busy for a minute, so no web process ever opens one. Answers one JSON value on standard
output: {"sheets": {name: [[row number, [[kind, text], …]], …]}} or {"refused": why}. Kinds: s text, n number, d date, b
switch, e error, - nothing.
"""

from __future__ import annotations

import json
import sys
import zipfile
from datetime import date, datetime
from decimal import Decimal
from typing import Any

MEMORY = 512 * 1024 * 1024
SECONDS = 10
MOST_ROWS = 20_000
MOST_COLUMNS = 30
LONGEST_CELL = 5_000
MOST_TEXT = 8_000_000
LARGEST_CONTENT = 100 * 1024 * 1024
CHUNK = 65_536


class Refused(Exception):  # noqa: N818 - as in gate.py, which this script cannot import
    """拒收."""


def limit() -> None:
    """Take memory and processor time away from this very process."""
    try:
        import resource  # noqa: PLC0415 - missing on Windows, where only the wall clock limits us
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def check_parts(path: str) -> None:
    """Refuse document type definitions, odd encodings, broken parts, and parts larger than the directory says."""
    total = 0
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            is_xml = entry.filename.lower().endswith((".xml", ".rels", ".vml"))
            with archive.open(entry) as part:
                before = b""
                while chunk := part.read(CHUNK):
                    total += len(chunk)
                    if total > LARGEST_CONTENT:
                        raise Refused("文件解压后过大，疑似压缩炸弹，没有读取。")
                    if is_xml and b"\0" in chunk:
                        raise Refused("文件内有编码异常的部件，没有读取。请用 Excel 或 WPS 另存为 .xlsx 后再上传。")
                    window = (before + chunk).upper()
                    if is_xml and (b"<!DOCTYPE" in window or b"<!ENTITY" in window):
                        raise Refused("文件内含有外部实体声明（DTD），疑似恶意文件，没有读取。")
                    before = chunk[-16:]


def read(path: str) -> dict[str, list[Any]]:
    """Every sheet's filled rows."""
    from openpyxl import load_workbook  # noqa: PLC0415 - only once the limits hold

    book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    sheets: dict[str, list[Any]] = {}
    room = MOST_TEXT
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # what the file says about its size may be a lie
        rows = sheets.setdefault(sheet.title.strip(), [])
        for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), start=1):
            if number > MOST_ROWS:
                raise Refused(f"工作表“{sheet.title}”超过 {MOST_ROWS} 行，请删去多余的行或拆成几个文件。")
            texts = [text_of(cell) for cell in cells]
            if any(kind != "-" for kind, _ in texts):
                rows.append([number, texts])
                room -= sum(len(text) for _, text in texts)
            if room < 0:
                raise Refused("文件中的文字过多，请拆成几个文件上传。")
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
    text = str(value)[:LONGEST_CELL]
    return ["e" if getattr(cell, "data_type", "") == "e" else "s", text]


def number_text(value: float, shown_as: str) -> str:
    """A number to the fifteen digits that a spreadsheet shows, without floating-point dust; 0.98 shown as 98% is 98%."""
    number = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")
    percent = "%" in shown_as
    text = f"{number * 100 if percent else number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"{text}%" if percent else text


def answer(path: str) -> dict[str, Any]:
    """What to print."""
    try:
        check_parts(path)
        return {"sheets": read(path)}
    except Refused as refusal:
        return {"refused": str(refusal)}
    except MemoryError:
        return {"refused": "读取文件所需的内存超过上限，没有读取。请删去多余的格式、图片和空行后重试。"}
    except Exception:  # noqa: BLE001 - a hostile file may raise anything; whatever it is, the file cannot be read
        return {"refused": "文件已损坏或不是规范的 .xlsx，读不出来。请用 Excel 或 WPS 另存为 .xlsx 后再上传。"}


if __name__ == "__main__":
    limit()
    sys.stdout.write(json.dumps(answer(sys.argv[1])))
