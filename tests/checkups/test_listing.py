"""问题清单: one row per finding, in both formats."""

from __future__ import annotations

import io

import docx
from openpyxl import load_workbook

from checkups.listing import listing
from checkups.showing import Anchors, notes_of
from filings.documents import render
from tests.checkups.test_showing import Place, finding

NOTES = notes_of(
    [finding(Place("", "", "=1426人", 3)), finding(Place("", "", "乙", 6))], {"T02": "人数一致"}, Anchors()
)


def tree():
    return listing(NOTES, name="报告.docx", created="2026-03-02T09:00:00+08:00")


def test_docx_has_a_row_per_finding():
    (table,) = docx.Document(io.BytesIO(render(tree(), "docx"))).tables
    assert [cell.text for cell in table.rows[0].cells] == [
        "序号",
        "级别",
        "规则",
        "问题",
        "算式与比对",
        "位置与原文",
        "改法",
    ]
    assert len(table.rows) == 3
    assert table.rows[1].cells[5].text == "第3行：=1426人"


def test_xlsx_keeps_text_as_text():
    sheet = load_workbook(io.BytesIO(render(tree(), "xlsx"))).worksheets[0]
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert "1426≠1462" in texts
    assert any(text.startswith("文件：报告.docx") for text in texts)
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_of_many_places_the_first_are_written_and_the_rest_counted():
    places = [Place("", "", f"{n}分", n) for n in range(1, 22)]
    few, many = notes_of([finding(*places[:6]), finding(*places)], {}, Anchors())
    made = listing([few, many], name="报告.docx", created="2026-03-02T09:00:00+08:00")
    (table,) = docx.Document(io.BytesIO(render(made, "docx"))).tables
    assert table.rows[1].cells[5].text.splitlines()[-1] == "第6行：6分"
    assert table.rows[2].cells[5].text.splitlines()[5:] == ["第6行：6分", "……共 21 处"]
