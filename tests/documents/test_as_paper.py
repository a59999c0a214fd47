"""文档树作为纸面: words, merges and keys of our own document."""

from __future__ import annotations

from decimal import Decimal

from documents.as_paper import as_paper
from documents.readers.paper import PaperCell, PaperTable, PaperText, Spot
from documents.tree import (
    Cell,
    Cover,
    CoverLine,
    Document,
    Heading,
    Line,
    Number,
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


def blocks(*trees):
    return as_paper(Document("文件", (Part(tuple(trees)),))).blocks


def test_words_in_order_with_their_keys():
    assert blocks(
        Title("自评\n报告", "（2024年度）"),
        Heading("一、概况", 1, "h"),
        Paragraph("第一段", key="text.goal"),
        Paragraph("第二段", again="text.goal"),
        Line(("填报单位：甲", "单位：万元"), "k"),
        PageBreak(),
        Paragraph("  "),
        SignBlock(((SignLine("负责人：", "张", "sign.a"), SignLine("年 月 日")),)),
    ) == (
        PaperText("自评报告"),
        PaperText("（2024年度）"),
        PaperText("一、概况", 1, Spot(key="h")),
        PaperText("第一段", spot=Spot(key="text.goal")),
        PaperText("第二段", spot=Spot(key="text.goal")),
        PaperText("填报单位：甲　单位：万元", spot=Spot(key="k")),
        PaperText("负责人：张", spot=Spot(key="sign.a")),
        PaperText("年 月 日"),
    )


def test_a_cover():
    cover = Cover(Title("报告"), ((CoverLine("项目：", "甲", "project.name"),),), "附件2")
    assert blocks(cover) == (
        PaperText("附件2"),
        PaperText("报告"),
        PaperText("项目：甲", spot=Spot(key="project.name")),
    )


def test_a_table_with_merges_and_figures():
    number = Number(Decimal(3), "3.00", "0.00")
    rows = (
        Row((Cell(0, Text("合计"), rowspan=2), Cell(1, Text("金额"), colspan=2))),
        Row((Cell(1, number, key="funds.spent.all"), Cell(2, number, again="funds.spent.all"))),
    )
    assert blocks(Table((1, 1, 1), rows)) == (
        PaperTable(
            (1, 1, 1),
            2,
            (
                PaperCell("合计", 0, 0, 1, 2),
                PaperCell("金额", 1, 0, 2),
                PaperCell("3.00", 1, 1, spot=Spot(key="funds.spent.all")),
                PaperCell("3.00", 2, 1, spot=Spot(key="funds.spent.all")),
            ),
        ),
    )
