"""R03 未支出却称完成."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.papers import findable, one, said

ACCOUNT = "某县渔政站2023年度部门决算情况说明\n七、“三公”经费支出情况\n"
REPORT = "2023年度渔业增殖放流项目支出绩效自评报告\n二、项目实施情况\n（一）资金使用情况\n{}\n三、项目绩效情况\n（一）项目完成情况\n{}\n"


@pytest.mark.parametrize(
    ("sentence", "detail"),
    [
        ("国内公务接待0批次，0人次，共计支出0万元，具体内容包括：省、市渔政检查。", "具体内容包括：省、市渔政检查"),
        ("外事接待支出0万元，外事接待0批次，本年度共接待考察团3批次21人。", "共接待考察团3批次21人"),
    ],
)
def test_nothing_spent_and_details(sentence, detail):
    found = one(ACCOUNT + sentence, "R03")
    assert (found.places[1].quote, found.severity) == (detail, Severity.WARNING)
    assert findable(ACCOUNT + sentence, found.places)


@pytest.mark.parametrize(
    "sentence",
    [
        "国内公务接待0批次，0人次，共计支出0万元，具体内容包括：无。",
        "公务接待费支出5.2万元，接待46批次、412人次，具体内容包括：渔政检查。",
        "因公出国（境）经费支出0万元，全年安排因公出国（境）团组0次，0人。",
        "接待10批次，具体内容包括：渔政检查。",
    ],
)
def test_template_sentences_and_true_ones(sentence):
    assert said(ACCOUNT + sentence, "R03") == []


def test_a_project_that_used_no_money():
    text = REPORT.format("因资金到位较晚，未启动该项目。", "已按计划完成放流任务。渔民满意度达95%以上。")
    found = one(text, "R03")
    assert found.message == "本项目未支出（未启动该项目），却称“已按计划完成放流任务”。"
    assert (found.severity, len(found.places), findable(text, found.places)) == (Severity.WARNING, 3, True)


@pytest.mark.parametrize(
    ("money", "results"),
    [
        ("项目支出80万元。", "已按计划完成放流任务。"),
        ("因资金到位较晚，未启动该项目。", "2024年将按计划进行。"),
        ("结余资金结转到2024年使用。", "已按计划完成放流任务。"),
    ],
)
def test_spent_or_nothing_claimed(money, results):
    assert said(REPORT.format(money, results), "R03") == []
