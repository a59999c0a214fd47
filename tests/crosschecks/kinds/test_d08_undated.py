"""D08 签章日期."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, lines, one, said, table

TITLE = "2023年度文物修缮项目支出绩效自评报告\n一、概况\n完成修缮。\n"


@pytest.mark.parametrize(
    ("end", "message"),
    [
        ("单位负责人（签章）：      年    月    日", "单位负责人（签章）处的日期没有填写，请一并核对是否已签章。"),
        ("填报日期：", "填报日期处的日期没有填写。"),
        (table("单位负责人（签章）||  年 月 日"), "单位负责人（签章）处的日期没有填写，请一并核对是否已签章。"),
    ],
)
def test_a_blank_date(end, message):
    text = TITLE + end
    found = one(text, "D08")
    assert (found.message, lines(found)) == (message, [4])
    assert findable(text, found.places)


def test_all_blanks_of_a_report_are_told_together():
    text = TITLE + "评价组组长（签字）：\n\n    年   月   日\n\n单位意见：      年   月   日"
    found = one(text, "D08")
    assert (found.arithmetic, lines(found)) == ("空白日期2处", [6, 8])
    assert findable(text, found.places)


@pytest.mark.parametrize(
    "end",
    [
        "单位负责人（签章）：某某    2024年 3 月 5 日",
        "填报日期：2024-03-05",
        table("填报日期：|2024-03-05"),
        "修缮工作历时一年零三个月，每日巡查。",
    ],
)
def test_a_date_that_is_there(end):
    assert said(TITLE + end, "D08") == []
