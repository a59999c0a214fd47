"""按行的资金: tables of data whose columns are stages of money."""

from __future__ import annotations

from tests.crosschecks.papers import report, table


def test_rows_are_sources_and_the_sum_is_the_total():
    text = table(
        "片区|面积（亩）|到位资金（万元）|支出（万元）|结余（万元）",
        "甲片区|860|12.50|12.38|0.12",
        "乙片区|920|13.10|13.00|0.10",
        "合计|1780|25.60|25.38|0.22",
    )
    (found,) = report(text).ledgers
    assert [(row.source, row.is_all) for row in found.rows] == [("甲片区", False), ("乙片区", False), ("合计", True)]
    assert set(found.header) == {"received", "spent", "carried"}
    assert found.amount(found.rows[0], "spent") == 123_800
    assert found.place(found.rows[1], "received").quote == "13.10"


def test_one_stage_is_not_enough():
    assert report(table("名称|数量|支出（万元）", "甲|3|4", "乙|5|6")).ledgers == ()


def test_the_funds_tables_come_first():
    both = report(
        "一、资金\n"
        + table("资金（万元）|年初预算数|执行数", "总额|5|4")
        + "\n二、明细\n"
        + table("名称|面积|到位|支出", "甲|1.5|2|2")
    )
    assert [len(found.rows) for found in both.ledgers] == [1, 1]
    assert both.ledgers[0] is both.funds[0]
