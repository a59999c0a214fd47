"""空格分列的还原: wide blanks keep columns apart; names, dates and sentences with blanks stay lines."""

from __future__ import annotations

import pytest

from crosschecks.laid.spaced import spaced
from documents.readers.paper import PaperTable
from documents.readers.text import parse_text


def read(text: str) -> list[object]:
    return list(spaced(parse_text(text).blocks))


def test_columns_of_wide_blanks():
    (table,) = read("项目　　　数量　　金额\n造林　　　２４亩　　１２００．００\n抚育　　　１８亩　　９００．００")
    assert isinstance(table, PaperTable)
    assert [(cell.row, cell.column, cell.text, cell.spot.line) for cell in table.cells][3:6] == [
        (1, 0, "造林", 2),
        (1, 1, "２４亩", 2),
        (1, 2, "１２００．００", 2),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "填表人：张三　　复核人：李四\n填报日期：2019年3月6日　　联系电话：123\n单位：万元　　2019年",
        "张三　　李四\n王五　　赵六\n钱七　　孙八",
        "项目　　金额\n造林　　1200.00",
        "一、概况　　1\n二、资金　　3\n三、绩效　　5",
    ],
)
def test_what_stays_lines(text):
    assert not any(isinstance(block, PaperTable) for block in read(text))
