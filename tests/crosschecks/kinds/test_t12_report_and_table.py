"""T12 报告与表内容一致."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.papers import findable, one, said, table


def paper(in_table: str, in_report: str, *, label: str = "存在问题", heading: str = "存在的问题") -> str:
    rows = table(
        "项目名称|候鸟栖息地修复",
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
        "产出指标|数量指标|修复滩涂面积|≥320亩|326亩|100|100",
        f"{label}|{in_table}",
    )
    return (
        f"项目支出绩效自评表\n（2023年度）\n\n{rows}\n\n"
        f"候鸟栖息地修复项目支出绩效自评报告\n一、项目概况\n修复滩涂，补种芦苇。\n四、{heading}\n{in_report}\n"
    )


def test_another_thing_in_the_same_frame():
    text = paper(
        "2023年滩涂清淤工程量测算偏低，导致2023年清淤实际支出高于预计数。",
        "2023年观测设备购置经费安排测算偏低，导致2023年清淤实际支出高于预计数。",
    )
    found = one(text, "T12")
    assert found.message == "报告与自评表“存在问题”不一致。"
    assert found.arithmetic.startswith("所说不是同一事项：")
    assert (found.severity, findable(text, found.places)) == (Severity.HINT, True)


def test_nothing_in_one_and_something_in_the_other():
    found = one(paper("无", "芦苇成活率偏低，需要补种。"), "T12")
    assert found.arithmetic == "一处写“无”，另一处写有内容"


def test_hardly_a_word_in_common():
    text = paper("巡护人员不足，夜间巡护频次偏低。", "芦苇成活率偏低，需要在春季补种。")
    assert one(text, "T12").arithmetic == "两处文字相同的不到34%"


@pytest.mark.parametrize(
    "text",
    [
        paper("无", "无。"),
        paper("芦苇成活率偏低，需要补种。", "芦苇成活率偏低，需要在春季补种。"),
        paper("芦苇成活率偏低。", "一是芦苇成活率偏低；二是巡护人员不足。"),
        paper(
            "资金使用规范，目标完成。", "滩涂修复按期验收，鸟类数量回升。", label="评价结论", heading="评价结论"
        ).replace("滩涂修复按期验收", "资金使用规范，滩涂修复按期验收"),
    ],
)
def test_the_same_in_other_words(text):
    assert said(text, "T12") == []


def levels(listed: str) -> str:
    rows = table(
        "一级指标|二级指标|三级指标|分值|得分",
        "总体绩效|履职效能|接待读者|40|40",
        "总体绩效|预算管理|编制质量|30|30",
        "总体绩效|资产管理|资产盘活率|30|30",
    )
    told = f"某馆2023年度部门预算绩效评价报告\n一、绩效分析\n总体绩效包括{listed}。\n"
    return f"{told}\n部门整体支出绩效自评表\n（2023年度）\n\n{rows}\n"


def test_parts_of_a_level_that_the_table_does_not_have():
    found = one(levels("履职效能、预算管理、人事管理、资产管理等情况"), "T12")
    assert found.message == "报告与自评表“总体绩效”的归类不一致：人事管理不在自评表“总体绩效”之下。"
    assert said(levels("履职效能、预算管理、资产管理等情况"), "T12") == []
    assert said(levels("图书采购、讲座、展览等工作"), "T12") == []
