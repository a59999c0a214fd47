"""叫法: headings by their words, never by their number; what is merely alike is never sure."""

from __future__ import annotations

import pytest

from intake.words import SURE, bare, likeness, plainly


@pytest.mark.parametrize(
    "text",
    [
        "一、项目概况",
        "（三）项目概况。",
        "1．项目 概况",
        "(2)项目概况：",
        "第二部分 项目概况",
        "项目概况（500字以内）",
        "③项目概况",
    ],
)
def test_numbers_and_marks_say_nothing(text):
    assert bare(text) == "项目概况"


def test_brackets_stay_where_the_whole_text_counts():
    assert plainly("1.指标（目标）值") == plainly("指标(目标) 值") != plainly("指标值")
    assert bare("指标（目标）值") == "指标值"
    assert bare("（盖章）") != ""
    assert bare("其中：财政资金") == "财政资金"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("年度指标值", "目标值"),
        ("全年执行数（B）", "预算执行数"),
        ("偏差原因分析及改进措施", "未完成原因分析"),
        ("2022年度预算", "预算"),
    ],
)
def test_known_to_mean_the_same(one, other):
    assert likeness(one, other) >= SURE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("年度部门（单位）总体运行情况及取得的成绩", "年度总体运行情况及取得的成绩"),
        ("项目资金使用及管理情况", "项目资金使用管理情况"),
    ],
)
def test_alike_but_not_sure(one, other):
    assert 0.8 <= likeness(one, other) < SURE


@pytest.mark.parametrize(
    ("one", "other"),
    [("预算执行率", "资金到位率"), ("数量指标", "质量指标"), ("得分", "扣分"), ("", ""), ("甲", "甲乙")],
)
def test_different(one, other):
    assert likeness(one, other) == 0
