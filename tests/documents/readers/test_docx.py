"""DOCX 的读取: what a reader sees comes through once, in order, with its place; what is deleted or hidden does not."""

from __future__ import annotations

import pytest

from documents.readers.docx import read_docx
from documents.readers.paper import PaperCell, PaperChart, PaperSeries, PaperTable, PaperText, Spot
from documents.text import anchor
from tests.documents.corpus.build import (
    W,
    chart_xml,
    docx,
    drawn_chart,
    p,
    r,
    relations,
    styled,
    tbl,
    tc,
    text_box,
    xml,
)


@pytest.fixture
def read(tmp_path):
    def work(body, **words):
        path = tmp_path / "a.docx"
        path.write_bytes(docx(body, **words))
        return read_docx(str(path)).blocks

    return work


def texts(blocks):
    return [block.text for block in blocks if isinstance(block, PaperText)]


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        (r("2536") + r(".08万元"), "2536.08万元"),
        (r("甲") + "<w:r><w:tab/></w:r>" + r("乙"), "甲\t乙"),
        (r("甲") + "<w:r><w:br/></w:r>" + r("乙"), "甲\n乙"),
        (r("甲") + '<w:r><w:br w:type="page"/></w:r>' + r("乙"), "甲乙"),
        (r("甲") + "<w:r><w:noBreakHyphen/></w:r>" + r("乙"), "甲-乙"),
        (f"<w:ins>{r('新')}</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>", "新"),
        (f"<w:moveTo>{r('移来')}</w:moveTo><w:moveFrom>{r('移走')}</w:moveFrom>", "移来"),
        (f'<w:hyperlink r:id="rId9">{r("链接")}</w:hyperlink>', "链接"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('填好')}</w:sdtContent></w:sdt>", "填好"),
        (
            f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('单击此处')}</w:sdtContent></w:sdt>{r('有')}",
            "有",
        ),
        (r("看见") + r("看不见", "<w:vanish/>") + r("也看见", '<w:vanish w:val="0"/>'), "看见也看见"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + r("是"), "☑是"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
            '<w:r><w:t>不见</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + r("7")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            + r("页"),
            "7页",
        ),
        (
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData>'
            '</w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' + r("同意"),
            "☑同意",
        ),
        (
            "<m:oMath><m:f><m:num><m:r><m:t>支出</m:t></m:r></m:num><m:den><m:r><m:t>甲+乙</m:t></m:r></m:den></m:f></m:oMath>",
            "支出/(甲+乙)",
        ),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>zhù</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>助</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "助",
        ),
        (r("[bookmark: _Toc1]概况<p>"), "概况"),
        (r("　　首行缩进　"), "首行缩进"),
    ],
)
def test_a_paragraph(read, runs, expected):
    assert texts(read(p(runs=runs))) == [expected]


def test_paragraphs_are_counted_with_the_empty_ones(read):
    blocks = read(p("甲") + p("") + f"<w:sdt><w:sdtContent>{p('乙')}</w:sdtContent></w:sdt>" + tbl(["表"]) + p("丙"))
    assert [(block.text, block.spot.line) for block in blocks if isinstance(block, PaperText)] == [
        ("甲", 1),
        ("乙", 3),
        ("丙", 4),
    ]


def test_a_text_box_comes_once_behind_its_paragraph(read):
    assert read(p(runs=r("正文") + text_box("框中"))) == (
        PaperText("正文", 0, Spot(1)),
        PaperText("框中", 0, Spot(1)),
    )


STYLES = (
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="mine"><w:name w:val="自拟"/><w:basedOn w:val="2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="lvl"><w:name w:val="某"/><w:pPr><w:outlineLvl w:val="6"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="loop"><w:name w:val="圈"/><w:basedOn w:val="loop"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="cap"><w:name w:val="caption"/></w:style>'
)


@pytest.mark.parametrize(
    ("style", "properties", "level"),
    [
        ("1", "", 1),
        ("2", "", 2),
        ("mine", "", 2),
        ("lvl", "", 4),
        ("loop", "", 0),
        ("none", "", 0),
        ("", '<w:outlineLvl w:val="2"/>', 3),
        ("1", '<w:outlineLvl w:val="9"/>', 0),
    ],
)
def test_heading_levels(read, style, properties, level):
    (block,) = read(p("概况", style=style, properties=properties), **styled(STYLES))
    assert block.level == level


def test_a_table_of_contents_only_repeats(read):
    blocks = read(p("一、概况\t3", style="toc") + p("一、概况", style="1"), **styled(STYLES))
    assert [(block.text, block.spot.line) for block in blocks] == [("一、概况", 2)]


