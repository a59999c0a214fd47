"""T06 图表数据=正文, on paper."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, said

PIE = (
    "甲局2023年度部门决算情况说明\n一、收入决算\n本年收入合计200.00万元，其中：财政拨款收入180.00万元，占{}%；其他收入20.00万元，占{}%。\n"
    "（图1：收入决算结构图）\n\n二、附图\n\n\n列1\n财政拨款收入\t其他收入\t{}\t{}\t\n"
)
YEARS = (
    "甲局2023年度部门决算情况说明\n一、总体情况\n2023年度支出总计2601.80万元。与2022年的2405.00万元相比，支出总计增加196.80万元，增长8.18%。\n"
    "（图1：支出变动情况图）\n\n二、附图\n\n\n支出总计\n2023年\t\n{}\t2022年\t\n{}\t\n"
)
TWO = (
    "甲局2023年度部门决算情况说明\n一、总体情况\n2023年度收入、支出总计2846.32万元，与2022年的2613.47万元相比，收入、支出总计各增加232.85万元，增长8.91%。\n"
    "（图1：收支变动情况图）\n\n二、附图\n\n\n2023年\t\n收入\t支出\t2846.32\t{}\t2022年\t\n收入\t支出\t2613.47\t{}\t\n"
)


def test_last_years_shares():
    text = PIE.format(90, 10, "0.85", "0.15")
    found = one(text, "T06")
    assert found.message == "图1数据与正文不符：财政拨款收入85%（正文90%），其他收入15%（正文10%），可能未更新。"
    assert findable(text, found.places)
    assert said(PIE.format(90, 10, "0.9", "0.1"), "T06") == []


def test_a_wrong_share_in_the_text_is_not_the_charts():
    assert said(PIE.format("90.00", "11.00", "0.9", "0.1"), "T06") == []


def test_a_column_of_another_year():
    text = YEARS.format("2601.8", "2450")
    found = one(text, "T06")
    assert found.arithmetic == "2450≠2405"
    assert findable(text, found.places)
    assert said(YEARS.format("2601.8", "2405"), "T06") == []


@pytest.mark.parametrize(
    ("this", "last", "told"), [("2846.32", "2613.47", 0), ("2846.32", "2631.47", 1), ("2864.32", "2613.47", 1)]
)
def test_two_columns_for_each_year(this, last, told):
    assert len(said(TWO.format(this, last), "T06")) == told


LISTED = "甲局2023年度部门决算情况说明\n一、收入决算\n本年收入合计200.00万元，其中：财政拨款收入180.00万元，占90.00%；其他收入20.00万元，占10.00%。\n（图1：收入决算结构图）\n财政拨款收入 90.00%\n其他收入 {}%\n二、支出\n略。\n"


@pytest.mark.parametrize(("share", "count"), [("11.00", 1), ("10.00", 0)])
def test_a_chart_told_line_by_line(share, count):
    found = said(LISTED.format(share), "T06")
    assert len(found) == count
    assert all(findable(LISTED.format(share), each.places) for each in found)
