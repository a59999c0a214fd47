"""正常语料·文档: Word files as Word, WPS, LibreOffice, other programmes and we ourselves write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from tests.documents.corpus.build import (
    HEAD,
    W,
    chart_xml,
    docx,
    docx_parts,
    drawn_chart,
    p,
    packed,
    r,
    relations,
    styled,
    tbl,
    tc,
    text_box,
    xml,
)
from tests.documents.corpus.case import Benign, Build
from tests.documents.corpus.hostile_office import png, svg

LONG = "本项目按月核对台账。" * 10_000


def by_python_docx(write: Callable) -> Build:
    def build() -> bytes:
        import docx as python_docx

        document, out = python_docx.Document(), io.BytesIO()
        write(document)
        document.save(out)
        return out.getvalue()

    return build


def plain(document) -> None:
    document.add_heading("一、项目概况", 1)
    document.add_paragraph("全年修缮古井 14 口。")
    table = document.add_table(2, 3)
    for cell, text in zip(table._cells, ("名称", "", "金额", "养护费", "", "3.50"), strict=True):
        cell.text = text


def merged(document) -> None:
    table = document.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "支出情况"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "合计"
    table.cell(1, 1).text, table.cell(2, 2).text = "甲", "乙"


def sections(document) -> None:
    from docx.enum.section import WD_ORIENT, WD_SECTION

    document.add_paragraph("竖页")
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.header.paragraphs[0].text = "页眉"
    document.add_paragraph("横页")
    document.add_page_break()
    document.add_paragraph("后页")


def ours() -> bytes:
    from documents.tree import Cell, Document, Heading, Paragraph, Part, Row, Table, Text, Title
    from documents.writers.docx import render_docx

    table = Table((1, 2), (Row((Cell(0, Text("古井")), Cell(1, Text("14口")))),))
    blocks = (Title("自评报告", "（2023年度）"), Heading("一、概况", 1), Paragraph("按期完工。"), table)
    return render_docx(Document("自评报告", (Part(blocks),)))


def by_wps() -> bytes:
    """What WPS leaves in a file: a relationship to NULL, its own parts and names, styles by number, rsid everywhere."""
    rels = relations(
        ("rId1", "styles", "styles.xml"), ("rId4", "image", "NULL"), ("rId5", "customXml", "../customXml/item1.xml")
    )
    body = (
        '<w:p w:rsidR="00A1"><w:pPr><w:pStyle w:val="2"/><w:keepNext w:val="0"/><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr></w:pPr>'
        + r("一、概况", '<w:rFonts w:hint="eastAsia"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>')
        + '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/></w:p>'
        + p("古井 14 口")
    )
    more = {
        **styled('<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/></w:style>')["more"],
        "docProps/app.xml": xml("<Properties><Application>WPS Office_12.1</Application></Properties>"),
        "docProps/custom.xml": xml("<Properties><KSOProductBuildVer>2052-12.1</KSOProductBuildVer></Properties>"),
        "customXml/item1.xml": xml('<s:customData xmlns:s="http://www.wps.cn/officeDocument/2013/wpsCustomData"/>'),
    }
    return docx(body, rels=rels, more=more)


def by_libreoffice() -> bytes:
    """Footnote separators, a heading with a bookmark of its own, soft hyphens, an empty frame."""
    notes = f'<w:footnotes {W}><w:footnote w:id="0" w:type="separator">{p()}</w:footnote><w:footnote w:id="2">{p("含上年结转")}</w:footnote></w:footnotes>'
    body = (
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr></w:pPr>'
        '<w:bookmarkStart w:id="0" w:name="__RefHeading___1"/><w:bookmarkEnd w:id="0"/>'
        + r("一、概\u00ad况")
        + "</w:p>"
        + p(runs=r("支出 3 万元") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    )
    style = '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="Heading 1"/><w:basedOn w:val="Heading"/></w:style>'
    rels = relations(("rId1", "styles", "styles.xml"), ("rId2", "footnotes", "footnotes.xml"))
    return docx(body, rels=rels, more={**styled(style)["more"], "word/footnotes.xml": xml(notes)})


def tracked() -> bytes:
    return docx(
        p(
            runs=r("支出")
            + f"<w:ins w:author='a'>{r('35')}</w:ins><w:del><w:r><w:delText>28</w:delText></w:r></w:del>"
            + r("万元")
        )
        + f"<w:p><w:pPr><w:pPrChange><w:pPr/></w:pPrChange></w:pPr><w:moveTo>{r('移来的话')}</w:moveTo></w:p>"
        + f"<w:tbl><w:tr>{tc('留')}</w:tr><w:tr><w:trPr><w:del/></w:trPr>{tc('删')}</w:tr></w:tbl>"
    )


def charted() -> bytes:
    """A chart of Word carries its workbook."""
    more = {
        "word/charts/chart1.xml": chart_xml(
            "pieChart", ["中央", "省级"], ("占比", ["0.4", "0.6"]), title="来源", code="0%"
        ),
        "word/charts/_rels/chart1.xml.rels": relations(
            ("rId1", "package", "../embeddings/Microsoft_Excel_Sheet1.xlsx")
        ),
        "word/embeddings/Microsoft_Excel_Sheet1.xlsx": packed({"[Content_Types].xml": b"<Types/>"}),
    }
    return docx(
        p(runs=r("见图") + drawn_chart("rId5")), rels=relations(("rId5", "chart", "charts/chart1.xml")), more=more
    )


def controls() -> bytes:
    """Content controls: filled, not yet filled, a tick box; and an old form's field."""
    tick = '<w:sdt><w:sdtPr><w14:checkbox xmlns:w14="urn:w14"/></w:sdtPr><w:sdtContent><w:r><w:t>☑</w:t></w:r></w:sdtContent></w:sdt>'
    empty = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('单击此处输入')}</w:sdtContent></w:sdt>"
    return docx(
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('单位：河湾镇')}</w:sdtContent></w:sdt>" + p(runs=tick + r("同意") + empty)
    )