def test_a_table_takes_the_caption_above_it(read):
    blocks = read(
        p("收支情况", style="cap") + tbl(["a"]) + p("表2 人员") + tbl(["b"]) + p("正文") + tbl(["c"]), **styled(STYLES)
    )
    assert [block.name for block in blocks if isinstance(block, PaperTable)] == ["收支情况", "表2 人员", ""]


def level(depth, written, text, more=""):
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{written}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "chineseCounting", "%1、", '<w:pStyle w:val="1"/>')
    + level(1, "chineseCountingThousand", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimal", "%1.%4", "<w:isLgl/>")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + level(0, "bullet", "●")
    + level(1, "decimalEnclosedCircleChinese", "%2")
    + level(2, "upperLetter", "%3)")
    + level(3, "lowerRoman", "%4.")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="列表"/></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="3"><w:styleLink w:val="列表"/>'
    + level(0, "ideographTraditional", "%1、")
    + "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>'
)


def item(text, number, depth=0):
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def test_numbers_that_word_counts_stand_in_the_text(read):
    body = (
        item("概况", 1)
        + item("资金", 1, 1)
        + item("预算", 1, 2)
        + item("2022年决算", 1, 2)
        + item("目标", 1, 1)
        + item("重来", 1, 2)
        + item("十进", 1, 3)
        + item("绩效", 1)
        + item("另起", 3)
        + item("点", 2)
        + item("圈", 2, 1)
        + item("字母", 2, 2)
        + item("罗马", 2, 3)
        + item("干支", 4)
        + item("无", 0)
        + item("没有这个编号", 9)
    )
    assert texts(read(body, **styled(STYLES, NUMBERING))) == [
        "一、概况",
        "（一）资金",
        "1. 预算",
        "2. 2022年决算",
        "（二）目标",
        "1. 重来",
        "1.1 十进",
        "二、绩效",
        "五、另起",
        "点",
        "① 圈",
        "A)字母",
        "i. 罗马",
        "甲、干支",
        "无",
        "没有这个编号",
    ]


def test_numbers_told_by_the_style(read):
    styles = STYLES.replace(
        '<w:name w:val="heading 1"/>',
        '<w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>',
    )
    blocks = read(p("概况", style="1") + p("") + p("绩效", style="1"), **styled(styles, NUMBERING))
    assert [(block.text, block.level) for block in blocks] == [("一、概况", 1), ("二、绩效", 1)]


def test_merges_of_every_kind(read):
    across = '<w:gridSpan w:val="2"/>'
    body = tbl(
        [tc("甲", '<w:vMerge w:val="restart"/>'), tc("乙", across)],
        [tc("", "<w:vMerge/>"), "丙", "丁"],
        [tc("旧", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), "戊"],
    )
    (table,) = read(body)
    assert table.cells == (
        PaperCell("甲", 0, 0, 1, 2, Spot(0, "表1!A1")),
        PaperCell("乙", 1, 0, 2, 1, Spot(0, "表1!B1")),
        PaperCell("丙", 1, 1, 1, 1, Spot(0, "表1!B2")),
        PaperCell("丁", 2, 1, 1, 1, Spot(0, "表1!C2")),
        PaperCell("旧", 0, 2, 2, 1, Spot(0, "表1!A3")),
        PaperCell("戊", 2, 2, 1, 1, Spot(0, "表1!C3")),
    )
    assert (table.height, len(table.widths)) == (3, 3)


def test_a_row_may_begin_late_be_wrapped_or_deleted(read):
    body = (
        "<w:tbl><w:tblGrid><w:gridCol w:w='500'/><w:gridCol w:w='900'/></w:tblGrid>"
        f"<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{tc('后')}</w:tr>"
        f"<w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>{tc('套')}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{tc('删')}</w:tr></w:tbl>"
    )
    (table,) = read(body)
    assert [(cell.text, cell.row, cell.column) for cell in table.cells] == [("后", 0, 1), ("套", 1, 0)]
    assert (table.widths, table.height) == ((500, 900), 2)


def test_a_table_inside_a_cell_follows_as_its_own(read):
    outer, inner, last = read(tbl([tc(p("外") + tbl(["内1", "内2"]) + p("尾")), "右"]) + tbl(["后"]))
    assert [cell.text for cell in outer.cells] == ["外\n尾", "右"]
    assert [(cell.text, cell.spot.cell) for cell in inner.cells] == [("内1", "表1之1!A1"), ("内2", "表1之1!B1")]
    assert last.cells[0].spot.cell == "表2!A1"


