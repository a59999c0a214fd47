"""F05 执行率 on paper (the form half: test_stated_rate.py)."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, quotes, said, table

FUNDS = table(
    "项目资金（万元）||年初预算数|全年预算数（A）|全年执行数（B）|分值|执行率（B/A）|得分",
    "|年度资金总额|50.00|60.00|57.00|10|{}|9.50",
    "|其中：财政拨款|50.00|60.00|57.00|—|95%|—",
    "|其他资金|0.00|0.00|0.00|—|0.00%|—",
)


def test_a_table():
    text = FUNDS.format("92.00%")
    found = one(text, "F05")
    assert found.message == "年度资金总额执行率应为95%，填报92%。"
    assert found.arithmetic == "57÷60（调整后预算）＝95%"
    assert quotes(found) == ["92.00%", "57.00", "60.00"]
    assert findable(text, found.places)


@pytest.mark.parametrize("rate", ["95%", "95.00%", "95.0%", "0.95", "114%", "—", ""])
def test_any_base_of_the_table_and_rates_as_fractions(rate):
    assert said(FUNDS.format(rate), "F05") == []


def test_a_list_of_projects():
    text = table("项目名称|预算数（万元）|支出数（万元）|执行率", "甲工程|20|18|80%", "乙工程|30|30|100%")
    assert one(text, "F05").message == "甲工程执行率应为90%，填报80%。"


def test_what_was_changed_counts():
    text = table("资金（万元）|年初预算数|预算调整数|执行数|执行率", "总额|50|10|57|{}", "财政拨款|50|10|57|95%")
    assert said(text.format("95%"), "F05") == []
    assert len(said(text.format("90%"), "F05")) == 1


def test_sentences():
    text = "实际支出57.00万元，控制在预算60.00万元以内，预算执行率96%。\n林业支出：年初预算为30.00万元，支出决算为28.80万元，完成年初预算的98.00%。"
    found = said(text, "F05")
    assert [f.arithmetic for f in found] == ["57÷60＝95%", "28.8÷30＝96%"]
    assert quotes(found[1]) == ["完成年初预算的98.00%", "支出决算为28.80万元", "林业支出：年初预算为30.00万元"]


@pytest.mark.parametrize(
    "text",
    [
        "实际支出57万元，控制在预算60万元以内，预算执行率95%。",
        "年初预算50万元，全年预算60万元，支出57万元，执行率95%。",
        "预算60万元，支出57万元，执行率不低于90%。",
        "预算60万元，支出57万元；上年预算执行率88%。",
        "县级预算60万元，市级支出50万元，执行率95%。",
    ],
)
def test_sentences_left_alone(text):
    assert said(text, "F05") == []
