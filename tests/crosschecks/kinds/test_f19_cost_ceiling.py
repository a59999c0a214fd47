"""F19 成本上限."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.papers import findable, one, quotes, said, table
from tests.crosschecks.samples import book, check, findings, only, paths, row, suining

HEAD = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分"


def form(target: str, actual: str, level2: str = "成本指标") -> str:
    rows = f"产出指标|{level2}|护坡工程总成本|{target}|{actual}|10|9"
    return "项目支出绩效自评表\n（2023年度）\n\n" + table(HEAD, rows)


def test_above_the_ceiling():
    text = form("≤350万元", "362.4万元")
    found = one(text, "F19")
    assert found.message == "“护坡工程总成本”成本362.4万元超过控制数350万元。"
    assert found.arithmetic == "362.4－350＝12.4＞0"
    assert (found.severity, quotes(found)) == (Severity.ERROR, ["362.4万元", "≤350万元"])
    assert findable(text, found.places)


@pytest.mark.parametrize(
    ("target", "actual", "level2"),
    [
        ("≤350万元", "350万元", "成本指标"),
        ("≤350万元", "3498000元", "成本指标"),
        ("350万元", "362.4万元", "成本指标"),  # no ceiling: an amount to be spent
        ("≥350万元", "362.4万元", "成本指标"),
        ("≤350米", "362米", "数量指标"),
        ("≤350万元", "约362万元", "成本指标"),
        ("≤350元/米", "", "成本指标"),
    ],
)
def test_within_or_no_ceiling(target, actual, level2):
    assert said(form(target, actual, level2), "F19") == []


def report(goal: str, spent: str) -> str:
    rows = table(
        "机构名称|支出合计|其中：|",
        "||基本支出|项目支出",
        f"文化馆|{spent}|300.00|120.50",
    )
    goals = table(
        "一级指标|二级指标|指标内容|实际完成值", "产出指标|数量指标|演出场次|32场", f"产出指标|成本指标|成本控制|{goal}"
    )
    return f"某馆2023年度部门整体支出绩效自评报告\n\n年度支出情况（万元）\n\n{rows}\n\n绩效目标完成情况\n\n{goals}\n"


def test_a_ceiling_alone_is_held_against_the_whole():
    text = report("支出控制在418万元以内", "420.50")
    found = one(text, "F19")
    assert found.message == "支出合计420.5万元超过控制数418万元。"
    assert quotes(found) == ["支出控制在418万元以内", "420.50"]
    assert findable(text, found.places)


def test_less_than_a_rounding_is_hinted_at():
    assert one(report("支出控制在420万元以内", "420.50"), "F19").severity is Severity.WARNING


@pytest.mark.parametrize(
    "goal", ["支出控制在421万元以内", "每场演出支出不超过1万元", "印刷费支出控制在15万元以内", "严格控制支出"]
)
def test_another_ceiling(goal):
    assert said(report(goal, "420.50"), "F19") == []


def test_told_in_prose():
    text = (
        "2023年河道清淤项目支出绩效自评报告\n三、项目完成情况\n成本指标：清淤总费用不超过86万元，实际支出88.2万元。\n"
    )
    assert one(text, "F19").message == "成本88.2万元超过控制数86万元。"
    assert said(text.replace("88.2", "85.9"), "F19") == []


def test_on_a_form():
    asked = check("F19", of="indicators")
    cost = {"level1": "成本指标", "level2": "经济成本指标", "name": "设备总价", "relation": "≤", "unit": "万元"}
    found = only(findings(suining(), book(row("c", target="60", actual="63.5", **cost)), asked))
    assert found.message == "“设备总价”成本63.5万元超过控制数60万元。"
    assert paths(found) == ["indicators.c.actual", "indicators.c.target"]
    assert findings(suining(), book(row("c", target="60", actual="60", **cost)), asked) == ()
    assert findings(suining(), book(row("c", target="60", actual="", **cost)), asked) == ()