def contents() -> bytes:
    """A table of contents with its fields, and the heading it repeats."""
    code = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    styles = '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style><w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/></w:style>'
    line = p(style="t", runs=code + f'<w:hyperlink w:anchor="_Toc1">{r("一、概况")}</w:hyperlink>' + end)
    return docx(line + p("一、概况", style="h"), **styled(styles))


def pictured() -> bytes:
    """Pictures that are what they say, a vector without script, and links that only a click follows."""
    more = {
        "word/media/image1.png": png(800, 600),
        "word/media/image2.svg": svg("<circle r='9'/>"),
        "word/media/image3.emf": b"\1\0\0\0",
    }
    rels = relations(
        ("rId1", "image", "media/image1.png"),
        ("rId2", "hyperlink", "https://www.example.gov.cn/a?b=1"),
        ("rId3", "hyperlink", "mailto:a@example.cn"),
        external=("rId2", "rId3"),
    )
    return docx(p(runs=f'<w:hyperlink r:id="rId2">{r("政策原文")}</w:hyperlink>'), rels=rels, more=more)


def local_template() -> bytes:
    more = {
        "word/settings.xml": xml(f"<w:settings {W}/>"),
        "word/_rels/settings.xml.rels": relations(
            ("rId1", "attachedTemplate", "file:///C:/模板/报告.dotx"), external=("rId1",)
        ),
    }
    return docx(more=more)


def strict() -> bytes:
    """ISO strict, as Word saves it on request."""
    pairs = [
        (f"http://schemas.openxmlformats.org/{word}/2006/", f"http://purl.oclc.org/ooxml/{word}/")
        for word in ("wordprocessingml", "officeDocument")
    ]
    parts = docx_parts(p("严格格式"))
    for old, new in pairs:
        parts = {name: data.replace(old.encode(), new.encode()) for name, data in parts.items()}
    return packed(parts)


def renamed() -> bytes:
    """Another name for the main part, as some servers write; a mark before the XML."""
    parts = docx_parts(p("另名"))
    data = b"\xef\xbb\xbf" + parts.pop("word/document.xml")
    parts["_rels/.rels"] = relations(("rId1", "officeDocument", "/word/document2.xml"))
    return packed({**parts, "word/document2.xml": data})


def streamed() -> bytes:
    """Written to a stream without going back, with sizes behind the data and 64-bit fields, as Java programmes do."""

    class OneWay(io.BytesIO):
        def seekable(self) -> bool:
            return False

    out = OneWay()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in docx_parts(p("流式写出")).items():
            with archive.open(name, "w", force_zip64=True) as part:
                part.write(data)
    return out.getvalue()


