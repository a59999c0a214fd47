"""读取工作簿: hostile files are refused with a reason, quickly; honest ones come through as typed."""

from __future__ import annotations

import os
import struct
import time
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from documents.readers import confine, limits
from documents.readers.refused import Refused
from factbook.imports.reading import Cell, json_of, read_workbook, sheets_of
from tests.factbook.imports.books import MAIN, book, honest_parts, packed, with_sheet


@pytest.fixture
def path(tmp_path):
    return tmp_path / "upload.xlsx"


def plus(**parts):
    return lambda path: packed(
        path, {**honest_parts(), **{name.replace("__", "/"): data for name, data in parts.items()}}
    )


def written(data):
    return lambda path: path.write_bytes(data)


def named(name):
    return lambda path: packed(path, {**honest_parts(), name: b"x"})


def encrypted(path):
    packed(path, honest_parts())
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            struct.pack_into("<H", data, place + offset, 1)
            place = data.find(mark, place + 4)
    path.write_bytes(bytes(data))


def symlink(path):
    def change(entry):
        if entry.filename == "xl/styles.xml":
            entry.external_attr = 0o120777 << 16

    packed(path, honest_parts(), change=change)


def torn(path):
    packed(path, honest_parts())
    path.write_bytes(path.read_bytes()[:-40])


def rotten(path):
    packed(path, honest_parts())
    data = bytearray(path.read_bytes())
    place = data.find(b"xl/worksheets/sheet1.xml") + 40
    data[place : place + 8] = b"\xff" * 8
    path.write_bytes(bytes(data))


def without(name):
    return lambda path: packed(path, {k: v for k, v in honest_parts().items() if k != name})


def rows(count):
    body = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, count + 1))
    return f"<worksheet {MAIN}><sheetData>{body}</sheetData></worksheet>"


DTD = f'<!DOCTYPE x [<!ENTITY a "b">]><worksheet {MAIN}><sheetData/></worksheet>'
LATE_DTD = "<!--" + "x" * 70_000 + "-->" + DTD
HOSTILE = {
    "empty": (written(b""), "空的"),
    "old xls": (written(b"\xd0\xcf\x11\xe0" + b"x" * 600), "旧版"),
    "html as xlsx": (written(b"<html><table>"), "不是 .xlsx"),
    "csv as xlsx": (written("单位代码,项目编码".encode()), "不是 .xlsx"),
    "too big": (written(b"PK\x03\x04" + b"x" * (10 * 1024 * 1024)), "超过上限"),
    "torn": (torn, "损坏"),
    "rotten part": (rotten, "损坏"),
    "bomb": (plus(xl__big=b"0" * 30_000_000), "压缩"),
    "many bombs": (plus(**{f"p{n}": os.urandom(1000) * 900 for n in range(120)}), "解压后超过"),
    "many entries": (plus(**{f"p{n}": b"" for n in range(2100)}), "部件"),
    "macro": (plus(xl__vbaProject=b"x"), "宏"),
    "external link": (plus(xl__externalLinks__a=b"x"), "外部"),
    "embedded": (plus(xl__embeddings__o=b"x"), "内嵌"),
    "activex": (plus(xl__activeX__a=b"x"), "内嵌"),
    "nested zip": (named("xl/a.zip"), "夹带"),
    "way out": (named("../../etc/passwd"), "名称异常"),
    "absolute": (named("/etc/passwd"), "名称异常"),
    "windows way out": (named("..\\a"), "名称异常"),
    "encrypted": (encrypted, "密码"),
    "symlink": (symlink, "符号链接"),
    "docx": (without("xl/workbook.xml"), "xl/workbook.xml"),
    "dtd": (lambda path: with_sheet(path, DTD), "DTD"),
    "late dtd": (lambda path: with_sheet(path, LATE_DTD), "DTD"),
    "utf-16 dtd": (lambda path: with_sheet(path, DTD.encode("utf-16")), "编码"),
    "broken xml": (lambda path: with_sheet(path, f"<worksheet {MAIN}><sheetData><row>"), "损坏"),
    "too many rows": (lambda path: with_sheet(path, rows(20_001)), "20000 行"),
    "row a million": (lambda path: with_sheet(path, rows(1).replace('r="1"', 'r="1048576"')), "20000 行"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_refused_with_its_reason_in_time(path, name):
    make, reason = HOSTILE[name]
    make(path)
    started = time.monotonic()
    with pytest.raises(Refused, match=reason):
        read_workbook(path)
    # Not a speed: the child's own limits end it, and this only says that they do.
    assert time.monotonic() - started < 60


MERGED = f'<worksheet {MAIN}><sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'


def test_huge_merged_cell_does_not_hang(path):
    with_sheet(path, MERGED)
    started = time.monotonic()
    assert read_workbook(path) == {"项目": ()}
    assert time.monotonic() - started < 5


def test_a_lying_dimension_is_not_believed(path):
    with_sheet(path, rows(2).replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>'))
    assert len(read_workbook(path)["项目"]) == 2


def test_a_child_that_never_ends_is_stopped(path, monkeypatch):
    monkeypatch.setattr(confine, "BOOT", "import time\ntime.sleep(60)\n")
    monkeypatch.setattr(limits, "WALL_SECONDS", 1)
    packed(path, honest_parts())
    with pytest.raises(Refused, match="超时"):
        read_workbook(path)


SPENDTHRIFT = """
import sys; sys.path.insert(0, sys.argv[1])
from documents.readers import confine, limits
limits.CPU_SECONDS = 1
def work():
    {work}
confine.serve(work)
"""


def test_a_child_out_of_processor_time_or_memory_is_explained(path, monkeypatch):
    packed(path, honest_parts())
    monkeypatch.setattr(confine, "BOOT", SPENDTHRIFT.format(work='return {"sheets": "x" * (2 * limits.MEMORY)}'))
    with pytest.raises(Refused, match="内存"):
        read_workbook(path)
    monkeypatch.setattr(confine, "BOOT", SPENDTHRIFT.format(work="while True: pass"))
    with pytest.raises(Refused, match="超时或超出内存"):
        read_workbook(path)


def test_honest_cells_come_as_typed(path):
    made = Workbook()
    sheet = made.active
    sheet.title = " 项目 "
    sheet.append(["077", 77, 12.5, 0.1 + 0.2, date(2024, 1, 5), datetime(2024, 1, 5, 8), True, None, " 留白\r\n行 "])
    percent, error = sheet.cell(1, 10, 0.98), sheet.cell(1, 11)
    percent.number_format = "0%"
    error.value, error.data_type = "#REF!", "e"
    sheet.cell(1, 12).value = "=1+1"
    sheet.cell(3, 1, "第三行")
    made.save(path)
    first, third = read_workbook(path)["项目"]
    assert (first.number, third.number) == (1, 3)
    texts = [(cell.kind, cell.text) for cell in first.cells]
    assert texts[:4] == [("s", "077"), ("n", "77"), ("n", "12.5"), ("n", "0.3")]
    assert texts[4:8] == [("d", "2024-01-05"), ("d", "2024-01-05"), ("b", "是"), ("-", "")]
    assert texts[8:12] == [("s", "留白\n行"), ("n", "98%"), ("e", "#REF!"), ("-", "")]


def test_sheets_survive_being_put_aside(path):
    book(path, [["077", "P1", "名"]])
    sheets = read_workbook(path)
    assert sheets_of(json_of(sheets)) == sheets
    assert sheets["项目"][1].cells[0] == Cell("s", "077")
