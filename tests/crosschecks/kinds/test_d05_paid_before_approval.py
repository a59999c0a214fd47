"""D05 拨付早于批复."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, quotes, said

TITLE = "2023年度乡村医生补助项目支出绩效自评报告\n一、资金到位情况\n"


def test_paid_before_the_budget_was_approved():
    text = TITLE + "4月财政批复预算86.40万元。卫生服务中心于2月中旬将补助资金拨付到卫生室。"
    found = one(text, "D05")
    assert found.arithmetic == "2月中旬＜4月"
    assert quotes(found) == ["2月中旬将补助资金拨付", "4月财政批复"]
    assert findable(text, found.places)


@pytest.mark.parametrize(
    "sentence",
    [
        "2月财政批复预算86.40万元，4月拨付到卫生室。",
        "4月财政批复预算86.40万元，另有省级资金于2022年12月提前下达并拨付。",
        "4月财政批复预算86.40万元，2月支付上年尾款3万元。",
        "补助资金按月拨付，4月财政批复预算86.40万元。",
        "4月县发展改革局批复初步设计，2月支付资金。",
    ],
)
def test_payments_that_may_well_come_first(sentence):
    assert said(TITLE + sentence, "D05") == []
