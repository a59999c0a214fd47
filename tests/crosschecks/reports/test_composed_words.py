"""成文的固定构成."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.papers import findable, one, said

HEAD = "某县文化馆2023年度部门整体支出绩效自评报告\n一、支出\n"


@pytest.mark.parametrize(
    "text",
    [
        "全年基本支出88.00万元，由人员经费76.50万元和公用经费12.50万元构成。",
        "人员经费76.50万元，公用经费12.50万元，基本支出共计88.00万元。",
        "（一）基本支出情况。基本支出88.00万元，用于保障运转。人员经费76.50万元，公用经费12.50万元。",
        "2023年基本支出88.00万元，占支出总额的69.84%。\n1.人员经费76.50万元，主要用于工资。\n2.公用经费12.50万元，主要用于办公。",
        "基本支出88.00万元，包括：人员经费76.50万元，主要有工资、奖金等；公用经费12.50万元，按10人计算人均约1.3万元。",
    ],
)
def test_staff_and_running_costs(text):
    found = one(HEAD + text, "F08")
    assert found.arithmetic == "76.5＋12.5＝89，与88相差1"
    assert findable(HEAD + text, found.places)


def test_an_amount_told_barely_is_of_what_its_heading_says():
    text = (
        "（一）总体情况。部门预算总额895.00万元，决算支出882.50万元。\n（二）基本支出。预算360.00万元，执行356.80万元。\n"
        "（三）项目支出。预算535.00万元，执行{}万元。"
    )
    assert one(HEAD + text.format("527.50"), "F08").arithmetic == "356.8＋527.5＝884.3，与882.5相差1.8"
    assert said(HEAD + text.format("525.70"), "F08") == []


def test_parts_of_what_was_planned_only_hint():
    text = "基本支出预算360.00万元，基本支出356.80万元，其中人员经费318.46万元、公用经费41.54万元。"
    assert one(HEAD + text, "F08").severity is Severity.WARNING


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("F12", "“三公”经费支出36.00万元，公务用车运行维护费30.00万元，公务接待费5.00万元，因公出国（境）费0万元。"),
        ("F12", "年末固定资产原值512.36万元；累计折旧203.11万元，净值390.25万元。"),
        ("F09", "全年收入126.00万元，财政拨款收入118.00万元，事业收入5.00万元，其他收入4.00万元。"),
        ("F08", "本年支出126.00万元，按支出性质分：基本支出88.00万元，项目支出39.00万元。"),
    ],
)
def test_other_kinds(rule, text):
    one(HEAD + text, rule)


@pytest.mark.parametrize(
    "text",
    [
        "全年基本支出88.00万元，由人员经费76.50万元和公用经费11.50万元构成。",
        "本年收入合计57.12万元，其中：财政拨款收入54.89万元；事业收入0.63万元；其他收入1.60万元。年初结转和结余1.52万元。",
        "本年支出126.00万元，基本支出88.00万元，项目支出38.00万元；上年支出120.00万元，基本支出85.00万元，项目支出35.00万元。",
        "预算130.00万元，其中基本支出90.00万元，项目支出40.00万元；支出126.00万元，基本支出88.00万元，项目支出38.00万元。",
        "本年支出126.00万元，基本支出88.00万元，项目支出34.00万元，经营支出4.00万元。",
        "“三公”经费预算13.00万元，支出决算10.82万元。公务用车购置及运行维护费8.46万元，其中公务用车购置费0万元、公务用车运行维护费8.46万元；公务接待费2.36万元。",
    ],
)
def test_what_comes_out(text):
    assert [f.message for rule in ("F08", "F09", "F12") for f in said(HEAD + text, rule)] == []