def test_a_cell_keeps_its_lines_numbers_and_boxes(read):
    body = tbl([tc(item("第一", 1) + p("") + item("第二", 1) + p(runs=r("图") + text_box("框")))])
    (table,) = read(body, **styled(STYLES, NUMBERING))
    assert table.cells[0].text == "一、第一\n\n二、第二\n图\n框"


def mark(key, inner, number):
    return f'<w:bookmarkStart w:id="{number}" w:name="{anchor(key)}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'


def test_our_own_bookmarks_come_back(read):
    blocks = read(
        p(runs=mark("text.a", r("一段"), 1))
        + p(runs='<w:bookmarkStart w:id="2" w:name="_Toc1"/>' + r("别人的书签"))
        + p(runs=mark("sign.a", r("负责人：甲"), 3) + "<w:r><w:tab/></w:r>" + mark("sign.b", r("填表人：乙"), 4))
        + tbl([tc(p(runs=mark("fund.a", r("12.5"), 5)))])
    )
    assert [(block.text, block.spot.key) for block in blocks[:4]] == [
        ("一段", anchor("text.a")),
        ("别人的书签", ""),
        ("负责人：甲", anchor("sign.a")),
        ("填表人：乙", anchor("sign.b")),
    ]
    assert blocks[4].cells[0].spot == Spot(0, "表1!A1", anchor("fund.a"))


def test_a_bookmark_may_span_paragraphs(read):
    start, end = f'<w:bookmarkStart w:id="1" w:name="{anchor("a")}"/>', '<w:bookmarkEnd w:id="1"/>'
    blocks = read(p(runs=start + r("一")) + p("二") + p(runs=r("三") + end) + p("四"))
    assert [block.spot.key for block in blocks] == [anchor("a")] * 3 + [""]


CHART = chart_xml("barChart", ["2022年", "2023年"], ("预算", ["12.5", ""]), ("支出", ["11", "13"]), title="收支")


def test_charts_stand_where_they_are_drawn(read):
    rels = relations(("rId1", "styles", "styles.xml"), ("rId5", "chart", "charts/chart1.xml"))
    pie = chart_xml("pie3DChart", ["甲", "乙"], ("占比", ["0.25", "0.75"]), code="0%")
    more = {"word/charts/chart1.xml": CHART, "word/charts/chart2.xml": pie, "word/charts/style1.xml": xml("<a/>")}
    first, chart, after, lonely = read(p(runs=r("见图") + drawn_chart("rId5")) + p("图后"), rels=rels, more=more)
    assert (first.text, after.text) == ("见图", "图后")
    told = (PaperSeries("预算", ("12.5", "")), PaperSeries("支出", ("11", "13")))
    assert chart == PaperChart("收支", "bar", ("2022年", "2023年"), told, Spot(1))
    assert lonely == PaperChart("", "pie", ("甲", "乙"), (PaperSeries("占比", ("25%", "75%")),), Spot(2))


def test_a_chart_in_a_cell_follows_the_table(read):
    rels = relations(("rId5", "chart", "/word/charts/chart1.xml"))
    table, chart = read(tbl([tc(p(runs=drawn_chart("rId5")))]), rels=rels, more={"word/charts/chart1.xml": CHART})
    assert isinstance(table, PaperTable)
    assert isinstance(chart, PaperChart)


def test_footnotes_follow_their_paragraph(read):
    notes = xml(f'<w:footnotes {W}><w:footnote w:id="2">{p("含上年结转")}</w:footnote></w:footnotes>')
    rels = relations(("rId1", "footnotes", "footnotes.xml"))
    body = p(runs=r("支出") + '<w:r><w:footnoteReference w:id="2"/></w:r>') + p("下段")
    assert texts(read(body, rels=rels, more={"word/footnotes.xml": notes})) == ["支出", "含上年结转", "下段"]


def test_iso_strict_files_are_read_too(read, tmp_path):
    from tests.documents.corpus.build import docx_parts, packed

    def strict(data):
        for word in ("wordprocessingml", "officeDocument"):
            data = data.replace(
                f"http://schemas.openxmlformats.org/{word}/2006/".encode(),
                f"http://purl.oclc.org/ooxml/{word}/".encode(),
            )
        return data

    path = tmp_path / "strict.docx"
    path.write_bytes(packed({name: strict(data) for name, data in docx_parts(p("严格") + tbl(["格"])).items()}))
    text, table = read_docx(str(path)).blocks
    assert (text.text, table.cells[0].text) == ("严格", "格")
