"""F06 到位率 on paper (the form half: test_stated_rate.py)."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.papers import findable, one, quotes, said, table

FUNDS = table(
    "资金情况（万元）|预算资金|市级资金||80.00",
    "|{}|||76.00",
    "|实际支出资金|市级资金||70.00",
    "二、项目概况",
)
TABLE = "甲项目支出绩效自评表\n" + FUNDS + "\n概况\n资金到位率{}。\n"
SCORES = table(
    "评分表|二级指标|三级指标|指标分值|评价得分", "|资金落实|资金到位率|5|{}", "||到位及时率|3|3", "||预算执行率|2|2"
)


def test_a_rate_beside_its_amounts():
    text = "全年预算资金80万元，实际到位76万元，资金到位率97%，其余已列入明年预算。"
    found = one(text, "F06")
    assert (found.message, found.arithmetic) == ("资金到位率应为95%，写97%。", "76÷80＝95%")
    assert quotes(found) == ["资金到位率97%", "实际到位76万元", "全年预算资金80万元"]


def test_a_rate_against_the_table():
    text = TABLE.format("实际到位资金", "100%")
    found = one(text, "F06")
    assert found.arithmetic == "76万元（到位）÷80万元（计划）＝95%"
    assert findable(text, found.places)
    assert said(TABLE.format("实际到位资金", "95%"), "F06") == []


def test_what_was_issued_only_hints_unless_points_were_taken_off():
    text = TABLE.format("预算下达资金", "100%")
    assert one(text, "F06").severity is Severity.WARNING
    assert one(text + SCORES.format("4.75"), "F06").severity is Severity.ERROR


def test_a_column_of_rates():
    text = table("来源|计划资金（万元）|到位资金（万元）|到位率", "省级|40|36|{}", "县级|20|20|100%")
    assert one(text.format("80%"), "F06").message == "省级到位率应为90%，填报80%。"
    assert said(text.format("90%"), "F06") == []


@pytest.mark.parametrize(
    "text",
    [
        "全年预算资金80万元，实际到位76万元，资金到位率95%。",
        "市级资金预算80万元，县级资金到位76万元，资金到位率100%。",
        "资金到位76万元，到位率100%。",
        "预算资金80万元，实际到位76万元，要求到位率不低于97%。",
    ],
)
def test_left_alone(text):
    assert said(text, "F06") == []
