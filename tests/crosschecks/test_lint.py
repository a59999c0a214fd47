"""勾稽检查: wrong checks are told with their number, rule and parameter."""

from __future__ import annotations

import pytest

from crosschecks.lint import lint_checks
from tests.crosschecks.samples import check, jinzhong, suining, with_checks, xiqu

RATE = "derived.execution_rate"


@pytest.mark.parametrize("blueprint", [suining(), jinzhong(), xiqu()], ids=lambda b: b.id)
def test_the_forms_of_the_fixtures_are_clean(blueprint):
    assert lint_checks(blueprint) == []


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (check("S99"), "checks 第1条（S99）：没有“S99”这条勾稽规则，可用的有：S01、"),
        (check("S01", of="indicators"), "checks 第1条（S01）：缺少参数 total，请补写"),
        (check("S04", of="indicators", sum="1"), "checks 第1条（S04）：不认识参数 sum，可用的有：of"),
        (check("S01", of="indicators", total="九十"), "（S01）：参数 total：“九十”不是数字，可写 0.1 或 30%"),
        (check("S01", of="indicators", total="NaN"), "（S01）：参数 total：“NaN”不是数字"),
        (check("S01", of="indicators", total=("90", "10")), "（S01）：参数 total：只能写一个值，不能写列表"),
        (check("S07", of="execution", value="funds.spent.", over="1"), "（S07）：参数 value：表达式第"),
        (check("S02", levels="产出指标50"), "（S02）：参数 levels：“产出指标50”应写成“名称:分值”，如 产出指标:50"),
        (
            check("S04", of=("execution", "output")),
            "（S04）：参数 of：没有分值节点“output”，可用的有：execution、indicators",
        ),
        (check("S02", nodes="x"), "（S02）：参数 nodes：没有分值节点“x”"),
        (check("S07", of="indicators", value="1", over="1"), "（S07）：参数 of：“indicators”须是没有下级"),
        (check("F01", table="indicators", total="all", parts="fiscal"), "（F01）：参数 table：“indicators”须是资金表"),
        (
            check("F01", table="funds", total="all", parts="fiscal", stages="received"),
            "（F01）：参数 stages：资金表“funds”没有“received”，可用的有：initial、adjusted、spent",
        ),
        (check("F05", rate=RATE, word="执行率"), "（F05）：参数 texts 与 word 须同时写"),
        (
            check("F14", rate=RATE, below="90%", reason="text.goal", measures_below="60%"),
            "（F14）：参数 measures_below 须与 measures 同时写",
        ),
        (check("R01", problems="text.problems"), "（R01）：缺少参数 of 或 rate"),
    ],
)
def test_told(wrong, told):
    problems = lint_checks(with_checks(suining(), wrong))
    assert len(problems) == 1
    assert told in problems[0]


def test_the_table_itself_only_for_rules_over_rows():
    assert lint_checks(with_checks(xiqu(), check("I03", of="indicators"))) == []
    assert lint_checks(with_checks(xiqu(), check("S04", of="indicators"))) == [
        "checks 第1条（S04）：参数 of：没有分值节点“indicators”，可用的有：（本表不评分，这条规则用不上）"
    ]


def test_known_stages_are_no_problem():
    asked = check("F01", table="funds", total="all", parts="fiscal", stages=("initial", "spent"))
    assert lint_checks(with_checks(suining(), asked)) == []


def test_every_wrong_check_is_told_with_its_number():
    asked = with_checks(suining(), check("S04", of="indicators"), check("X01"), check("S05"))
    assert [problem.split("：")[0] for problem in lint_checks(asked)] == ["checks 第2条（X01）", "checks 第3条（S05）"]
