"""XLSX 的读取: cells as shown, with their place; formulas without a result and hidden places are told, not lost."""

from __future__ import annotations

import pytest

from documents.readers import limits
from documents.readers.paper import PaperCell, PaperChart, PaperSeries, PaperTable, PaperText, Spot
from documents.readers.refused import Refused
from documents.readers.xlsx import read_xlsx
from documents.text import anchor
from tests.documents.corpus.build import (
    XDR,
    A,
    C,
    R,
    S,
    chart_xml,
    inline,
    packed,
    relations,
    row,
    sheet_xml,
    xlsx,
    xlsx_parts,
    xml,
)


@pytest.fixture
def read(tmp_path):
    def work(sheet=None, **words):
        path = tmp_path / "a.xlsx"
        path.write_bytes(xlsx(sheet, **words))
        return read_xlsx(str(path))

    return work


FORMATS = (
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.00"/>'
    '<numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>'
    '<cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="31"/></cellXfs>'
)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<c r="A1"><v>0.28999999999999998</v></c>', "0.29"),
        ('<c r="A1" s="1"><v>0.932</v></c>', "93.20%"),
        ('<c r="A1" s="2"><v>2536.08</v></c>', "2,536.08"),
        ('<c r="A1" s="3"><v>45356</v></c>', "2024年3月5日"),
        ('<c r="A1" s="4"><v>45356</v></c>', "2024年3月5日"),
        ('<c r="A1" s="99"><v>7</v></c>', "7"),
        ('<c r="A1" s="2"><f>SUM(B1:B9)</f><v>12</v></c>', "12.00"),
        ('<c r="A1" t="str"><f>A2&amp;"元"</f><v>12元</v></c>', "12元"),
        ('<c r="A1" t="b"><v>1</v></c>', "TRUE"),
        ('<c r="A1" t="e"><v>#REF!</v></c>', "#REF!"),
        ('<c r="A1" t="d"><v>2024-03-05T00:00:00</v></c>', "2024-03-05"),
        ('<c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r><rPh><t>jia</t></rPh></is></c>', "甲乙"),
        ('<c r="A1" t="str"><v>一_x000D_\n二_x005F_x</v></c>', "一\n二_x"),
        ('<c r="A1"><f>SUM(B1:B9)</f><v></v></c>', "〔公式未计算〕"),
        ("<c><v>5</v></c>", "5"),
    ],
)
def test_a_cell_is_read_as_shown(read, cell, expected):
    (table,) = read(sheet_xml(row(1, cell)), styles=FORMATS).blocks
    assert [one.text for one in table.cells] == [expected]


def test_shared_texts(tmp_path):
    parts = xlsx_parts(sheet_xml(row(1, '<c r="A1" t="s"><v>1</v></c>', '<c r="B1" t="s"><v>9</v></c>')))
    parts["xl/sharedStrings.xml"] = xml(f"<sst {S}><si><t>零</t></si><si><r><t>助</t></r><r><t>餐</t></r></si></sst>")
    told = (("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId3", "sharedStrings", "sharedStrings.xml"))
    parts["xl/_rels/workbook.xml.rels"] = relations(*told)
    path = tmp_path / "a.xlsx"
    path.write_bytes(packed(parts))
    assert [cell.text for cell in read_xlsx(str(path)).blocks[0].cells] == ["助餐"]


def test_place_merge_and_width(read):
    sheet = sheet_xml(
        row(1, inline("A1", "标题")) + row(2, inline("A2", "甲"), inline("B2", "乙")),
        before='<cols><col min="2" max="2" width="20"/></cols>',
        after='<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/></mergeCells>',
    )
    (table,) = read(sheet).blocks
    assert table == PaperTable(
        (843, 2000, 843),
        3,
        (
            PaperCell("标题", 0, 0, 3, 1, Spot(0, "自评表!A1")),
            PaperCell("甲", 0, 1, 1, 2, Spot(0, "自评表!A2")),
            PaperCell("乙", 1, 1, 1, 1, Spot(0, "自评表!B2")),
            PaperCell("", 2, 1, 1, 1, Spot(0, "自评表!C2")),
            PaperCell("", 1, 2, 1, 1, Spot(0, "自评表!B3")),
            PaperCell("", 2, 2, 1, 1, Spot(0, "自评表!C3")),
        ),
        "自评表",
    )


