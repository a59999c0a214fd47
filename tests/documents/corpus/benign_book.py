"""正常语料·工作簿: Excel files as Excel, WPS, LibreOffice, openpyxl, XlsxWriter and we ourselves write them."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date

from tests.documents.corpus.build import S, inline, packed, relations, row, sheet_xml, xlsx, xlsx_parts, xml
from tests.documents.corpus.case import Benign, Build
from tests.documents.corpus.hostile_office import png


def by_openpyxl(write: Callable) -> Build:
    def build() -> bytes:
        from openpyxl import Workbook

        book, out = Workbook(), io.BytesIO()
        write(book, book.active)
        book.save(out)
        return out.getvalue()

    return build


def by_xlsxwriter(write: Callable, **options: object) -> Build:
    def build() -> bytes:
        import xlsxwriter

        out = io.BytesIO()
        with xlsxwriter.Workbook(out, {"in_memory": True, **options}) as book:
            write(book, book.add_worksheet("自评表"))
        return out.getvalue()

    return build


def plain(book, sheet) -> None:
    sheet.append(["单位", "金额", "比率", "日期"])
    sheet.append(["河湾镇", 2536.08, 0.932, date(2024, 3, 5)])
    sheet["B2"].number_format, sheet["C2"].number_format, sheet["D2"].number_format = "#,##0.00", "0.00%", "yyyy-mm-dd"


def dressed(book, sheet) -> None:
    """Merges, comments, rules, names, links, a frozen head, a protected sheet: nothing of it is content."""
    from openpyxl.comments import Comment
    from openpyxl.formatting.rule import CellIsRule
    from openpyxl.workbook.defined_name import DefinedName
    from openpyxl.worksheet.datavalidation import DataValidation

    sheet["A1"], sheet["A2"], sheet["C3"] = "自评表", "项目", "末"
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("A2:A3")
    sheet["A2"].comment = Comment("批注", "a")
    sheet["B2"].hyperlink = "https://www.example.gov.cn/"
    sheet["B2"].value = "链接"
    sheet.add_data_validation(DataValidation(type="list", formula1='"是,否"', sqref="C2"))
    sheet.conditional_formatting.add("C3", CellIsRule(operator="lessThan", formula=["0.8"]))
    sheet.freeze_panes, sheet.protection.sheet = "A2", True
    book.defined_names["区域"] = DefinedName("区域", attr_text="Sheet!$A$1:$C$3")


def several(book, sheet) -> None:
    sheet.title, sheet["A1"] = "总表", "甲"
    hidden = book.create_sheet("底稿")
    hidden["A1"], hidden.sheet_state = "看不见", "hidden"
    book.create_sheet("空表")
    book.create_sheet("表二")["B2"] = "乙"


def charted(book, sheet) -> None:
    from openpyxl.chart import BarChart, Reference

    sheet.append(["年度", "支出"])
    sheet.append(["2023年", 3])
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=2), titles_from_data=True)
    sheet.add_chart(chart, "D1")


def computed(book, sheet) -> None:
    sheet.write_row(0, 0, ["甲", "乙"])
    sheet.write_row(1, 0, [1.5, 2])
    sheet.write_formula("C2", "=SUM(A2:B2)", book.add_format({"num_format": "0.00"}), 3.5)
    sheet.write_formula("D2", '=IF(A1="甲|乙",B2&"!","")', None, "空")


def charted_with_figures(book, sheet) -> None:
    sheet.write_column(0, 0, ["一季度", "二季度"])
    sheet.write_column(0, 1, [3, 4])
    chart = book.add_chart({"type": "line"})
    chart.add_series({"name": "人次", "categories": "=自评表!$A$1:$A$2", "values": "=自评表!$B$1:$B$2"})
    sheet.insert_chart("D1", chart)


def pictured(book, sheet) -> None:
    sheet.write(0, 0, "附图")
    sheet.insert_image("B2", "a.png", {"image_data": io.BytesIO(png(40, 30))})
    sheet.insert_textbox("B9", "说明：数据截至年末")


def listed(book, sheet) -> None:
    sheet.add_table("A1:B2", {"data": [["养护费", 3]], "columns": [{"header": "名称"}, {"header": "金额"}]})


def wide(book, sheet) -> None:
    """Written row by row in little memory, with text in the cells themselves."""
    for number in range(3):
        sheet.write_row(number, 0, [f"{number}-{column}" for column in range(3)])


def ours() -> bytes:
    from documents.tree import Cell, Document, Part, Row, Table, Text
    from documents.writers.xlsx import render_xlsx

    rows = (Row((Cell(0, Text("古井")), Cell(1, Text("14口")))), Row((Cell(0, Text("合计"), colspan=2),)))
    return render_xlsx(Document("自评表", (Part((Table((1, 2), rows),)),)))


def by_libreoffice() -> bytes:
    """A claimed dimension to the end of the world, columns to the last one, a height for every row, and repeated empty ones."""
    rows = (
        row(1, inline("A1", "甲"), '<c r="AMJ1" s="1"/>')
        + '<row r="2" ht="12.8" customHeight="false"/><row r="1048576"><c r="A1048576" s="1"/></row>'
    )
    return xlsx(
        sheet_xml(rows, before='<dimension ref="A1:AMJ1048576"/><cols><col min="1" max="1025" width="11.52"/></cols>')
    )


def by_wps() -> bytes:
    """A picture in a cell, a font family beyond the standard and an empty fill, which other readers refuse."""
    picture = '<c r="B1" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>'
    styles = '<fonts><font><family val="34"/></font></fonts><fills><fill/></fills><cellXfs><xf numFmtId="0"/></cellXfs>'
    return xlsx(
        sheet_xml(row(1, inline("A1", "甲"), picture)),
        styles=styles,
        more={
            "xl/cellimages.xml": xml("<etc:cellImages xmlns:etc='http://www.wps.cn/officeDocument/2017/etCustomData'/>")
        },
    )


def shared() -> bytes:
    """Texts in the table of texts: in pieces, with the sounds of the signs, with blanks that count."""
    texts = '<si><r><t>助</t></r><r><t>餐</t></r><rPh sb="0" eb="1"><t>zhu</t></rPh></si><si><t xml:space="preserve"> 两格 </t></si>'
    told = (("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId3", "sharedStrings", "sharedStrings.xml"))
    cells = ('<c r="A1" t="s"><v>0</v></c>', '<c r="B1" t="s"><v>1</v></c>')
    parts = xlsx_parts(sheet_xml(row(1, *cells)))
    return packed(
        {
            **parts,
            "xl/_rels/workbook.xml.rels": relations(*told),
            "xl/sharedStrings.xml": xml(f"<sst {S}>{texts}</sst>"),
        }
    )


def styled_to_the_end() -> bytes:
    """65,000 rows that only have a style: a column was coloured as a whole."""
    rows = row(1, inline("A1", "甲")) + "".join(f'<row r="{n}"><c r="C{n}" s="1"/></row>' for n in range(2, 65_000))
    return xlsx(sheet_xml(rows))


HIDDEN = sheet_xml(
    row(1, inline("A1", "甲"), inline("B1", "乙")) + f'<row r="2" hidden="1">{inline("A2", "丙")}</row>',
    before='<cols><col min="2" max="2" hidden="1"/></cols>',
)
WHOLE_ROW = sheet_xml(
    row(1, inline("A1", "标题")) + row(2, inline("A2", "甲"), inline("B2", "乙")),
    after='<mergeCells><mergeCell ref="A1:XFD1"/></mergeCells>',
)

BENIGN = (
    Benign(
        "openpyxl 写的",
        "自评表.xlsx",
        by_openpyxl(plain),
        ("单位｜金额｜比率｜日期", "河湾镇｜2,536.08｜93.20%｜2024-03-05"),
    ),
    Benign(
        "合并、批注、有效性、保护",
        "自评表（保护）.XLSX",
        by_openpyxl(dressed),
        ("自评表〔3×1〕", "项目〔1×2〕｜链接｜", "｜末"),
    ),
    Benign(
        "几张表，一张隐藏",
        "总表.附.xlsx",
        by_openpyxl(several),
        ("甲", "｜", "｜乙"),
        ("工作表“底稿”是隐藏的，没有读取。",),
    ),
    Benign("openpyxl 的图，没有缓存的数", "图.xlsx", by_openpyxl(charted), ("年度｜支出", "2023年｜3")),
    Benign("空工作簿", "空.xlsx", by_openpyxl(lambda book, sheet: None), ()),
    Benign("公式带结果", "表 2.xlsx", by_xlsxwriter(computed), ("甲｜乙｜｜", "1.5｜2｜3.50｜空")),
    Benign(
        "XlsxWriter 的图",
        "图 2.xlsx",
        by_xlsxwriter(charted_with_figures),
        ("一季度｜3", "二季度｜4", "line图 （一季度、二季度）人次：3、4"),
    ),
    Benign("图片和文本框", "图&表.xlsx", by_xlsxwriter(pictured), ("附图", "说明：数据截至年末")),
    Benign("套用表格格式", "清单.xlsx", by_xlsxwriter(listed), ("名称｜金额", "养护费｜3")),
    Benign(
        "逐行写出",
        "清单'.xlsx",
        by_xlsxwriter(wide, constant_memory=True),
        ("0-0｜0-1｜0-2", "1-0｜1-1｜1-2", "2-0｜2-1｜2-2"),
    ),
    Benign("本系统写的", "自评表 3.xlsx", ours, ("古井｜14口", "合计〔2×1〕")),
    Benign("LibreOffice 写的", "calc.xlsx", by_libreoffice, ("甲",)),
    Benign("WPS 写的", "et_导出.xlsx", by_wps, ('甲｜=DISPIMG("ID_1",1)',)),
    Benign("文字表", "导出[1].xlsx", shared, ("助餐｜两格",)),
    Benign("整列都有格式", "底色.xlsx", styled_to_the_end, ("甲",)),
    Benign(
        "隐藏的行和列",
        "筛选.xlsx",
        lambda: xlsx(HIDDEN),
        ("甲｜乙", "丙｜"),
        ("工作表“自评表”的第 2 行是隐藏的，也一并读取。", "工作表“自评表”的 B 列是隐藏的，也一并读取。"),
    ),
    Benign("整行合并", "标题.xlsx", lambda: xlsx(WHOLE_ROW), ("标题〔2×1〕", "甲｜乙")),
)
