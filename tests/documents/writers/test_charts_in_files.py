"""图在三种文件里: a picture with its figures in words, and Excel's own chart fed from printed cells."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from documents.tree import Document, Paragraph, Part
from documents.writers import WRITERS
from documents.writers.html import render_html
from tests.documents import reading
from tests.documents.test_charts import PIE, bar, pie

BAR = bar(("1313.50", "1313.50"), ("1727.58", None))
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def document(*blocks) -> Document:
    return Document("决算说明", (Part((Paragraph("支出如下。"), *blocks, Paragraph("说明完毕。")), name="说明"),))


DRAWN = document(BAR, PIE)


@pytest.mark.parametrize("kind", sorted(WRITERS))
def test_the_same_bytes_every_time(kind):
    assert WRITERS[kind](DRAWN) == WRITERS[kind](DRAWN)


@pytest.mark.parametrize("kind", ["docx", "pdf", "xlsx"])
def test_unit_and_caption_stand_in_order(kind):
    text = reading.text_of(kind, WRITERS[kind](DRAWN))
    places = [text.find(word) for word in ("支出如下。", "单位：万元", "图1：收支变动情况", "图2：结构", "说明完毕。")]
    assert places == sorted(places)
    assert -1 not in places


def test_pdf_has_the_figures_as_text():
    text = reading.text_of("pdf", WRITERS["pdf"](DRAWN))
    assert all(word in text for word in ("1313.50", "1727.58", "2024年", "95.66%", "卫生健康支出"))


def test_docx_tells_the_figures_to_who_cannot_see_them():
    body = docx.Document(io.BytesIO(WRITERS["docx"](DRAWN))).element.body
    told = [node.get("descr") for node in body.iter(qn("wp:docPr"))]
    assert told[0].startswith("图1：收支变动情况（柱状图）：2024年收入1313.50万元")
    assert "住房保障支出36.57万元，占2.78%" in told[1]
    numbers = [node.get("id") for node in body.iter(qn("wp:docPr"))]
    assert len(set(numbers)) == len(numbers) == 2


def test_docx_keeps_picture_and_caption_together():
    body = docx.Document(io.BytesIO(WRITERS["docx"](DRAWN))).element.body
    kept = [p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for p in body.iter(qn("w:p"))]
    assert kept == [False, True, True, False, True, False, False]


def parts(data: bytes) -> list[etree._Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = sorted(name for name in archive.namelist() if name.startswith("xl/charts/"))
        return [etree.fromstring(archive.read(name)) for name in names]


def fed(series: etree._Element, name: str) -> str:
    return series.findtext(f"{CHART}{name}//{CHART}f")


def test_xlsx_charts_are_excels_own_and_fed_from_printed_cells():
    data = WRITERS["xlsx"](DRAWN)
    sheet = reading.workbook(data)["说明"]
    bars, slices = parts(data)
    assert [
        chart.find(f".//{CHART}{kind}") is not None for chart, kind in ((bars, "barChart"), (slices, "pieChart"))
    ] == [True, True]
    first, second = bars.iter(f"{CHART}ser")
    assert sheet[cell(fed(first, "tx"))].value == "2024年"
    assert values(sheet, fed(first, "cat")) == ["收入", "支出"]
    assert values(sheet, fed(first, "val")) == [1313.5, 1313.5]
    assert values(sheet, fed(second, "val")) == [1727.58, None]
    (pie_series,) = slices.iter(f"{CHART}ser")
    assert values(sheet, fed(pie_series, "cat")) == ["社会保障和就业支出", "卫生健康支出", "住房保障支出"]
    assert values(sheet, fed(pie_series, "val")) == [0.9566, 0.0156, 0.0278]


def cell(reference: str) -> str:
    return reference.split("!")[1].replace("$", "")


def values(sheet, reference: str) -> list:
    """What the range shows; merged cells beside the first hold nothing and Excel skips nothing, so none may be merged away."""
    found = sheet[cell(reference)]
    cells = [each for row in found for each in row] if isinstance(found, tuple) else [found]
    return [each.value for each in cells]


@pytest.mark.parametrize("kind", ["docx", "pdf", "xlsx"])
def test_no_data_is_said(kind):
    data = WRITERS[kind](document(bar(("0", "0")), pie()))
    if kind == "docx":
        body = docx.Document(io.BytesIO(data)).element.body
        assert [node.get("descr")[-4:] for node in body.iter(qn("wp:docPr"))] == ["无数据。"] * 2
    else:
        assert reading.text_of(kind, data).count("无数据") == 2
    if kind == "xlsx":
        assert parts(data) == []


def test_the_preview_stands_under_a_strict_policy():
    page = render_html(DRAWN, for_screen=True, stylesheet_url="/paper.css")
    assert page.count('<img src="data:image/svg+xml;base64,') == 2
    assert 'alt="图1：收支变动情况（柱状图）' in page
    assert not any(word in page for word in ("<style", " style=", "<script", "<svg"))
