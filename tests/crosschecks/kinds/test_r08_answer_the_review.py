"""R08 被退回意见须回应."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.papers import findable, one, said, table

HEAD = "项目支出绩效自评表\n（2023年度）\n\n"
ASKED = "1.数量指标未填完成值，请补充。2.执行率与决算不一致，请核实。"


def sheet(review: str, answer: str, label: str = "单位反馈意见") -> str:
    return HEAD + table("项目名称|渔业增殖放流|备注", f"财政部门复评意见|{review}|", f"{label}|{answer}|—")


@pytest.mark.parametrize(("answer", "told"), [("", "空"), ("无", "无")])
def test_a_review_nobody_answered(answer, told):
    text = sheet(ASKED, answer)
    found = one(text, "R08")
    assert (found.message, found.arithmetic) == ("请逐条回应财政部门意见。", f"意见2条，“单位反馈意见”为{told}")
    assert (found.severity, findable(text, found.places)) == (Severity.ERROR, True)


def test_one_answer_for_several_items_only_hints():
    found = one(sheet(ASKED, "已按要求修改。"), "R08")
    assert (found.arithmetic, found.severity) == ("意见2条，回应1条", Severity.WARNING)


def test_lines_of_a_report():
    text = f"2023年度渔业增殖放流项目支出绩效自评报告\n财政部门审核意见：{ASKED}\n单位整改情况：无\n"
    assert one(text, "R08").severity is Severity.ERROR


@pytest.mark.parametrize(
    "text",
    [
        sheet(ASKED, "1.已补填完成值。2.已按决算数更正。"),
        sheet("同意。", ""),
        sheet("", ""),
        sheet("无", "无"),
        HEAD + table("项目名称|渔业增殖放流", f"财政部门复评意见|{ASKED}"),
    ],
)
def test_answered_agreed_or_not_asked(text):
    assert said(text, "R08") == []
