"""F21 标准×数量=金额, on paper."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import cells, findable, one, said, table

PROSE = "一、资金使用\n县道按每公里7000元、乡道按每公里3500元的标准安排：县道312公里218.40万元，乡道408公里{}万元，机具58.56万元。\n"
BUY = (
    "序号|设备名称|数量（台）|单价（万元）|金额（万元）",
    "1|扫描仪|1|398.00|398.00",
    "2|诊断仪|6|{}|273.00",
    "3|呼吸机|8|12.60|100.80",
    "4|监护仪|20|3.20|64.00",
    "|合计|35||835.80",
)
PUPILS = (
    "学段|学校数（所）|受益学生（人）|补助金额（万元）",
    "小学|48|13820|1382.00",
    "初中|18|6246|{}",
    "一贯制|6|1480|148.00",
    "合计|72|21546|2154.60",
)


def test_each_standard_for_what_it_is_of():
    text = PROSE.format("148.20")
    found = one(text, "F21")
    assert found.arithmetic == "3500×408＝142.8万元；148.20万元÷3500元＝423"
    assert findable(text, found.places)
    assert said(PROSE.format("142.80"), "F21") == []


@pytest.mark.parametrize("layout", [table, cells])
def test_number_times_price(layout):
    text = "采购明细如下：\n\n" + layout(*BUY)
    found = one(text.format("54.50"), "F21")
    assert found.arithmetic == "6×54.50＝327，填273，相差54"
    assert findable(text.format("54.50"), found.places)
    assert said(text.format("45.50"), "F21") == []


def test_a_standard_nobody_tells():
    text = "分学段情况见下表：\n\n" + table(*PUPILS)
    assert one(text.format("642.60"), "F21").message == "“初中”6246×0.1＝624.6，与金额642.6不符。"
    assert said(text.format("624.60"), "F21") == []


@pytest.mark.parametrize(
    "rows",
    [
        ("项目|数量（个）|金额（万元）", "甲|1|10", "乙|1|10", "丙|2|25", "合计|4|45"),  # one number teaches nothing
        ("路段|里程（公里）|投资（万元）", "甲|12|310", "乙|8|226", "丙|5|129"),  # prices of their own
        (
            "物资|数量|单价（元）|金额（万元）",
            "冲锋舟|6艘|48000|28.80",
            "救生衣|500件|120|6.00",
            "编织袋|60000条|2.5|15.00",
        ),
    ],
)
def test_rows_that_share_no_price_or_agree(rows):
    assert said(table(*rows), "F21") == []


@pytest.mark.parametrize(
    "words",
    ["每生每月补助500元，全年资助学生120人，发放学生补助60万元。", "人均收入5200元，带动农户30户，发放农户奖励9万元。"],
)
def test_standards_by_the_month_or_of_no_payment(words):
    assert said(f"一、资金使用\n{words}\n", "F21") == []