def repacked() -> bytes:
    """Unpacked and packed again by hand: stored, with entries for the folders."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for folder in ("_rels/", "word/", "word/_rels/"):
            archive.writestr(folder, b"")
        for name, data in docx_parts(p("重新打包")).items():
            archive.writestr(name, data)
    return out.getvalue()


NUMBERS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>'
    '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
FORMULA = (
    "<m:oMath><m:f><m:num><m:r><m:t>实际</m:t></m:r></m:num><m:den><m:r><m:t>预算</m:t></m:r></m:den></m:f></m:oMath>"
)
COMMENTS = {"word/comments.xml": xml(f'<w:comments {W}><w:comment w:id="0">{p("批注的话")}</w:comment></w:comments>')}

BENIGN = (
    Benign(
        "python-docx 写的",
        "自评报告.docx",
        by_python_docx(plain),
        ("#一、项目概况", "全年修缮古井 14 口。", "名称｜｜金额", "养护费｜｜3.50"),
    ),
    Benign(
        "python-docx 合并的表",
        "自评表（2023）.DOCX",
        by_python_docx(merged),
        ("支出情况〔3×1〕", "合计〔1×2〕｜甲｜", "｜乙"),
    ),
    Benign("横竖两种页面", "a.b.c.docx", by_python_docx(sections), ("竖页", "横页", "后页")),
    Benign(
        "本系统写的", "自评报告 1.docx", ours, ("自评报告", "（2023年度）", "#一、概况", "按期完工。", "古井｜14口")
    ),
    Benign("WPS 写的", "河湾镇-自评报告.docx", by_wps, ("#一、概况", "古井 14 口")),
    Benign("LibreOffice 写的", "report_v2.docx", by_libreoffice, ("#一、概况", "支出 3 万元", "含上年结转")),
    Benign("修订没有接受", "报告(修订).docx", tracked, ("支出35万元", "移来的话", "留")),
    Benign("文本框", "报告【定稿】.docx", lambda: docx(p(runs=r("正文") + text_box("框里的话"))), ("正文", "框里的话")),
    Benign(
        "表中有表",
        "报告，含附件.docx",
        lambda: docx(tbl([tc(p("外") + tbl(["内一", "内二"])), "右"])),
        ("外｜右", "内一｜内二"),
    ),
    Benign("图表", "报告#3.docx", charted, ("见图", "pie图 来源（中央、省级）占比：40%、60%")),
    Benign("内容控件", "报告~1.docx", controls, ("单位：河湾镇", "☑同意")),
    Benign(
        "自动编号",
        "报告@2023.docx",
        lambda: docx(p("概况", properties=ITEM) + p("资金", properties=ITEM), **styled("", NUMBERS)),
        ("一、概况", "二、资金"),
    ),
    Benign("目录", "报告%20.docx", contents, ("#一、概况",)),
    Benign("图片、矢量图和链接", "报告=终.docx", pictured, ("政策原文",)),
    Benign("本机模板", "报告$.docx", local_template, ("正文",)),
    Benign("ISO 严格格式", "报告!.docx", strict, ("严格格式",)),
    Benign("正文部件另名，带标记", "报告^.docx", renamed, ("另名",)),
    Benign("流式写出", "报告;1.docx", streamed, ("流式写出",)),
    Benign("重新打包，含目录项", "报告{1}.docx", repacked, ("重新打包",)),
    Benign("十万字的一段", "长" * 60 + ".docx", lambda: docx(p(LONG)), (LONG,)),
    Benign("公式", "报告`.docx", lambda: docx(p(runs=r("执行率=") + FORMULA)), ("执行率=实际/预算",)),
    Benign("批注", "报告,.docx", lambda: docx(p("正文"), more=COMMENTS), ("正文",)),
    Benign("空文档", "空.docx", lambda: docx(p() + p()), ()),
    Benign("空表", "空表.docx", lambda: docx(tbl(["", ""], ["", ""])), ("｜", "｜")),
    Benign("隐藏的字", "con报告.docx", lambda: docx(p(runs=r("看得见") + r("看不见", "<w:vanish/>"))), ("看得见",)),
    Benign(
        "不写编码",
        "报告 .docx",
        lambda: packed(
            {name: data.replace(HEAD.encode(), b'<?xml version="1.0"?>') for name, data in docx_parts().items()}
        ),
        ("正文",),
    ),
)
