"""D01 年度一致."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.papers import findable, lines, one, quotes, said

TITLE = "2023年度校车运行补贴项目支出绩效自评报告\n"


def told(*paragraphs: str) -> str:
    return TITLE + "\n".join(paragraphs)


def test_the_same_sentence_with_last_years_year():
    text = told(
        "一、项目概况",
        "2022年，校车办坚持安全第一、服务学生的原则，逐车排查隐患。",
        "二、项目绩效情况",
        "一是安全管理。2023年，校车办坚持安全第一、服务学生的原则，逐车排查隐患。",
    )
    found = one(text, "D01")
    assert (found.arithmetic, found.severity, lines(found)) == ("2022≠2023", Severity.ERROR, [3, 5])
    assert findable(text, found.places)


def test_results_of_an_earlier_year():
    text = told("一、项目绩效情况", "（一）项目效益情况", "2022年全区校车接送学生3720人，家长接送负担明显减轻。")
    found = one(text, "D01")
    assert (found.message, lines(found)) == ("报告年度2023，此处为2022年的情况。", [4])


def test_what_the_project_is_told_of_an_earlier_year():
    text = told("一、项目概况", "2021年，校车运行补贴项目涉及3个乡镇、12所学校，由区教育服务站组织实施。")
    assert one(text, "D01").arithmetic == "2021≠2023"


def test_a_goal_set_for_an_earlier_year():
    text = told("一、绩效目标", "时效指标：2022年底前完成全部补贴发放。")
    assert one(text, "D01").arithmetic == "2022＜2023"


@pytest.mark.parametrize(
    "sentence",
    [
        "2022年接送学生3720人，2023年接送学生3905人。",  # set side by side
        "与2022年相比，接送学生增加185人。",
        "2022年结转资金12.50万元，全部用于车辆保险。",
        "2022年，区政府印发《校车安全管理办法》，明确补贴标准。",
        "2021年建成调度平台，覆盖全部校车。",
        "2023年接送学生3905人，家长接送负担明显减轻。",
    ],
)
def test_earlier_years_that_are_no_stale_figures(sentence):
    assert said(told("一、项目绩效情况", "（一）项目效益情况", sentence), "D01") == []


def test_a_goal_within_the_term_of_a_longer_project():
    text = told("项目起止时间：2022年1月至2023年12月", "一、绩效目标", "时效指标：2022年底前完成平台建设。")
    assert said(text, "D01") == []


def test_results_within_the_term_of_a_longer_project():
    text = told(
        "项目起止时间：2021年5月至2023年12月",
        "一、项目绩效情况",
        "（一）项目效益",
        "2022年平台覆盖36所学校，实现全程监控。",
    )
    assert said(text, "D01") == []


def test_a_report_whose_year_nobody_tells():
    assert said("校车运行补贴项目情况\n一、项目效益\n2022年接送学生3720人，负担明显减轻。", "D01") == []


# --- slips wherever they stand ---

OWN = "某县2023年度河道整治项目支出绩效自评报告\n一、管理\n"


@pytest.mark.parametrize(
    ("text", "arithmetic"),
    [
        ("本次绩效评价的时段为2022年1月1日至2022年12月31日。", "2022≠2023"),
        ("截至2022年12月31日，单位共有车辆4辆。", "2022≠2023"),
        ("2022年度河道整治项目绩效自评得分92分。", "2022≠2023"),
        ("2203年全年完成护岸12公里。", "2203年"),
        ("本项目2024年度共完成护岸12公里。", "2024＞2023"),
        ("项目年度目标：2022年12月底前完成护岸12公里。", "2022＜2023"),
    ],
)
def test_slips(text, arithmetic):
    found = one(OWN + text, "D01")
    assert (found.arithmetic, found.severity) == (arithmetic, Severity.ERROR)
    assert findable(OWN + text, found.places)


@pytest.mark.parametrize(
    "text",
    [
        "2022年春、秋两学期合计供餐200天，各校严格执行陪餐制度。",
        "2022年项目预算320万元，实际支出256万元，预算执行率80%。",
    ],
)
def test_what_may_be_last_years_only_hints(text):
    assert one(OWN + text, "D01").severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "截至2022年12月31日，项目累计结转12万元。",
        "2022年度自评得分92分，2023年提高到94分。",
        "计划2024年度共完成护岸12公里。",
        "该渠始建于1958年，灌溉面积1200年来未变。",
        "与2022年相比，检查次数增加3次。",
        "2022年项目实际支出256万元，2023年实际支出270万元。",
    ],
)
def test_other_years_that_may_be(text):
    assert said(OWN + text, "D01") == []


def test_a_row_due_in_an_earlier_year():
    head = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分\n产出指标|时效指标|完工时间|{}年12月底前|2023年11月|10|10\n产出指标|数量指标|护岸|12公里|12公里|10|10"
    text = (OWN + head).replace("|", "\t")
    assert quotes(one(text.format(2022), "D01")) == ["2022年12月底前"]
    assert said(text.format(2023), "D01") == []


def test_the_year_of_an_account_without_a_title():
    text = "第一部分 某县中心概况\n一、职能\n承担监测。\n第二部分 2024年度单位决算情况说明\n一、国有资产\n截至{}年12月31日，单位共有车辆4辆。"
    assert one(text.format(2023), "D01").arithmetic == "2023≠2024"
    assert said(text.format(2024), "D01") == []