def test_a_merge_over_whole_rows_is_cut_at_the_last_text(read):
    sheet = sheet_xml(
        row(1, inline("A1", "标题"), inline("B1", "")), after='<mergeCells><mergeCell ref="A1:XFD1"/></mergeCells>'
    )
    (table,) = read(sheet).blocks
    assert (len(table.widths), table.height, table.cells[0].across) == (1, 1, 1)


def test_a_monstrous_merge_and_overlapping_ones_are_refused(read):
    with pytest.raises(Refused, match="A1:XFD10000 大得异常"):
        read(sheet_xml(row(1, inline("A1", "x")), after='<mergeCells><mergeCell ref="A1:XFD10000"/></mergeCells>'))
    merges = '<mergeCells><mergeCell ref="B1:B3"/><mergeCell ref="A2:C2"/></mergeCells>'
    with pytest.raises(Refused, match="互相重叠"):
        read(sheet_xml(row(1, inline("B1", "x")) + row(3, inline("C3", "y")), after=merges))


def test_the_claimed_dimension_is_not_believed(read):
    (table,) = read(sheet_xml(row(1, inline("A1", "x")), before='<dimension ref="A1:XFD1048576"/>')).blocks
    assert (table.height, len(table.widths)) == (1, 1)


def test_cells_that_only_have_a_style_are_no_content(read):
    rows = row(1, inline("A1", "x")) + "".join(row(n, f'<c r="CZ{n}" s="1"/>') for n in range(2, 30_000))
    (table,) = read(sheet_xml(rows)).blocks
    assert (table.height, len(table.widths)) == (1, 1)


@pytest.mark.parametrize(
    ("cell", "words"),
    [(row(10_001, inline("A10001", "远")), "超过10000行"), (row(1, inline("IX1", "宽")), "超过256列")],
)
def test_what_is_no_report_is_refused(read, cell, words):
    with pytest.raises(Refused, match=words):
        read(sheet_xml(cell))


def test_too_many_places_in_all_are_refused(read, monkeypatch):
    monkeypatch.setattr(limits, "MOST_CELLS", 11)
    sheet = sheet_xml(row(1, inline("A1", "x")) + row(4, inline("C4", "y")))
    with pytest.raises(Refused, match="共超过11格"):
        read(sheet)
    monkeypatch.setattr(limits, "MOST_CELLS", 12)
    assert read(sheet).blocks[0].height == 4


def test_hidden_places_and_missing_results_are_told(read):
    sheet = sheet_xml(
        row(1, inline("A1", "甲"), '<c r="B1"><f>A1</f></c>')
        + f'<row r="2" hidden="1">{inline("A2", "乙")}</row><row r="3" hidden="1"/>',
        before='<cols><col min="2" max="2" hidden="1"/><col min="4" max="4" hidden="1"/></cols>',
    )
    paper = read(sheet)
    assert [cell.text for cell in paper.blocks[0].cells] == ["甲", "〔公式未计算〕", "乙", ""]
    assert paper.notes == (
        "工作表“自评表”的 B1 是公式，文件里没有存计算结果，没有核对。请用 Excel 或 WPS 打开保存一次后再上传。",
        "工作表“自评表”的第 2 行是隐藏的，也一并读取。",
        "工作表“自评表”的 B 列是隐藏的，也一并读取。",
    )


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_not_read_but_told(read, state):
    paper = read(state=state)
    assert (paper.blocks, paper.notes) == ((), ("工作表“自评表”是隐藏的，没有读取。",))


def test_our_own_names_come_back_the_smaller_area_first(read):
    def name(key, place):
        return f'<definedName name="{anchor(key)}">{place}</definedName>'

    names = (
        name("row", "'自评表'!$A$1:$B$1")
        + name("cell", "自评表!$A$1")
        + name("other", "别表!$B$1")
        + '<definedName name="_xlnm.Print_Area">自评表!$B$1</definedName><definedName name="k_bad">自评表!$B$1</definedName>'
    )
    (table,) = read(names=names).blocks
    assert [cell.spot.key for cell in table.cells] == [anchor("cell"), ""]


