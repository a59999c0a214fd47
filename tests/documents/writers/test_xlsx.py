"""XLSX: typed figures, merged ranges, print settings, room for every text."""

import io

import openpyxl
import pytest

from documents.text import anchor
from documents.tree import (
    Cell,
    Document,
    Line,
    Orientation,
    PageBreak,
    Paragraph,
    Part,
    Row,
    SignBlock,
    SignLine,
    Table,
    Text,
)
from documents.writers.xlsx import _sheet_name, render_xlsx
from documents.writers.xlsx_sheet import SheetError
from tests.documents import reading, samples


def book(document):
    return reading.workbook(render_xlsx(document))


def sheet_of(*blocks, **settings):
    return book(Document("t", (Part(blocks, **settings),))).active


def test_figures_are_numbers_with_their_format():
    cells = {(c.value, c.number_format) for row in book(samples.jinzhong()).active.iter_rows() for c in row}
    assert (2536.08, "#,##0.00") in cells
    assert (0.9322, "0.00%") in cells
    assert ("077", "@") in cells


def test_merged_ranges_never_overlap_and_sheet_is_compact():
    sheet = book(samples.jinzhong()).active
    covered = [(r, c) for area in sheet.merged_cells.ranges for r, c in area.cells]
    assert len(covered) == len(set(covered))
    assert sheet.max_column <= 9


def test_print_settings():
    sheet = book(samples.suining()).active
    assert sheet.print_area.startswith("'项目自评表'!$A$1:")
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.paperSize, sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage) == (
        9,
        0,
        True,
    )
    assert sheet.print_options.horizontalCentered
    assert "&P" in sheet.oddFooter.center.text


def test_landscape_and_no_page_numbers():
    part = Part((samples.suining_table(),), Orientation.LANDSCAPE)
    sheet = book(Document("t", (part,), page_numbers=False)).active
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.oddFooter.center.text is None


def test_keys_are_defined_names():
    names = book(samples.jinzhong()).defined_names
    assert names[anchor("funds.spent")].attr_text.startswith("'自评表'!$")
    assert ":" in names[anchor("statement.funds")].attr_text


def test_draft_mark_in_the_header_only_for_drafts():
    assert "草稿" in book(samples.jinzhong("草稿")).active.oddHeader.center.text
    assert book(samples.jinzhong()).active.oddHeader.center.text is None


def test_rows_have_room_for_their_text_within_excels_limit():
    sheet = sheet_of(Table((1, 9), (Row((Cell(0, Text("标签")), Cell(1, Text("长" * 4000)))),)))
    heights = [sheet.row_dimensions[n].height for n in range(1, sheet.max_row + 1)]
    assert max(heights) <= 409
    assert sum(heights) >= 4000 / 50 * 12
    assert sheet["A1"].value == "标签"


def test_text_longer_than_a_cell_is_refused_not_cut():
    with pytest.raises(SheetError, match="32767"):
        sheet_of(Paragraph("长" * 32_768))


def test_more_texts_than_columns_share_one_cell():
    signs = SignBlock((tuple(SignLine(f"签{n}") for n in range(15)),))
    sheet = sheet_of(signs, Line(("一",), key="l"), PageBreak(), Paragraph("末"))
    text = "".join(str(c.value) for row in sheet.iter_rows() for c in row if c.value)
    assert all(f"签{n}" in text for n in range(15))
    assert sheet.row_breaks.brk


def test_sheet_names_are_legal_and_single():
    taken = set()
    names = [
        _sheet_name(wanted, taken) for wanted in ("项目[1]:*?/\\表", "项目 1      表", "A" * 40, "a" * 40, "'", "")
    ]
    assert len({name.lower() for name in names}) == 6
    assert all(0 < len(name) <= 31 for name in names)


def test_properties_are_fixed():
    properties = book(samples.jinzhong()).properties
    assert properties.created.isoformat() == "2025-03-18T01:30:00"
    assert properties.creator == "区民政服务中心"


def test_signatures_and_lines_have_names():
    signs = SignBlock(((SignLine("甲", key="s"), SignLine("乙")),))
    names = book(Document("t", (Part((signs, Line(("左", "右"), key="l")), name="表"),))).defined_names
    assert {anchor("s"), anchor("l")} <= set(names)


@pytest.mark.parametrize(("lead", "has_heading"), [(5, True), (0, False)])
def test_a_heading_inside_a_paragraph_has_the_face_of_its_level(lead, has_heading):
    text = "1.目标。=1+1，按月\n考核。"
    data = render_xlsx(Document("x", (Part((Paragraph(text, key="text.goal", lead=lead), Paragraph("乙。"))),)))
    found = openpyxl.load_workbook(io.BytesIO(data), rich_text=True)
    cell = next(cell for row in found.active.iter_rows() for cell in row if "目标" in str(cell.value))
    assert str(cell.value) == "　　1.目标。=1+1，按月\n　　考核。"
    assert cell.data_type == "s"
    bold = [piece.text for piece in cell.value if piece.font.b] if has_heading else []
    assert bold == (["　　1.目标。"] if has_heading else [])
    if has_heading:
        assert [piece.font.rFont for piece in cell.value] == ["楷体_GB2312", "仿宋_GB2312"]


def test_a_paragraph_that_is_all_heading_is_written():
    assert reading.xlsx_text(render_xlsx(Document("x", (Part((Paragraph("目标。", lead=3),)),)))) == "目标。"
