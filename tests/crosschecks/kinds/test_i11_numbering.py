"""I11 编号体例."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, lines, one, said

TITLE = "2023年度渔业增殖放流项目支出绩效自评报告\n"
FIRST = "一、项目概况\n投放鱼苗。\n"


def test_another_shape_between_its_like():
    text = TITLE + FIRST + "二、绩效情况\n（一）完成情况\n完成。\n（2） 效益情况\n良好。\n（三）满意度情况\n满意。\n"
    found = one(text, "I11")
    assert found.message == "标题编号“（2）”不规范，同级标题用的是“（一）”。"
    assert (lines(found), findable(text, found.places)) == ([7, 5], True)


def test_the_first_chapter_in_figures():
    text = TITLE + "1、 项目概况\n（一）资金申报\n已申报。\n二、绩效情况\n良好。\n三、问题及建议\n无\n"
    assert one(text, "I11").arithmetic == "1、与二、不是同一体例"


@pytest.mark.parametrize(
    ("headings", "message"),
    [
        ("二、绩效情况\n良好。\n四、问题及建议\n无\n", "标题编号“四、”不连续，前一个是“二、”。"),
        ("二、绩效情况\n良好。\n二、问题及建议\n无\n", "标题编号“二、”重复，前一个是“二、”。"),
        (
            "二、绩效情况\n（一）完成情况\n完成。\n（二）效益情况\n良好。\n（一）存在的问题\n无\n",
            "标题编号“（一）”重复，前一个是“（二）”。",
        ),
    ],
)
def test_jumps_and_repetitions(headings, message):
    assert one(TITLE + FIRST + headings, "I11").message == message


@pytest.mark.parametrize(
    "headings",
    [
        "二、绩效情况\n（一）完成情况\n完成。\n（二）效益情况\n良好。\n三、问题及建议\n（一）存在的问题\n无\n",
        "二、绩效情况\n（一）完成情况\n1．数量指标\n完成。\n2．质量指标\n合格。\n（二）效益情况\n良好。\n",
        "二、绩效情况\n（一）目标\n1．主要内容。\n投放鱼苗。\n（二）效益情况\n良好。\n三、问题及建议\n无\n",
        "二、绩效情况\n良好。\n二、绩效情况\n换页重印。\n",
        "二、绩效情况\n良好。\n一、单位概况\n新的一篇。\n二、收支情况\n平衡。\n",
    ],
)
def test_in_order(headings):
    assert said(TITLE + FIRST + headings, "I11") == []
