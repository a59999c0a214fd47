"""虚构的纸表: whole papers as people make them, written with the libraries that Word and Excel files are written with."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl

Row = list[tuple[str, int, int]]  # text, across, down


def one(*texts: str) -> Row:
    return [(text, 1, 1) for text in texts]


def placed(rows: list[Row]):
    """(row, column, text, across, down) of every cell."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for text, across, down in row:
            while (number, column) in taken:
                column += 1
            yield number, column, text, across, down
            taken |= {(r, c) for r in range(number, number + down) for c in range(column, column + across)}
            column += across


def word(path: Path, above: list[str], rows: list[Row], width: int) -> Path:
    """A DOCX: lines above, one table below."""
    document = docx.Document()
    for text in above:
        document.add_paragraph(text)
    table = document.add_table(rows=len(rows), cols=width, style="Table Grid")
    for row, column, text, across, down in placed(rows):
        cell = table.cell(row, column)
        if across > 1 or down > 1:
            cell = cell.merge(table.cell(row + down - 1, column + across - 1))
        cell.text = text
    document.save(path)
    return path


def sheet(path: Path, rows: list[Row], *, left: int = 0, top: int = 0) -> Path:
    """An XLSX: everything is a row, title and all."""
    book = openpyxl.Workbook()
    page = book.active
    for row, column, text, across, down in placed(rows):
        r, c = row + top + 1, column + left + 1
        if across > 1 or down > 1:
            page.merge_cells(start_row=r, start_column=c, end_row=r + down - 1, end_column=c + across - 1)
        page.cell(r, c).value = text or None
    book.save(path)
    return path


# 空白，表头分两行，资金表和指标表都有自评、复核两列得分
TWO_ROWS: list[Row] = [
    [("项目名称", 2, 1), ("", 8, 1)],
    [("资金来源", 2, 2), ("预算安排", 2, 1), ("资金使用", 2, 1), ("执行率", 1, 2), ("分值", 1, 2), ("得分", 2, 1)],
    one("年初", "调整后", "到位", "支出", "自评", "财政复核"),
    [("资金合计", 2, 1), *one("", "", "", "", "", "10", "", "")],
    [("其中：省级补助", 2, 1), *one("", "", "", "", "", "—", "—", "—")],
    [("县级财政", 2, 1), *one("", "", "", "", "", "—", "—", "—")],
    [("绩效指标", 3, 1), ("目标值", 1, 2), ("完成情况", 2, 1), ("分值", 1, 2), ("得分", 2, 1), ("偏差原因", 1, 2)],
    one("一级指标", "二级指标", "三级指标", "实际完成值", "完成进度", "自评", "复核"),
    [("产出指标（60分）", 1, 2), *one("数量指标", *[""] * 8)],
    one("质量指标", *[""] * 8),
    [("效益指标（30分）", 1, 1), *one("生态效益指标", *[""] * 8)],
]

# 填好，标题和金额单位在表框上面，都是表格里的行
TITLED: list[Row] = [
    one("附件3", *[""] * 7),
    [("某渠道维修项目支出绩效自评表", 8, 1)],
    [("（2025年度）", 8, 1)],
    [("填报单位：某某水管所", 4, 1), ("单位：万元", 4, 1)],
    [("项目名称", 2, 1), ("东干渠维修", 6, 1)],
    one("资金来源", "全年预算数", "实际到位数", "全年执行数", "到位率", "执行率", "得分", "备注"),
    one("年度资金总额", "120.00", "120.00", "118.60", "100%", "98.83%", "9.88", "无"),
    one("其中：上级补助", "80.00", "80.00", "80.00", "100%", "100%", "", ""),
    one("群众筹资", "40.00", "40.00", "38.60", "100%", "96.50%", "", ""),
    [("年度目标", 2, 1), ("维修渠道若干公里，保证春灌。" * 6, 6, 1)],
    [("注：群众筹资是指受益户按亩分摊的部分。", 8, 1)],
]

# 填好，来源横排，环节竖排，矩阵印不出
ACROSS: list[Row] = [
    [("项目名称", 1, 1), ("河道清淤", 5, 1)],
    one("项目资金", "合计", "中央资金", "省级资金", "县级资金", "社会投入"),
    one("预算数", "300", "100", "100", "80", "20"),
    one("到位数", "300", "100", "100", "80", "20"),
    one("支出数", "288", "100", "98", "75", "15"),
    [("年度目标", 1, 1), ("清淤若干公里。" * 10, 5, 1)],
]

# 空白，从第三行第二列起，来源的标签占两列，夹着一栏不认识的
TWO_LABELS: list[Row] = [
    [("小型水库除险加固情况表", 7, 1)],
    [("资金来源", 2, 1), *one("预算数", "执行数", "支付笔数", "执行率", "备注")],
    [("合计", 2, 1), *one("", "", "", "", "")],
    [("财政拨款", 1, 3), *one("中央资金", "", "", "", "", "")],
    one("省级资金", "", "", "", "", ""),
    one("县级资金", "", "", "", "", ""),
    [("自筹资金", 2, 1), *one("", "", "", "", "")],
]
