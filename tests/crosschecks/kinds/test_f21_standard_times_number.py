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


# --- months, times and averages told beside the amount ---

PROJECT = "某县2023年度管护项目支出绩效自评报告\n二、资金\n"


@pytest.mark.parametrize(
    ("text", "arithmetic"),
    [
        ("聘用护林员120人，月工资800元，发放6个月，支出59.60万元。", "800元×120×6个月＝57.6万元，写59.60万元"),
        ("共发放护林员补助120人，每人每月800元，全年共计118.20万元。", "800元×120×12个月＝115.2万元，写118.20万元"),
        ("对2350人每人一次性补助180元，共补助资金43.20万元。", "180元×2350＝42.3万元，写43.20万元"),
        ("培训3期240人，培训费每人每天400元，每期5天，共支出45.00万元。", "400元×240×5天＝48万元，写45.00万元"),
        ("采购电脑15台，每台6200元，共计96000元。", "6200元×15＝93000元，写96000元"),
        (
            "预算80万元，其中管护员补助28.80万元、检测51.20万元。管护员120名，每人每年补助2600元。",
            "2600元×120＝31.2万元，写28.80万元",
        ),
        (
            "聘用工友312人，每人每月2200元，按10个月发放，共计668.40万元，不计入上述1424.60万元。",
            "2200元×312×10个月＝686.4万元，写668.40万元",
        ),
    ],
)
def test_all_that_multiplies(text, arithmetic):
    found = one(PROJECT + text, "F21")
    assert found.arithmetic == arithmetic
    assert findable(PROJECT + text, found.places)


@pytest.mark.parametrize(
    "text",
    [
        "聘用护林员120人，月工资800元，发放6个月，支出57.60万元。",
        "共发放护林员补助120人，每人每月800元，共计38.40万元。",  # four months
        "按照每人每月800元的标准发放补助，年末在岗120人，全年发放113.60万元。",
        "每人每月800元，其中省级补助500元，县级300元；全年补助120人，县级支出43.20万元。",
        "一类每户2000元、二类每户1500元，共补助110户21.80万元。",
        "补助标准由每人每月750元提高至800元，从7月起执行，120人全年发放111.60万元。",
        "补助120人，每人每年3600元，县级承担50%，拨付21.60万元。",
    ],
)
def test_other_readings_settle_it(text):
    assert said(PROJECT + text, "F21") == []


def test_an_average():
    text = PROJECT + "涉及行政村321个、受益群众46.8万人，平均每村{}人。"
    assert one(text.format("1500"), "F21").arithmetic == "468000÷321＝1457.94，写1500"
    assert said(text.format("1458"), "F21") == []
    assert said(text.format("约1500"), "F21") == []
    assert said(PROJECT + "救助1286人次，支出救助金216.80万元，人均1686元。", "F21") == []


MONTHS = "补助标准为每人每月200元。\n发放情况：\n\n" + table(
    "批次|人数|月数|金额（元）", "一批|200|6|240000", "二批|350|6|420000", "三批|100|6|{}"
)


def test_columns_of_months_and_a_standard_told_before_the_table():
    assert one(PROJECT + MONTHS.format("126000"), "F21").arithmetic == "100×6×200＝120000，填126000，相差6000"
    assert said(PROJECT + MONTHS.format("120000"), "F21") == []


def test_units_of_the_headers_are_enough_for_two_rows():
    text = (
        PROJECT
        + "采购：\n\n"
        + table("内容|数量|单位|单价（元）|小计（元）", "水泵|4|台|3200|12800", "闸门|2|扇|18500|{}")
    )
    assert one(text.format("39000"), "F21").arithmetic == "2×18500＝37000，填39000，相差2000"
    assert said(text.format("37000"), "F21") == []
