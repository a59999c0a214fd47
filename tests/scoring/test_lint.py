"""计分检查: wrong rules are told by their node."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from blueprints.schema import GradeDef, PointNode, RuleDef
from scoring.lint import lint_points
from tests.scoring.samples import JINZHONG, SUINING, XIQU, form, leaf, with_points


@pytest.mark.parametrize("form_id", [SUINING, JINZHONG, XIQU])
def test_the_forms_of_the_fixtures_are_clean(form_id):
    assert lint_points(form(form_id)) == []


@pytest.mark.parametrize(
    ("node", "told"),
    [
        (leaf("ratio", value="1"), "规则 ratio 缺少参数 over，请补写"),
        (leaf("ratio", value="1 +", over="1"), "参数 value：表达式第"),
        (leaf("ratio", value="1", over="1", money="美元"), "参数 money：“美元”不可用，只能写 元、万元、none"),
        (leaf("reach", indicator="indicators[level9=甲]"), "参数 indicator：指标选择的条件"),
        (leaf("reach", indicator="indicators[name=甲]", relation="qualitative"), "参数 relation：“qualitative”不可用"),
        (leaf("reach", indicator="indicators[name=甲]", take="last"), "参数 take：“last”不可用，只能写 first、sum"),
        (leaf("reach"), "规则 reach 须写 indicator，或同时写 value 与 target"),
        (leaf("reach", value="1"), "规则 reach 须写 indicator"),
        (leaf("reach", indicator="indicators[name=甲]", value="1"), "规则 reach 须写 indicator"),
        (leaf("by_relation"), "规则 by_relation 只用于、也必须用于 from_table"),
        (leaf("qualitative", indicator="indicators[name=甲]", reached="0.4"), "参数 reached、partly 应满足"),
        (PointNode("leaf", "各行", Decimal(90), RuleDef("manual"), from_table="indicators"), "规则 by_relation 只用于"),
        (leaf("met", when="1 +"), "参数 when：表达式第"),
        (leaf("banded", value="1", steps="parameter.no:3"), "没有年度参数“no”"),
        (leaf("parts"), "规则 parts 须写 parts 列出各分项"),
        (replace(leaf("manual"), parts=(leaf("met", when="1 > 0"),)), "有分项的也只能用规则 parts"),
        (replace(leaf("parts"), parts=(leaf("manual"),)), "分项“某项”不能用规则 manual，分项须由数据算出"),
        (replace(leaf("parts"), parts=(leaf("ratio", value="1"),)), "规则 ratio 缺少参数 over"),
    ],
)
def test_told(node, told):
    problems = lint_points(with_points(node))
    assert len(problems) == 1
    assert problems[0].startswith("points 中的 leaf：")
    assert told in problems[0]


def test_a_leaf_without_rule_is_for_the_blueprints_lint():
    assert lint_points(with_points(PointNode("leaf", "甲", Decimal(5)))) == []


def test_grades_that_leave_a_gap():
    gap = replace(form(SUINING), grades=(GradeDef("优", Decimal(90)),))
    assert lint_points(gap) == ["grades：总分 0 不在任何等次范围内，请检查表样的等次设置"]
