"""网页底稿: stands under a strict content policy, carries every key, escapes everything."""

import re

import pytest

from documents.text import anchor
from documents.tree import Cell, Document, PageBreak, Paragraph, Part, Role, Row, SignBlock, SignLine, Table, Text
from documents.writers.html import render_html
from tests.documents import samples

ATTACK = '<script>alert(1)</script>" onload="x\' & <img src=x onerror=1>'


@pytest.mark.parametrize("for_screen", [True, False])
def test_nothing_inline(for_screen):
    html = render_html(samples.jinzhong("草稿"), for_screen=for_screen, stylesheet_url="/static/paper/paper.css")
    assert not re.search(r"<style|<script|\sstyle=|\son\w+=|javascript:", html)
    assert html.count("<link ") == 1


def test_user_text_is_escaped_everywhere():
    blocks = (Paragraph(ATTACK, key=ATTACK), Table((1,), (Row((Cell(0, Text(ATTACK), key="k"),)),), key=ATTACK))
    signs = SignBlock(((SignLine(ATTACK, ATTACK, key=ATTACK),),))
    html = render_html(Document(ATTACK, (Part((*blocks, signs)),), author=ATTACK, keywords=(ATTACK,), watermark=ATTACK))
    assert "<script" not in html
    assert "<img" not in html
    assert not re.search(r'"\s*onload=', html)


def test_keyed_nodes_have_id_and_key():
    html = render_html(samples.jinzhong())
    for key in ("project.name", "funds.spent", "statement.funds", "table.main"):
        assert html.count(f'id="{anchor(key)}" data-key="{key}"') == 1


def test_columns_are_fixed_and_add_up():
    html = render_html(samples.suining())
    widths = [float(width) for width in re.findall(r'<col width="([\d.]+)%">', html)]
    assert len(widths) == 11
    assert sum(widths) == pytest.approx(100, abs=0.01)


def test_one_tbody_per_group_and_header_in_thead():
    html = render_html(samples.suining())
    assert html.count("<thead>") == 1
    assert html.count("<tbody") == 6


def test_title_row_class_and_bold():
    html = render_html(samples.suining())
    assert '<td class="center heading bold" colspan="11">' in html
    row = Row((Cell(0, Text("x"), Role.LABEL),), min_height_mm=10)
    # 10 mm less the cell's rise and border, in CSS pixels; on the cell, never on the row
    assert '<tr><td class="center figures" height="31">' in render_html(Document("t", (Part((Table((1,), (row,)),)),)))


def test_watermark_on_screen_only_for_drafts():
    assert '<div class="watermark">草稿</div>' in render_html(samples.report("草稿"), for_screen=True)
    assert "watermark" not in render_html(samples.report(), for_screen=True)


def test_page_break_is_a_class():
    assert '<div class="page-break"></div>' in render_html(Document("t", (Part((PageBreak(),)),)))


def test_row_ids_only_where_the_pdf_writer_must_look():
    printed, shown = render_html(samples.jinzhong()), render_html(samples.jinzhong(), for_screen=True)
    assert 0 < printed.count('<tr class="keep" id="r') + printed.count('<tr id="r') < 45
    assert 'id="r' not in shown


def test_a_heading_inside_a_paragraph_is_marked():
    drawn = render_html(Document("x", (Part((Paragraph("1.<目标>。甲", lead=7), Paragraph("乙"))),)))
    assert '<b class="lead">1.&lt;目标&gt;。</b>甲</p>' in drawn
    assert drawn.count("<b ") == 1