def drawing(*inner):
    place = "<xdr:from><xdr:col>2</xdr:col><xdr:row>4</xdr:row></xdr:from>"
    anchors = "".join(f"<xdr:twoCellAnchor>{place}{one}</xdr:twoCellAnchor>" for one in inner)
    return xml(f"<xdr:wsDr {XDR} {A} {C} {R}>{anchors}</xdr:wsDr>")


def test_charts_and_text_boxes_stand_behind_their_sheet(read):
    box = "<xdr:sp><xdr:txBody><a:p><a:r><a:t>说</a:t></a:r><a:r><a:t>明</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
    shown = '<xdr:graphicFrame><c:chart r:id="rId1"/></xdr:graphicFrame>'
    more = {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(("rId1", "drawing", "../drawings/drawing1.xml")),
        "xl/drawings/drawing1.xml": drawing(box, shown),
        "xl/drawings/_rels/drawing1.xml.rels": relations(("rId1", "chart", "../charts/chart1.xml")),
        "xl/charts/chart1.xml": chart_xml("lineChart", ["1月"], ("人次", ["14264"])),
        "xl/charts/chart2.xml": chart_xml("areaChart", ["2月"], ("人次", ["14246"])),
    }
    _, text, chart, lonely = read(more=more).blocks
    assert text == PaperText("说明", 0, Spot(0, "自评表!C5"))
    assert chart == PaperChart("", "line", ("1月",), (PaperSeries("人次", ("14264",)),), Spot(0, "自评表!C5"))
    assert (lonely.kind, lonely.spot) == ("", Spot())


def test_charts_of_hidden_sheets_stay_hidden(read):
    more = {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(("rId1", "drawing", "../drawings/drawing1.xml")),
        "xl/drawings/drawing1.xml": drawing(),
        "xl/drawings/_rels/drawing1.xml.rels": relations(("rId1", "chart", "../charts/chart1.xml")),
        "xl/charts/chart1.xml": chart_xml("lineChart", ["1月"], ("人次", ["14264"])),
    }
    assert read(state="hidden", more=more).blocks == ()


def test_multi_level_categories_and_scatter_charts(read):
    levels = (
        '<c:cat><c:multiLvlStrRef><c:multiLvlStrCache><c:ptCount val="3"/>'
        '<c:lvl><c:pt idx="0"><c:v>一季度</c:v></c:pt><c:pt idx="1"><c:v>二季度</c:v></c:pt><c:pt idx="2"><c:v>一季度</c:v></c:pt></c:lvl>'
        '<c:lvl><c:pt idx="0"><c:v>2022年</c:v></c:pt><c:pt idx="2"><c:v>2023年</c:v></c:pt></c:lvl>'
        "</c:multiLvlStrCache></c:multiLvlStrRef></c:cat>"
    )
    val = '<c:val><c:numLit><c:pt idx="1"><c:v>2</c:v></c:pt><c:pt idx="99999"><c:v>9</c:v></c:pt></c:numLit></c:val>'
    first = xml(
        f"<c:chartSpace {C}><c:chart><c:plotArea><c:barChart><c:ser>{levels}{val}</c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>"
    )
    spots = '<c:xVal><c:numLit><c:pt idx="0"><c:v>1</c:v></c:pt></c:numLit></c:xVal><c:yVal><c:numLit><c:pt idx="0"><c:v>5</c:v></c:pt></c:numLit></c:yVal>'
    second = xml(
        f"<c:chartSpace {C}><c:chart><c:plotArea><c:scatterChart><c:ser>{spots}</c:ser></c:scatterChart></c:plotArea></c:chart></c:chartSpace>"
    )
    third = xml(f"<c:chartSpace {C}><c:chart/></c:chartSpace>")
    more = {f"xl/charts/chart{n}.xml": data for n, data in enumerate((first, second, third), start=1)}
    _, bars, scatter = read(more=more).blocks
    assert bars.categories == ("2022年 一季度", "2022年 二季度", "2023年 一季度")
    assert bars.series == (PaperSeries("", ("", "2", "")),)
    assert (scatter.categories, scatter.series) == (("1",), (PaperSeries("", ("5",)),))
