"""F18 成本指标等于预算口径."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, quotes, said, table
from tests.crosschecks.samples import book, check, findings, only, paths, row, suining

HEAD = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分"


def form(name: str, target: str, actual: str, level2: str = "成本指标") -> str:
    rows = table(
        "项目资金（万元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分",
        "年度资金总额|640|640|612|10|95.63%|9.56",
        HEAD,
        f"产出指标|{level2}|{name}|{target}|{actual}|20|20",
    )
    return f"项目支出绩效自评表\n（2023年度）\n\n{rows}\n"


def test_target_and_budget():
    text = form("项目总成本", "600万元", "612万元")
    found = one(text, "F18")
    assert found.message == "“项目总成本”600万元与预算640万元不一致。"
    assert (found.arithmetic, quotes(found)) == ("600万元与640万元相差6.25%", ["600万元", "640"])
    assert findable(text, found.places)


def test_actual_and_spending():
    assert one(form("项目总成本", "640万元", "640万元"), "F18").message == "“项目总成本”640万元与执行数612万元不一致。"


@pytest.mark.parametrize(
    ("name", "target", "actual", "level2"),
    [
        ("项目总成本", "640万元", "612万元", "成本指标"),
        ("项目总成本", "638万元", "6120000元", "成本指标"),  # rounding, and another unit
        ("每公里养护成本", "600元", "612元", "成本指标"),
        ("宣传活动总成本", "20万元", "20万元", "成本指标"),  # far from the whole
        ("带动总投资", "600万元", "612万元", "经济效益指标"),
        ("项目总成本", "控制在预算内", "未超预算", "成本指标"),
    ],
)
def test_agreeing_or_about_something_else(name, target, actual, level2):
    assert said(form(name, target, actual, level2), "F18") == []


def test_on_a_form():
    asked = check("F18", of="indicators", budget="funds.adjusted.all", spent="funds.spent.all")
    cost = {"level1": "成本指标", "level2": "经济成本指标", "name": "项目总成本", "relation": "≤", "unit": "万元"}
    funds = {"adjusted.fiscal": "640", "spent.fiscal": "612"}
    found = only(findings(suining(), book(row("c", target="600", actual="612", **cost), funds=funds), asked))
    assert found.message == "“项目总成本”600.00万元与预算640.00万元不一致。"
    assert paths(found) == ["indicators.c.target", "funds.adjusted.all"]
    assert findings(suining(), book(row("c", target="640", actual="612", **cost), funds=funds), asked) == ()
    assert findings(suining(), book(row("c", target="600", actual="", **cost)), asked) == ()
