"""DOCX: styles, repeated heads, bookmarks, fields, sections."""

import io
import re

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm

from documents.text import anchor
from documents.tree import (
    Align,
    Cell,
    Document,
    Heading,
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
    Title,
)
from documents.writers.docx import render_docx
from tests.documents import reading, samples
from tests.documents.samples import F, Grid, L


def opened(document):
    return docx.Document(io.BytesIO(render_docx(document)))


def body(document):
    return reading.member(render_docx(document), "word/document.xml")


def test_header_rows_repeat_and_rows_stay_whole():
    rows = opened(samples.suining()).element.body.findall(".//" + qn("w:tr"))
    assert [row.find(".//" + qn("w:tblHeader")) is not None for row in rows].count(True) == 1
    assert all(row.find(".//" + qn("w:cantSplit")) is not None for row in rows)


def test_group_rows_keep_with_next_except_the_last():
    grid = Grid((1, 1))
    grid.row(("组", L, 1, 3), ("一", F), group=1)
    grid.row(("二", F), group=1)
    grid.row(("三", F), group=1)
    rows = opened(Document("t", (Part((grid.table(),)),))).element.body.findall(".//" + qn("w:tr"))
    assert [row.find(".//" + qn("w:keepNext")) is not None for row in rows] == [True, True, False]


def test_spans_are_merged_cells():
    xml = body(samples.jinzhong())
    assert (
        xml.count('<w:vMerge w:val="restart"/>')
        == sum(c.rowspan > 1 for r in samples.jinzhong_table().rows for c in r.cells) + 1
    )
    assert '<w:gridSpan w:val="5"/>' in xml


def test_label_of_a_tall_group_is_repeated_with_a_page_break():
    grid = Grid((1, 1))
    grid.row(("履职效能", L, 1, 90), ("0", F), group=1)
    for number in range(1, 90):
        grid.row((str(number), F), group=1)
    xml = body(Document("t", (Part((grid.table(),)),)))
    assert xml.count("履职效能") == xml.count("<w:pageBreakBefore/>") + 1 == 3


def test_both_faces_and_exact_pitch():
    styles = reading.member(render_docx(samples.report()), "word/styles.xml")
    body_style = re.search(r'<w:style [^>]*>\s*<w:name w:val="公文正文 16"/>.*?</w:style>', styles, re.DOTALL).group()
    assert 'w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"' in body_style
    assert 'w:line="600" w:lineRule="exact"' in body_style
    assert '<w:sz w:val="32"/>' in body_style


@pytest.mark.parametrize(
    ("name", "face"), [("Title", "方正小标宋简体"), ("heading 1", "黑体"), ("heading 2", "楷体_GB2312")]
)
def test_headings_are_word_headings_with_official_faces(name, face):
    styles = reading.member(render_docx(samples.report()), "word/styles.xml")
    assert f'w:eastAsia="{face}"' in re.search(rf'<w:name w:val="{name}"/>.*?</w:style>', styles, re.DOTALL).group()


def test_bookmarks_are_short_single_and_numbered():
    xml = body(samples.jinzhong())
    marks = re.findall(r'<w:bookmarkStart w:id="(\d+)" w:name="([^"]+)"', xml)
    names = [name for _, name in marks]
    assert anchor("statement.funds") in names
    assert len(set(names)) == len(names) == len({number for number, _ in marks}) == xml.count("<w:bookmarkEnd")
    assert all(len(name) <= 40 for name in names)


def test_page_number_is_a_field_and_can_be_left_out():
    with_numbers = opened(samples.report()).sections[0].footer._element.xml
    assert "PAGE" in with_numbers
    assert "—" in with_numbers
    plain = Document("t", (Part((Paragraph("x"),)),), page_numbers=False)
    assert "PAGE" not in opened(plain).sections[0].footer._element.xml


def test_numbers_of_prose_stand_at_the_outer_edge():
    """GB/T 9704: odd pages at the right, even pages at the left, one em from the edge, in 宋体."""
    section = opened(samples.report()).sections[0]
    odd, even = section.footer._element.xml, section.even_page_footer._element.xml
    assert '<w:jc w:val="right"/>' in odd
    assert '<w:jc w:val="left"/>' in even
    assert 'w:rightChars="100"' in odd
    assert 'w:leftChars="100"' in even
    assert 'w:ascii="宋体"' in odd


def test_numbers_of_forms_stand_in_the_middle():
    section = opened(samples.suining()).sections[0]
    for footer in (section.footer, section.even_page_footer):
        assert '<w:jc w:val="center"/>' in footer._element.xml


def test_no_blank_is_put_between_chinese_and_figures():
    assert 'w:autoSpaceDE w:val="0"' in opened(samples.report()).styles.element.xml


