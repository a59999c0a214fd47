"""纸表的读取: merges are resolved; a hostile file is refused and costs little."""

from __future__ import annotations

import zipfile

import docx
import openpyxl
import pytest

from documents.readers import confine, reading
from documents.readers.gate import Refused
from documents.readers.paper import PaperCell, PaperTable, PaperText
from documents.readers.reading import read_paper


@pytest.fixture
def paper(tmp_path):
    document = docx.Document()
    document.add_paragraph("项目自评表")
    document.add_paragraph("")
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "基本情况"
    table.cell(0, 1).text = "项目名称"
    table.cell(2, 0).merge(table.cell(2, 2)).text = "合计"
    path = tmp_path / "表.docx"
    document.save(path)
    return path


def by_place(table):
    return {(cell.row, cell.column): cell for cell in table.cells}


def test_docx(paper):
    text, table = read_paper(paper).blocks
    assert text == PaperText("项目自评表")
    assert isinstance(table, PaperTable)
    assert (table.height, len(table.widths)) == (3, 3)
    cells = by_place(table)
    assert cells[0, 0] == PaperCell("基本情况", 0, 0, 1, 2)
    assert cells[0, 1].text == "项目名称"
    assert (1, 0) not in cells
    assert cells[2, 0] == PaperCell("合计", 0, 2, 3, 1)


def test_xlsx(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"], sheet["B2"] = "基本情况", 12.5
    sheet.merge_cells("A1:A2")
    sheet.column_dimensions["A"].width = 20
    hidden = book.create_sheet("隐藏")
    hidden["A1"] = "不读"
    hidden.sheet_state = "hidden"
    path = tmp_path / "表.xlsx"
    book.save(path)
    (table,) = read_paper(path).blocks
    assert table.widths[0] == 2000
    cells = by_place(table)
    assert cells[0, 0] == PaperCell("基本情况", 0, 0, 1, 2)
    assert cells[1, 1].text == "12.5"
    assert (1, 0) not in cells


def respun(source, target, **parts):
    """A copy of a package with parts replaced or added."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.pop(name, None) or old.read(name))
        for name, data in parts.items():
            new.writestr(name, data)
    return target


def test_what_is_no_paper_is_refused(tmp_path):
    for name, data, words in (
        ("a.docx", b"", "空的"),
        ("b.docx", b"plain", "不是 .docx"),
        ("c.docx", b"\xd0\xcf\x11\xe0" + b"0" * 99, "旧版"),
        ("d.doc", b"x", "只能读"),
        ("e.docx", b"PK\x03\x04broken", "损坏"),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(Refused, match=words):
            read_paper(path)


def test_entities_macros_and_bombs_are_refused(paper, tmp_path):
    entity = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'
    with pytest.raises(Refused, match="DTD"):
        read_paper(respun(paper, tmp_path / "a.docx", **{"word/document.xml": entity}))
    with pytest.raises(Refused, match="宏"):
        read_paper(respun(paper, tmp_path / "b.docx", **{"word/vbaProject.bin": b"x"}))
    with pytest.raises(Refused, match="压缩炸弹"):
        read_paper(respun(paper, tmp_path / "c.docx", **{"word/media/a.xml": b"0" * 30_000_000}))
    with pytest.raises(Refused, match="读不出来"):
        read_paper(respun(paper, tmp_path / "d.docx", **{"word/document.xml": b"<a"}))


def test_without_the_look_at_the_parts_the_entity_would_reach_the_parser(paper, tmp_path, monkeypatch):
    """Negative control: only `check_parts` stands before the parser."""
    entity = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'
    path = respun(paper, tmp_path / "a.docx", **{"word/document.xml": entity})
    with pytest.raises(confine.Unreadable):
        confine.check_parts(str(path))
    child = __import__("documents.readers.child", fromlist=["answer"])
    monkeypatch.setattr(child, "check_parts", lambda path: None)
    assert "DTD" not in str(child.answer(str(path)))


def test_a_child_that_takes_too_long_is_ended(paper, monkeypatch):
    monkeypatch.setattr(reading, "WALL_SECONDS", 1)
    monkeypatch.setattr(reading, "BOOT", "import time; time.sleep(30)")
    with pytest.raises(Refused, match="超时"):
        read_paper(paper)


def test_a_table_without_end_is_refused(tmp_path):
    book = openpyxl.Workbook()
    book.active["A5000"] = "远"
    path = tmp_path / "长.xlsx"
    book.save(path)
    assert read_paper(path).blocks == ()  # nothing within the rows that a form has
    book.active["A1"] = "近"
    book.active["A401"] = "远"
    book.save(path)
    with pytest.raises(Refused, match="超过400行"):
        read_paper(path)
