"""封面: spread over its page, the same words in all files."""

from __future__ import annotations

import pytest

from documents import covers
from documents.tree import Align, Cell, Cover, CoverLine, Document, Paragraph, Part, Row, Table, Text, Title
from documents.writers import WRITERS
from documents.writers.html import render_html
from tests.documents import reading


def cover(lines: int = 1) -> Cover:
    group = (CoverLine("项目名称", "养老服务补贴", "project.name"),) * lines
    return Cover(Title("自评报告"), (group, (CoverLine("云山区财政局（制）", align=Align.CENTER),)), "附件2")


def document(lines: int = 1) -> Document:
    signed = Cell(0, Text("意见："), foot=("负责人（签章）：", "年　月　日"))
    return Document("甲", (Part((cover(lines),), name="封面"), Part((Table((1,), (Row((signed,)),)),))))


@pytest.mark.parametrize("kind", WRITERS)
def test_cover_and_closing_lines_in_reading_order(kind):
    text = reading.text_of(kind, WRITERS[kind](document()))
    places = [
        text.index(w) for w in ("附件2", "自评报告", "项目名称", "养老服务补贴", "云山区", "意见：", "负责人", "年月日")
    ]
    assert places == sorted(places)


def test_room_shrinks_as_the_cover_fills():
    rooms = [covers.room_mm(Part((cover(lines),))) for lines in (1, 8, 12, 40)]
    assert rooms == sorted(rooms, reverse=True)
    assert all(room % 5 == 0 and 5 <= room <= 40 for room in rooms)
    assert covers.room_mm(Part((Paragraph("甲"),))) == 0


@pytest.mark.parametrize("lines", [1, 5, 10])
def test_it_stays_on_one_page_without_a_number(lines):
    pages = reading.pdf_pages(WRITERS["pdf"](document(lines)))
    assert len(pages) == 2
    assert "—1—" not in pages[0]
    assert "—2—" in pages[1]


def test_the_value_is_underlined_and_marked():
    html = render_html(document())
    assert '<span class="filled">养老服务补贴</span>' in html
    assert 'data-key="project.name"' in html
    assert 'w:u w:val="single"' in reading.member(WRITERS["docx"](document()), "word/document.xml")
