"""T03 目标值前后一致, on paper."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, quotes, said, table

PROSE = (
    "一、概况\n（二）项目绩效目标。\n1.数量指标：养护里程386.4公里，新装护栏{}公里。\n2.质量指标：合格率100%。\n"
    "三、项目绩效情况\n（一）项目完成情况。\n（1）新装护栏：目标{}公里，实际完成45.6公里。\n"
)
ROWS = "甲项目支出绩效自评表\n" + table(
    "一级指标|二级指标|三级指标|指标值|完成值|分值|得分",
    "效益指标|满意度指标|家长满意度|≥95%|93.8%|10|9",
    "产出指标|成本指标|单台平均成本|≤25万元|21.45万元|10|10",
)


def test_another_target_among_the_results():
    text = PROSE.format(42, 45)
    found = one(text, "T03")
    assert found.message == "“新装护栏”目标值前写42公里、后写45公里。"
    assert quotes(found) == ["目标45公里", "新装护栏42公里"]
    assert findable(text, found.places)
    assert said(PROSE.format(45, 45), "T03") == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("家长满意度93.8%，未达到90%的目标值。", 1),
        ("家长满意度93.8%，未达到95%的目标值。", 0),
        ("单台平均成本21.45万元，低于20万元的目标值。", 1),
        ("单台平均成本21.45万元，低于25万元的目标值。", 0),
        ("设备完好率96%，高于90%的目标值。", 0),
    ],
)
def test_a_target_of_the_table_told_again(words, told):
    assert len(said(f"{ROWS}\n三、绩效情况\n{words}\n", "T03")) == told


@pytest.mark.parametrize(("done", "told"), [("", 0), ("，实际完成46公里", 1)])
def test_what_was_done_is_no_target(done, told):
    text = (
        "一、概况\n（二）项目绩效目标。\n数量指标：新装护栏42公里；质量指标：合格率100%。\n"
        f"三、项目绩效情况\n（一）项目完成情况。\n数量指标：新装护栏45公里{done}；质量指标：合格率100%。\n"
    )
    assert len(said(text, "T03")) == told


TABLE = table(
    "一级指标|三级指标|年度指标值|实际完成值|分值|得分",
    "产出指标|改造水厂座数|{}座|3座|50|50",
    "效益指标|受益人口|≥1.2万人|1.2万人|40|40",
    "满意度指标|用户满意度|≥90%|93%|10|10",
)


@pytest.mark.parametrize(("target", "count"), [("4", 1), ("3", 0)])
def test_a_goal_in_words_against_the_table(target, count):
    text = "一、绩效目标\n改造水厂3座，受益人口1.2万人，五年累计改造水厂15座。\n二、完成情况\n" + TABLE.format(target)
    found = said(text, "T03")
    assert len(found) == count
    assert all(findable(text, each.places) for each in found)


@pytest.mark.parametrize(
    ("words", "count"),
    [("高于95%的目标。", 1), ("高于98%的目标。", 0), ("高于“≥95%”的目标值。", 1), ("高于上年的95%。", 0)],
)
def test_the_goal_named_beside_the_result(words, count):
    assert (
        len(said(f"一、绩效目标\n工程验收合格率达到98%以上。\n二、完成情况\n工程验收合格率98.6%，{words}", "T03"))
        == count
    )


def test_the_plan_told_again_beside_the_result():
    text = "一、绩效目标\n修复文物60件。\n二、完成情况\n年初计划修复文物{}件，实际修复文物62件。"
    assert len(said(text.format(50), "T03")) == 1
    assert said(text.format(60), "T03") == []


@pytest.mark.parametrize(("target", "count"), [("90", 1), ("92", 0)])
def test_the_target_as_it_was_set(target, count):
    text = f"一、绩效目标\n救助对象满意度达到92%以上。\n二、完成情况\n救助对象满意度95.4%，达到年初设定的≥{target}%的指标值。"
    assert len(said(text, "T03")) == count
