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
