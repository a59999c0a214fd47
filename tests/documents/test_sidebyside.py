"""并排: shares are equal until a text needs more than its own."""

from __future__ import annotations

import io

import docx
import pypdf
import pytest

from documents import sidebyside
from documents.tree import Align, Cell, Document, Line, Part, Row, SignBlock, SignLine, Table, Text
from documents.writers import WRITERS
from tests.documents import reading

TABLE = Table((1,), (Row((Cell(0, Text("x")),)),))
LONG = "填报单位（盖章）：云汀市城乡居民养老保险服务中心　填报日期：2025年3月5日"
EVEN, UNEVEN, HOPELESS = ("填报单位：甲", "单位：万元"), (LONG, "单位：万元"), (LONG * 2, LONG)


def starts(texts):
    return sidebyside.starts(texts, 174, 10.5)


def document(block) -> Document:
    return Document("表", (Part((block, TABLE)),))


def test_shares_are_equal_where_all_fit():
    assert starts(EVEN) == [0, 87]
    assert starts(("甲", "乙", "丙")) == [0, 58, 116]
    assert starts(("独",)) == [0]


def test_a_long_text_takes_room_from_the_others():
    first, second = starts(UNEVEN)
    assert first == 0
    assert 87 < second < 174 - 5 * 10.5 * 25.4 / 72


def test_texts_that_cannot_share_keep_equal_shares():
    assert starts(HOPELESS) == [0, 87]


@pytest.mark.parametrize(("texts", "is_whole"), [(EVEN, True), (UNEVEN, True), (HOPELESS, False)])
def test_pdf_tears_no_text_that_fits(texts, is_whole):
    page = pypdf.PdfReader(io.BytesIO(WRITERS["pdf"](document(Line(texts))))).pages[0]
    lines = [reading.squeezed(line) for line in page.extract_text().splitlines()]
    assert any(line.startswith(reading.squeezed(texts[0])) for line in lines) == is_whole


@pytest.mark.parametrize(("texts", "starts_late"), [(EVEN, False), (UNEVEN, True)])
def test_xlsx_gives_a_long_text_the_wider_cell(texts, starts_late):
    sheet = reading.workbook(WRITERS["xlsx"](document(Line(texts)))).active
    left, right = (_left_edge(sheet, text) for text in texts)
    half = _edge(sheet, sheet.max_column + 1) / 2
    assert left == 0
    assert (right > half * 1.1) == starts_late


@pytest.mark.parametrize(("align", "shares"), [(Align.RIGHT, (0.45, 0.725)), (Align.LEFT, (0, 0.5))])
def test_signatures_begin_alike_in_docx_and_xlsx(align, shares):
    block = SignBlock(((SignLine("盖章：", "甲"), SignLine("日期：", "乙")),), align)
    file = docx.Document(io.BytesIO(WRITERS["docx"](document(block))))
    (signs,) = (p for p in file.paragraphs if p.text.startswith("盖章"))
    section = file.sections[0]
    width = section.page_width - section.left_margin - section.right_margin
    (stop,) = signs.paragraph_format.tab_stops
    assert [signs.paragraph_format.left_indent / width, stop.position / width] == pytest.approx(shares, abs=0.002)
    sheet = reading.workbook(WRITERS["xlsx"](document(block))).active
    whole = _edge(sheet, sheet.max_column + 1)
    places = [_left_edge(sheet, text) / whole for text in ("盖章：甲", "日期：乙")]
    assert places == pytest.approx(shares, abs=0.02)
    assert {_found(sheet, text).alignment.horizontal for text in ("盖章：甲", "日期：乙")} == {"left"}


def _found(sheet, text):
    return next(cell for row in sheet.iter_rows() for cell in row if cell.value == text)


def _left_edge(sheet, text) -> float:
    return _edge(sheet, _found(sheet, text).column)


def _edge(sheet, column: int) -> float:
    """Widths of all columns before this one."""
    spans = [(dim.min, dim.max, dim.width) for dim in sheet.column_dimensions.values()]
    return sum(width for number in range(1, column) for low, high, width in spans if low <= number <= high)