def test_even_pages_carry_the_draft_mark_too():
    assert 'string="草稿"' in opened(samples.report("草稿")).sections[0].even_page_header._element.xml


def test_draft_mark_is_words_own_watermark():
    header = opened(samples.jinzhong("草稿")).sections[0].header._element.xml
    assert 'string="草稿"' in header
    assert "PowerPlusWaterMarkObject" in header
    assert "草稿" not in opened(samples.jinzhong()).sections[0].header._element.xml


def test_one_section_per_part_with_its_paper():
    table = samples.suining_table()
    found = opened(
        Document("t", (Part((Paragraph("x"),)), Part((table,), Orientation.LANDSCAPE), Part((table, table))))
    )
    assert [section.orientation for section in found.sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    assert [round(section.page_width / Mm(1)) for section in found.sections] == [210, 297, 210]
    assert [round(section.left_margin / Mm(1)) for section in found.sections] == [28, 18, 18]
    assert len(found.tables) == 3


def test_properties_are_fixed():
    properties = opened(samples.jinzhong()).core_properties
    assert properties.created.isoformat().startswith("2025-03-18T01:30:00")
    assert properties.author == properties.last_modified_by == "区民政服务中心"
    assert properties.modified == properties.created
    assert opened(Document("t", (Part(()),))).core_properties.created.year == 2000


def test_every_block_is_drawn():
    blocks = (
        Title("题\n二行"),
        Heading("一、", 1, key="h"),
        Paragraph("右", align=Align.RIGHT, key="p"),
        Paragraph("两\n段"),
        PageBreak(),
        Line(("独",)),
        Line(("左", "中", "右"), key="l"),
        SignBlock(((SignLine("甲", "乙", key="s"), SignLine("丙")), (SignLine("丁"),)), align=Align.RIGHT),
        Table((1,), (Row((Cell(0, Text("“引”")),), min_height_mm=30),)),
    )
    document = Document("t", (Part(blocks),))
    xml = body(document)
    assert reading.docx_text(render_docx(document)) == "题二行一、右两段独左中右甲乙丙丁“引”"
    assert '<w:br w:type="page"/>' in xml
    assert 'w:hint="eastAsia"' in xml
    assert xml.count("<w:bookmarkStart") == 4
    assert 'w:hRule="atLeast"' in xml


def test_the_middle_of_a_line_gives_way_to_a_long_left_part():
    def stops(*parts):
        (line,) = opened(Document("x", (Part((Line(parts),)),))).paragraphs
        return [(tab.get(qn("w:val")), int(tab.get(qn("w:pos")))) for tab in line._p.pPr.iter(qn("w:tab"))]

    (kind, at), (last, end) = stops("左", "中", "右")
    assert (kind, last, at) == ("center", "right", round(end / 2))
    (kind, at), (last, same) = stops("填报单位：" + "长" * 14, "填报日期：2025年", "右")
    assert (kind, last, same) == ("left", "right", end)
    assert at > end / 2


def test_a_seal_keeps_the_last_words_with_it():
    signs = SignBlock(((SignLine("盖章"),),))
    document = Document("x", (Part((Paragraph("甲。"), Paragraph("乙。\n丙。"), signs)),))
    kept = [p.text for p in opened(document).paragraphs if p.paragraph_format.keep_with_next]
    assert kept == ["丙。"]


def test_a_heading_inside_a_paragraph_has_the_face_of_its_level():
    document = Document("x", (Part((Paragraph("1.目标。甲。", key="text.goal", lead=5), Paragraph("乙。"))),))
    first, second = (p for p in opened(document).paragraphs if p.text)
    assert [run.text for run in first.runs] == ["1.目标。", "甲。"]
    assert [run.bold for run in first.runs] == [True, None]
    assert first.runs[0]._element.rPr.rFonts.get(qn("w:eastAsia")) == "楷体_GB2312"
    assert [run.text for run in second.runs] == ["乙。"]


def test_every_style_keeps_marks_within_the_column():
    styles = docx.Document(io.BytesIO(render_docx(samples.report()))).styles.element
    own = [style.find(qn("w:pPr")) for style in styles.iter(qn("w:style")) if style.find(qn("w:pPr")) is not None]
    used = [properties for properties in own if properties.find(qn("w:autoSpaceDE")) is not None]
    assert used
    for properties in used:
        names = [child.tag for child in properties]
        assert properties.find(qn("w:overflowPunct")).get(qn("w:val")) == "1"
        assert names.index(qn("w:overflowPunct")) < names.index(qn("w:autoSpaceDE"))  # the order of the schema
