"""I09 模板残留."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.papers import findable, one, quotes, said, table

TITLE = "2023年度渔业增殖放流项目支出绩效自评报告\n一、项目概况\n"


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("公务用车运行维护费主要用于（具体工作）所需的燃料费。", "（具体工作）"),
        ("经费主要用于XX、XX等工作。", "XX、XX等工作"),
        ("项目由××县农业农村局组织实施。", "××县"),
        ("项目资金用于××。", "××"),
        ("全年共投放鱼苗XX万元。", "XX万元"),
        ("20××年共安排资金80万元。", "20××年"),
        ("（此处填写项目立项依据，200字以内）", "（此处填写项目立项依据，200字以内）"),
        ("（请简要说明资金使用情况）", "（请简要说明资金使用情况）"),
        ("项目由【单位名称】负责实施。", "【单位名称】"),
        ("项目由某某局负责实施。", "某某"),
        ("项目由（单位名称）负责实施。", "（单位名称）"),
        ("项目由**县渔政站负责实施。", "**县"),
        ("全年培训渔民__人。", "__"),
        ("全年投放鱼苗（请填写具体数量），完成率100%。", "（请填写具体数量）"),
    ],
)
def test_words_nobody_replaced(sentence, left):
    text = TITLE + sentence
    found = one(text, "I09")
    assert found.message == f"存在未替换的模板文字“{left}”。"
    assert (found.severity, quotes(found)) == (Severity.ERROR, [left])
    assert findable(text, found.places)


@pytest.mark.parametrize(
    "sentence",
    [
        "联系人张××，电话138****0000。",
        "与刘XX、周XX两户渔民签订协议。",
        "购置XX-500型增氧机2台。",
        "二〇〇八年起实施禁渔制度，一九○○年建站。",
        "执行率未达到90%的需说明原因（100字以内）。",
        "项目制定了合同范本，规范采购。",
        "会议听取了项目（一期）汇报。",
        "增氧机规格为2×3米。",
        "**项目概况**如下。",
        "负责人签字：________  ____年__月__日",
    ],
)
def test_masked_names_models_years_and_notes(sentence):
    assert said(TITLE + sentence, "I09") == []


def test_a_title_that_is_still_called_a_sample():
    text = "渔业增殖放流专项绩效评价报告范本\n一、项目概况\n项目按计划实施。"
    found = one(text, "I09")
    assert (found.arithmetic, findable(text, found.places)) == ("范本", True)


def test_cells_and_lines():
    text = "项目支出绩效自评表\n（2023年度）\n\n" + table("项目名称|××项目", "主管部门|某市农业农村局")
    assert one(text, "I09").places[0].quote == "××项目"
    assert one("2023年度某中心整体支出绩效自评报告\n主管部门  ××县农业农村局\n", "I09").arithmetic == "××县"


def test_notes_of_the_form_in_a_label():
    text = "项目支出绩效自评表\n（2023年度）\n\n" + table("项目概况（请简要说明项目背景）|渔业资源保护")
    assert said(text, "I09") == []
