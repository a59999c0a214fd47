"""计分: real tables with their filed points, totals, grades, and what is not known yet."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprints.schema import PointNode, RuleDef
from factbook.book import FactBook, IndicatorFact, SelfScore
from scoring.engine import full_marks, score
from scoring.lint import lint_points
from tests.scoring.samples import (
    JINZHONG,
    SUINING,
    XIQU,
    book,
    form,
    jinzhong_as_filed,
    leaf,
    row,
    suining_tables,
    with_points,
)
from values.money import MoneyUnit, parse_money


def test_there_are_eight_tables():
    assert len(suining_tables()) == 8


@pytest.mark.parametrize("project", suining_tables())
def test_a_table_of_suining_as_filed(project):
    facts = suining_tables()[project]
    sheet = score(form(SUINING), facts)
    assert (sheet.of_total, sheet.self_total, sheet.computed_total) == (100, 100, 100)
    assert (sheet.grade, sheet.grade_computed) == ("优", "优")
    assert sheet.line("execution").award.points == 10
    assert [line.key for line in sheet.lines] == ["execution", *(each.uid for each in facts.indicators)]
    assert all(line.difference in {0, None} for line in sheet.lines)


@pytest.mark.parametrize(
    ("project", "unread"),
    [
        ("51090424T000011111850", []),
        ("51090424T000011111513", []),
        ("51090424T000011111273", []),
        ("51090424T000011111720", []),
        ("51090424T000011111736", []),
        ("51090424T000011111658", [("完成时效", "1", "当年")]),
        ("51090422T000000403184", []),
        ("51090424T000011120418", [("保障人数", "应保尽保", "100%"), ("补贴的准确性", "100", "")]),
    ],
)
def test_what_no_rule_can_reckon_counts_as_filed(project, unread):
    facts = suining_tables()[project]
    sheet = score(form(SUINING), facts)
    unknown = [facts.indicator(line.key) for line in sheet.lines if line.award.status == "unknown"]
    assert [(each.name, each.target, each.actual) for each in unknown] == unread
    judged = sum(each.relation == "定性" for each in facts.indicators)
    assert sheet.manual_lines == judged + len(unread)


def test_jinzhong_as_filed():
    sheet = score(form(JINZHONG), jinzhong_as_filed())
    assert (sheet.of_total, sheet.self_total, sheet.grade, sheet.grade_filed) == (100, Decimal("99.80"), "优", "优")
    assert sheet.line("arrival_rate").award.points == Decimal("2.80")
    assert sheet.line("execution_rate").award.points == Decimal("3.00")
    done = sheet.line("completion")
    assert (done.award.points, done.self_points, done.difference) == (Decimal("7.45"), Decimal("8.00"), Decimal("0.55"))
    assert (sheet.computed_total, sheet.grade_computed, sheet.manual_lines) == (Decimal("99.25"), "优", 18)
    assert (done.level1, done.level2, done.level3, done.path) == (
        "产出",
        "项目产出",
        "实际完成率",
        "score.completion.self",
    )


def test_jinzhong_sums_of_the_levels():
    nodes = score(form(JINZHONG), jinzhong_as_filed()).nodes
    assert {
        key: (n.of, n.self_points) for key, n in nodes.items() if key in {"input", "process", "output", "effect"}
    } == {
        "input": (20, Decimal("19.80")),
        "process": (20, 20),
        "output": (30, 30),
        "effect": (30, 30),
    }
    assert (nodes["funding"].computed, nodes["output"].computed) == (Decimal("8.80"), Decimal("29.45"))


def test_the_report_has_no_points():
    sheet = score(form(XIQU), book(row(target="达到100%", actual="100%"), year=2022))
    assert (sheet.lines, sheet.nodes, sheet.of_total) == ((), {}, 0)
    assert (sheet.self_total, sheet.computed_total, sheet.grade, sheet.grade_computed) == (None, None, "", "")


def test_nothing_typed_is_unknown_and_not_zero():
    sheet = score(form(SUINING), book())
    assert [line.key for line in sheet.lines] == ["execution"]
    assert sheet.line("execution").award.status == "unknown"
    assert (sheet.self_total, sheet.computed_total, sheet.grade, sheet.grade_computed) == (None, None, "", "")


def test_funds_alone_give_no_total_and_no_grade():
    sheet = score(form(SUINING), book(funds={"adjusted.fiscal": "86.4", "spent.fiscal": "79.2"}))
    assert sheet.line("execution").award.points == Decimal("9.17")
    assert (sheet.computed_total, sheet.grade_computed) == (None, "")
    assert sheet.nodes["execution"].computed == Decimal("9.17")
    assert sheet.nodes["indicators"].computed is None


def test_a_half_scored_form_has_a_sum_but_no_grade():
    half = book(row("r1", weight="50", score="50"), row("r2", weight="40"), scores={"execution": "10"})
    sheet = score(form(SUINING), half)
    assert (sheet.self_sum, sheet.self_total, sheet.grade) == (60, 60, "")
    whole = replace(half, indicators=(half.indicators[0], row("r2", weight="40", score="39")))
    assert score(form(SUINING), whole).grade == "优"


def test_a_filed_total_stands_beside_the_sum():
    facts = book(row(weight="90", score="70"), scores={"execution": "10", "total": "85"})
    sheet = score(form(SUINING), facts)
    assert (sheet.self_sum, sheet.self_filed, sheet.self_total, sheet.grade_derived) == (80, 85, 85, "良")


def test_a_total_above_full_marks_has_no_grade():
    sheet = score(form(SUINING), book(scores={"total": "106"}))
    assert (sheet.self_total, sheet.grade_derived) == (106, "")


def test_a_filed_grade_is_the_one_printed():
    facts = book(row(weight="90", score="70"), scores={"execution": "10"}, statements={"grade.self": " 优 "})
    sheet = score(form(SUINING), facts)
    assert (sheet.grade, sheet.grade_filed, sheet.grade_derived) == ("优", "优", "良")


def test_rows_nobody_typed_into_are_no_lines():
    sheet = score(form(SUINING), book(IndicatorFact("r1", level1="产出指标"), row("r2", name="", weight="5")))
    assert [(line.key, line.label) for line in sheet.lines[1:]] == [("r2", "数量指标（未命名）")]


def test_a_row_without_weight_is_unknown():
    line = score(form(SUINING), book(row(target="5", actual="5", score="9"))).line("r1")
    assert (line.of, line.award.status, line.self_points) == (None, "unknown", 9)


def test_a_leaf_without_rule_is_for_people():
    bare = PointNode("bare", "其他", Decimal(5))
    sheet = score(with_points(bare), book(scores={"bare": "4"}))
    assert (sheet.lines[0].award.status, sheet.computed_total, sheet.manual_lines) == ("manual", 4, 1)


def test_a_total_below_nothing_has_the_lowest_grade():
    off = leaf("deduct", of="0", faults="figure.n", each="5", penalty="yes")
    sheet = score(with_points(off), book(statements={"figure.n": "3"}, scores={"leaf": "-15"}))
    assert (sheet.self_total, sheet.computed_total, sheet.grade, sheet.grade_computed) == (-15, -15, "差", "差")


def test_without_grades_there_is_no_grade():
    assert score(replace(form(SUINING), grades=()), book(scores={"total": "95"})).grade == ""


def test_full_marks_are_stated_or_added():
    a, b = leaf("manual", "3"), leaf("manual", "4")
    assert full_marks(PointNode("n", "甲", None, children=(a, b))) == 7
    assert full_marks(PointNode("n", "甲", Decimal(8), children=(a, b))) == 8
    assert full_marks(PointNode("n", "甲")) is None
    assert full_marks(PointNode("n", "甲", children=(PointNode("m", "乙"),))) is None


TYPED = st.one_of(
    st.sampled_from(
        ["", "0", "10", "-5", "100%", "≥95", "116.11万人", "优", "无", "1,234.50", "12月底前", "9" * 24, "0.00000001"]
    ),
    st.text(max_size=10),
)
CELLS = ("level1", "level2", "name", "relation", "target", "unit", "actual", "weight", "score", "reason")
SELECT = "indicators[level1=产出指标]"
EVERY = tuple(
    replace(node, key=f"k{n}")
    for n, node in enumerate(
        (
            leaf("ratio", value="funds.spent.all", over="funds.adjusted.all", floor="60%", zero="zero", step="0.5"),
            leaf(
                "reach",
                indicator=SELECT,
                take="sum",
                pass_line="60%",
                over_action="deduct",
                over_table="30%:10%,50%:20%",
            ),
            leaf("reach", value="funds.spent.all", target="funds.adjusted.all", relation="le", neg_mode="zero"),
            leaf("qualitative", indicator=SELECT, partly="0.5", step="1"),
            leaf("banded", value="funds.spent.all / funds.adjusted.all", steps="90%:10,80%:8,其余:0"),
            leaf("deduct", faults="figure.n", each="2", most="6"),
            leaf("bonus", of="5", merits="figure.n", each="1"),
            leaf("manual"),
            leaf("met", when="figure.n > 1"),
            leaf("bonus", of="1", merits="figure.n / 100", per="1%", each="0.2"),
            leaf("ratio", value="figure.n", over="funds.adjusted.all", rest="yes"),
            replace(leaf("parts"), parts=(replace(leaf("ratio", value="figure.n", over="3", of="10"), key="p1"),)),
            PointNode(
                "rows",
                "各行",
                Decimal(90),
                RuleDef("by_relation", {"eq_mode": "forward", "step": "0.5"}),
                from_table="indicators",
            ),
        )
    )
)


def test_the_blueprint_of_odd_books_is_a_sound_one():
    assert lint_points(with_points(*EVERY)) == []


@settings(max_examples=200, deadline=None)
@given(
    rows=st.lists(st.fixed_dictionaries({}, optional=dict.fromkeys(CELLS, TYPED)), max_size=4),
    funds=st.dictionaries(st.sampled_from([(s, "fiscal") for s in ("initial", "adjusted", "spent")]), TYPED),
    scores=st.dictionaries(st.sampled_from([*(f"k{n}" for n in range(9)), "total"]), TYPED, max_size=5),
    count=TYPED,
)
def test_odd_books_never_raise(rows, funds, scores, count):
    facts = FactBook(
        year=2024,
        money_unit=MoneyUnit.WAN,
        funds={key: parse_money(raw, MoneyUnit.WAN) for key, raw in funds.items()},
        statements={"figure.n": count},
        indicators=tuple(IndicatorFact(f"r{n}", **cells) for n, cells in enumerate(rows)),
        scores={key: SelfScore(raw) for key, raw in scores.items()},
    )
    blueprint = with_points(*EVERY)
    sheet = score(blueprint, facts)
    assert sheet == score(blueprint, facts)
    for line in sheet.lines:
        assert line.award.points is None or line.of is None or 0 <= line.award.points <= max(line.of, 0)
        assert line.award.because.sentence()
