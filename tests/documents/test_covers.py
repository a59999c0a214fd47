"""封面: spread over its page, the same words in all files."""

from __future__ import annotations

import io

import docx
import pypdf
import pytest
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Twips

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


def ruled(value: str = "", *, blank: bool = False) -> Document:
    line = CoverLine("项目名称", value, "project.name", blank=blank)
    return Document("甲", (Part((Cover(Title("自评报告"), ((line,),)),), name="封面"),))


RULES = [(ruled("养老服务补贴"), True), (ruled(blank=True), True), (ruled(), False)]


@pytest.mark.parametrize(("paper", "has_rule"), RULES)
def test_docx_rule_runs_on_to_the_right_edge(paper, has_rule):
    file = docx.Document(io.BytesIO(WRITERS["docx"](paper)))
    line = next(p for p in file.paragraphs if p.text.startswith("项目名称"))
    underlined = [run for run in line.runs if run.underline]
    assert bool(underlined) == has_rule
    if has_rule:
        assert underlined[-1].text == "\t"
        (stop,) = line.paragraph_format.tab_stops
        right = line.paragraph_format.right_indent
        # An indent that hangs is a stop before the right one: what is filled in has to reach past it.
        assert bool(line.paragraph_format.first_line_indent) == (
            len(underlined) > 1 and underlined[0].text.strip() != ""
        )
        section = file.sections[0]
        text_width = section.page_width - section.left_margin - section.right_margin
        assert stop.alignment == WD_TAB_ALIGNMENT.RIGHT
        assert abs(stop.position + right - text_width) <= Twips(2)


@pytest.mark.parametrize(("paper", "has_rule"), RULES)
def test_xlsx_rule_stands_below_the_value_alone(paper, has_rule):
    sheet = reading.workbook(WRITERS["xlsx"](paper)).active
    label = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "项目名称")
    below = {cell.column for cell in sheet[label.row] if cell.border.bottom.style}
    ends = next((area.max_col for area in sheet.merged_cells.ranges if label.coordinate in area), label.column)
    assert bool(below) == has_rule
    if has_rule:
        assert below == set(range(ends + 1, max(below) + 1))
        assert sheet.cell(label.row, ends + 1).value == (paper.parts[0].blocks[0].groups[0][0].value or None)


@pytest.mark.parametrize(("paper", "has_rule"), RULES)
def test_pdf_draws_the_rule(paper, has_rule):
    html = render_html(paper)
    assert ('<span class="filled">' in html) == has_rule
    page = pypdf.PdfReader(io.BytesIO(WRITERS["pdf"](paper))).pages[0]
    assert bool(page["/Resources"]["/Pattern"]) == has_rule


def test_lines_carry_their_key():
    assert 'data-key="project.name"' in render_html(document())


def test_no_program_is_given_what_xml_cannot_hold():
    assert "养老补贴" in reading.docx_text(WRITERS["docx"](ruled("养老\x0b补贴")))


@pytest.mark.parametrize(("label", "from_one_face"), [("类型：□甲  ☑乙", True), ("类型：甲", False)])
def test_pdf_draws_all_boxes_with_one_face(label, from_one_face):
    paper = Document("甲", (Part((Cover(Title("题"), ((CoverLine(label),),)),)),))
    fonts = pypdf.PdfReader(io.BytesIO(WRITERS["pdf"](paper))).pages[0]["/Resources"]["/Font"]
    names = {str(font.get_object()["/BaseFont"]).split("+")[1] for font in fonts.values()}
    assert ("paper-boxes" in names) == from_one_face
    assert not any("Symbol" in name for name in names)  # what a machine happens to have besides
