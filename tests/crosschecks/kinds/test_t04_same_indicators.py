"""T04 指标集合前后一致."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, said, table

GOALS = "数量指标：栽植防护林苗木12万株；质量指标：苗木成活率达到90%以上；时效指标：2023年11月底前完成；社会效益指标：改善农田小气候。"


def report(done: str) -> str:
    return (
        f"2023年农田防护林项目支出绩效自评报告\n一、项目概况\n（二）项目绩效目标。\n{GOALS}\n"
        f"三、项目绩效情况\n（一）项目完成情况。\n{done}\n"
    )


def test_a_kind_that_is_not_answered():
    text = report("数量指标：栽植防护林苗木12.2万株，实际完成12.2万株；质量指标：苗木成活率92%，实际完成92%。")
    found = one(text, "T04")
    assert found.message == "完成情况未对应目标指标：缺时效指标。"
    assert findable(text, found.places)


@pytest.mark.parametrize(
    "done",
    [
        "数量指标：栽植防护林苗木12.2万株，实际完成12.2万株；质量指标：苗木成活率92%，实际完成92%；时效指标：2023年11月底前完成，实际10月完成。",
        "苗木全部栽植到位，10月完成，成活率92%，农田小气候有所改善。",  # told without kinds
    ],
)
def test_all_answered_or_told_in_other_words(done):
    assert said(report(done), "T04") == []


@pytest.mark.parametrize("result", ["安防工程210公里全部建成", "实施安全生命防护工程一批"])
def test_a_goal_answered_in_other_words(result):
    text = f"一、绩效目标\n改造公路370公里，改造危桥14座，实施安全生命防护工程210公里。\n二、完成情况\n改造公路367公里，改造危桥14座，{result}。"
    assert said(text, "T04") == []


def test_a_goal_answered_in_the_table():
    rows = table("指标|分值|目标值|完成值|得分", "更新雨污管网|10|≥23.5千米|24.1千米|10", "加装电梯|10|≥30部|30部|10")
    text = (
        "一、绩效目标\n改造小区21个，更新雨污管网23.5千米，加装电梯30部，新建公厕2座。\n二、完成情况\n改造小区21个，新建公厕2座。\n"
        + rows
    )
    assert said(text, "T04") == []
