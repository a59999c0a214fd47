"""T01 同一指标多处一致, on paper."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, quotes, said, table

TWICE = "一、概况\n设备购置专项资金320.00万元，按季到账。\n二、管理\n设备购置专项资金{}，按合同分两次支付。\n"
SLIP = "一、概况\n全线管护林带共1386.4公里，分三个标段。\n二、绩效情况\n（1）管护林带里程：实际管护1368.4公里。\n"
ROWS = table(
    "一级指标|二级指标|三级指标|指标值|完成值|分值|得分",
    "产出指标|数量指标|新建雨量站|24处|24处|10|10",
    "||新建水位站|9处|{}|10|8",
)
PROSE = "\n二、绩效情况\n（一）产出。全年新建雨量站24处、水位站{}处，设备运行正常。\n"


def test_one_name_two_amounts():
    text = TWICE.format("302.00万元")
    found = one(text, "T01")
    assert found.message == "“设备购置专项资金”多处金额不一致：320.00万元、302.00万元。"
    assert findable(text, found.places)
    assert said(TWICE.format("320万元"), "T01") == []


def test_two_digits_changed_about():
    found = one(SLIP, "T01")
    assert found.arithmetic == "1386.4公里≠1368.4公里"
    assert findable(SLIP, found.places)


@pytest.mark.parametrize("second", ["1386.4公里", "1168.4公里"])
def test_the_same_or_another_length(second):
    assert said(SLIP.replace("1368.4公里", second), "T01") == []


def test_a_row_told_otherwise_in_prose():
    text = "某某站项目支出绩效自评表\n" + ROWS.format("8处") + PROSE.format("9")
    found = one(text, "T01")
    assert found.message == "“新建水位站”多处数值不一致：表中8处，文中9处。"
    assert quotes(found) == ["8处", "水位站9处"]
    assert findable(text, found.places)


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("8处", "8"),
        ("9处", "9"),
    ],
)
def test_a_row_that_prose_agrees_with_or_does_not_speak_of(cell, words):
    assert said("某某站项目支出绩效自评表\n" + ROWS.format(cell) + PROSE.format(words), "T01") == []


@pytest.mark.parametrize(
    "words",
    [
        "主要任务是：新建雨量站24处、水位站9处。",  # a plan
        "全县水位站累计达到9处。",  # a running total
        "与2021年的水位站9处相比有所减少。",
    ],
)
def test_words_of_something_else(words):
    text = "某某站项目支出绩效自评表\n" + ROWS.format("8处") + f"\n二、概况\n{words}\n"
    assert said(text, "T01") == []


def test_goal_and_result_may_differ():
    text = "一、项目概况\n具体绩效目标：数量指标为维护防火隔离带65公里。\n三、绩效情况\n数量指标：维护防火隔离带66.2公里，完成率101.85%。"
    assert said(text, "T01") == []


@pytest.mark.parametrize(("again", "count"), [("130.00", 1), ("120.00", 0)])
def test_a_subject_said_in_other_words(again, count):
    text = f"一、资金\n市级配套资金120.00万元已到位。\n二、管理\n市级财政配套资金{again}万元已到位。\n"
    assert len(said(text, "T01")) == count


@pytest.mark.parametrize(("owned", "count"), [("4", 1), ("5", 0), ("7", 0)])
def test_official_cars_beyond_all_vehicles(owned, count):
    text = f"一、三公\n年末公务用车保有量5辆。\n二、资产\n截至2023年12月31日，单位共有车辆{owned}辆。\n"
    assert len(said(text, "T01")) == count


@pytest.mark.parametrize(("amount", "count"), [("175.00", 1), ("180.20", 0)])
def test_a_row_of_a_table_of_data_told_in_prose(amount, count):
    rows = table("片区|户数|发放金额（万元）", "东镇中心区|120|180.20", "西镇中心区|96|140.00", "合计|216|320.20")
    text = f"一、发放\n情况如下表：\n\n{rows}\n二、绩效\n东镇中心区支出{amount}万元。"
    found = said(text, "T01")
    assert len(found) == count
    assert all(findable(text, each.places) for each in found)
