"""读取工作簿: hostile files are refused with a reason, quickly; honest ones come through as typed."""

from __future__ import annotations

import re
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from documents.readers import confine, limits
from documents.readers.gate import check_head
from documents.readers.kinds import WORKBOOK
from documents.readers.refused import Refused
from factbook.imports.reading import Cell, json_of, read_workbook, sheets_of
from tests.documents.corpus import hostile as corpus
from tests.documents.corpus.batch import verdicts
from tests.factbook.imports.books import MAIN, book, honest_parts, packed, with_sheet


@pytest.fixture
def path(tmp_path):
    return tmp_path / "upload.xlsx"


def rows(count):
    body = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, count + 1))
    return f"<worksheet {MAIN}><sheetData>{body}</sheetData></worksheet>"


# What no reader needs to open to refuse it. Reports have limits of their own: an import may be longer, and looks at no merge.
READ_FIRST = {"三百万行", "巨型合并", "虚报范围", "巨型文字表"}
HOSTILE = [case for case in corpus.HOSTILE if case.file.endswith(".xlsx") and case.kind not in READ_FIRST]


def test_every_hostile_workbook_is_refused_by_the_same_checks(tmp_path):
    folder = tmp_path / "uploads"
    folder.mkdir()
    told = {}
    for number, case in enumerate(HOSTILE):
        file = folder / f"{number:02d}.xlsx"
        file.write_bytes(case.build())
        try:
            check_head(file, WORKBOOK, name=case.file)
        except Refused as refusal:
            told[str(case)] = str(refusal)
            file.unlink()
    answers = verdicts(folder, "import")
    told |= {str(HOSTILE[int(name[:2])]): answer.get("refused", "") for name, answer in answers.items()}
    assert {str(case): told[str(case)] for case in HOSTILE if not re.search(case.words, told[str(case)])} == {}
    assert len(HOSTILE) >= 25


@pytest.mark.parametrize(
    ("sheet", "why"),
    [
        (f"<worksheet {MAIN}><sheetData><row>", "损坏"),
        (rows(1).replace('r="1"', 'r="1048576"'), "工作表“项目”超过20000行"),
    ],
)
def test_a_broken_or_endless_sheet_is_refused(path, sheet, why):
    with_sheet(path, sheet)
    with pytest.raises(Refused, match=why):
        read_workbook(path)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("a.xls", "旧版格式"),
        ("a.docx", "导入只读 Excel 工作簿"),
        ("CON.xlsx", "保留名称"),
        ("项目.csv", "这是 .csv 文件"),
    ],
)
def test_the_name_as_uploaded_counts(path, name, why):
    packed(path, honest_parts())
    assert list(read_workbook(path)) == ["项目"]
    with pytest.raises(Refused, match=why):
        read_workbook(path, name=name)


MERGED = f'<worksheet {MAIN}><sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'


def test_huge_merged_cell_does_not_hang(path):
    with_sheet(path, MERGED)
    assert read_workbook(path) == {"项目": ()}


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
