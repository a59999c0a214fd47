"""工作表分页: manual breaks between groups, labels repeated, and one page where one nearly suffices."""

from decimal import Decimal

import pytest

from documents.tree import (
    Cell,
    Chart,
    ChartKind,
    Document,
    Heading,
    Number,
    PageBreak,
    Paragraph,
    Part,
    Row,
    Series,
    Table,
    Text,
)
from documents.writers.xlsx import render_xlsx
from documents.writers.xlsx_pages import Pages
from tests.documents import reading
from tests.documents.samples import F, Grid, L
from tests.documents.writers.test_pdf import long_form

PROSE = Part((Paragraph("x"),))
PAGE = 225 * 72 / 25.4


def sheet_of(*blocks):
    return reading.workbook(render_xlsx(Document("表", (Part(blocks),)))).worksheets[0]


def breaks(sheet) -> list[int]:
    return [found.id for found in sheet.row_breaks.brk]


def groups(count, rows=8):
    grid = Grid((1, 3))
    for group in range(count):
        grid.row((f"组{group}标签", L, 1, rows), (f"组{group}首", F), group=group)
        for _ in range(1, rows):
            grid.row(("中", F), group=group)
    return grid.table()


def test_pages_end_between_groups():
    sheet = sheet_of(groups(12))
    assert breaks(sheet)
    assert all(str(sheet.cell(row + 1, 1).value).startswith("组") for row in breaks(sheet))


def test_the_label_of_a_tall_group_is_repeated_below_every_break():
    sheet = reading.workbook(render_xlsx(long_form())).worksheets[0]
    labels = [row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == "履职效能标签"]
    assert labels == [2, *(row + 1 for row in breaks(sheet))]
    assert len(labels) >= 3


def test_a_little_more_than_a_page_is_shrunk_to_one():
    sheets = {count: sheet_of(groups(count, 1)) for count in (42, 44, 60)}
    # A sheet may be as many pages high as it likes where this is 0; one page is what Excel takes where nothing is said.
    assert {count: sheet.page_setup.fitToHeight for count, sheet in sheets.items()} == {42: 0, 44: None, 60: 0}
    assert {count: len(breaks(sheet)) for count, sheet in sheets.items()} == {42: 0, 44: 0, 60: 1}


@pytest.mark.parametrize(("share", "is_single"), [(0.11, True), (0.14, False)])
def test_up_to_an_eighth_more_than_a_page_is_shrunk(share, is_single):
    page = 259 * 72 / 25.4 * 0.985  # of a form, as the sheet reckons it
    table = Table((1,), tuple(Row((Cell(0, Text("行")),), group=n) for n in range(2)))
    pages = Pages(Part((table,)))
    _, starts = pages.split(table, [page, share * page])
    assert pages.is_single == is_single
    assert starts == ([] if is_single else [1])


def test_a_heading_goes_with_what_follows():
    pages = Pages(PROSE)
    pages.place(0, PAGE - 60)
    pages.place(1, 20, with_next=64)
    assert pages.breaks == [1]


def test_the_unit_of_a_chart_its_figures_and_caption_stay_together():
    series = (Series("2024年", (Number(Decimal(10), "10", "0"), Number(Decimal(7), "7", "0"))),)
    chart = Chart(ChartKind.BAR, "图一", ("收入", "支出"), series, unit="万元")
    for filling in range(12, 24):
        sheet = sheet_of(*[Paragraph("满")] * filling, chart)
        found = {str(cell.value): cell.row for row in sheet.iter_rows() for cell in row if cell.value}
        unit = next(row for text, row in found.items() if text.startswith("单位"))
        assert not [end for end in breaks(sheet) if unit <= end < found["图一"]], filling


def test_a_text_that_fits_stays():
    pages = Pages(PROSE)
    pages.place(0, PAGE - 60)
    pages.place(1, 20)
    assert pages.breaks == []


def test_breaks_of_the_form_are_kept():
    sheet = sheet_of(Heading("一、", 1), Paragraph("甲"), PageBreak(), Paragraph("乙"))
    assert breaks(sheet) == [2]


def test_no_break_above_the_first_row():
    assert breaks(sheet_of(PageBreak(), Paragraph("甲"))) == []
