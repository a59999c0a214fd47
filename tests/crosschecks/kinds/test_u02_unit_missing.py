"""U02 缺单位."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, said, table


def report(words: str) -> str:
    return f"2023年公园改造项目支出绩效自评报告\n一、资金情况\n{words}\n"


def test_an_amount_without_its_unit():
    text = report("公园改造实际支出268.40，完成预算的95%。")
    found = one(text, "U02")
    assert found.arithmetic == "268.40后没有单位"
    assert findable(text, found.places)


def form(target: str, actual: str, name: str = "改造公园") -> str:
    rows = table("一级指标|二级指标|三级指标|年度指标值|实际完成值", f"产出指标|数量指标|{name}|{target}|{actual}")
    return f"项目支出绩效自评表\n（2023年度）\n\n{rows}\n"


def test_an_indicator_without_its_unit():
    assert one(form("3", "3"), "U02").message == "“改造公园”缺少计量单位。"


@pytest.mark.parametrize(
    "text",
    [
        report("公园改造实际支出268.40万元，完成预算的95%。"),
        report("公园改造实际支出268项次。"),
        report("按第3.20条执行。"),
        form("3个", "3"),
        form("95", "96", "游客满意度"),
    ],
)
def test_with_a_unit_or_none_needed(text):
    assert said(text, "U02") == []
