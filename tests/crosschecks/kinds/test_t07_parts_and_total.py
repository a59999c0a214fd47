"""T07 “其中”分项合计, on paper."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.papers import findable, one, quotes, said

OVER = "一、概况\n全年共拨付养护资金128244万元，其中县道90610万元，乡道33606万元，村道9797万元。"


def test_more_than_the_total():
    found = one(OVER, "T07")
    assert found.severity is Severity.ERROR
    assert found.message == "分项之和134013万元不等于总数128244万元。"
    assert found.arithmetic == "90610＋33606＋9797＝134013，与128244相差5769"
    assert quotes(found) == ["全年共拨付养护资金128244万元", "其中县道90610万元", "乡道33606万元", "村道9797万元"]
    assert findable(OVER, found.places)


def test_rounding_is_hinted_at():
    found = one("一、概况\n受益14.94万人，其中城镇12.39万人、农村2.54万人。", "T07")
    assert found.severity is Severity.WARNING
    assert "尾差" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "支出30万元，其中：维修20万元；绿化10万元。",  # right
        "追回约15万元，其中甲8万元、乙9万元。",  # rough
        "补贴9万元，包括种粮补贴5万元、农机补贴3.9万元等。",  # open
        "发放38069.17万元（其中：抚恤1286.96万元；津贴12.01万元）。",  # a selection
        "支出30万元，其中：设备20万元。",  # one part
        "采购215.5万元，其中：货物95.5万元、服务120万元，授予中小企业180万元，占83.53%。",  # another thought behind
        "占比30%，其中甲20%、乙20%。",  # shares have a rule of their own
    ],
)
def test_nothing_to_say(text):
    assert said("一、概况\n" + text, "T07") == []


@pytest.mark.parametrize(
    "text",
    ["在编教师28人，其中高级10人，中级17人。", "支出100万元，其中：甲50万元，乙30万元，丙12万元。"],
)
def test_below_the_total_but_meant_as_all(text):
    assert one("一、概况\n" + text, "T07").severity is Severity.ERROR


@pytest.mark.parametrize(("amount", "count"), [("29.00", 1), ("92.00", 0)])
def test_as_many_parts_as_are_counted(amount, count):
    text = f"一、绩效\n对3个项目开展自评，涉及资金412.00万元，占59.79%。其中：“能力提升”260.00万元，自评98分；“冷链建设”{amount}万元；“疫病监测”60.00万元。"
    assert len(said(text, "T07")) == count


@pytest.mark.parametrize(("total", "count"), [("474.12", 1), ("471.42", 0), ("900.00", 0)])
def test_a_running_total_right_behind_its_parts(total, count):
    text = f"一、支付\n支付预付款145.80万元、进度款243.00万元、竣工款82.62万元，累计{total}万元。"
    assert len(said(text, "T07")) == count


@pytest.mark.parametrize(("total", "count"), [("2184.60", 1), ("2148.60", 0)])
def test_a_list_in_paragraphs_that_ends_at_its_full_stop(total, count):
    text = f"一、支出\n累计支出{total}万元，支出进度97.22%，其中：\n道路工程1168.30万元；\n灌溉工程602.45万元；\n改良工程377.85万元。\n未支付的62.40万元为质量保证金。"
    assert len(said(text, "T07")) == count


@pytest.mark.parametrize(("count", "found"), [("4", 1), ("5", 0)])
def test_a_classification_leaves_nothing_out(count, found):
    assert len(said(f"一、概况\n全年安排项目8个，其中公共服务类3个、能力建设类{count}个。", "T07")) == found


def test_some_of_them_are_no_classification():
    assert said("一、概况\n全年安排项目8个，其中续建项目3个、跨年项目4个。", "T07") == []
