"""计算性语句: what is not known is not said."""

from __future__ import annotations

import pytest

from blueprints.printing import SentenceNode
from blueprints.schema import PrintStyle
from composing.sentences import sentence
from factbook.book import IndicatorFact, SelfScore
from tests.composing.small import book_of, inputs
from values.money import MoneyUnit, parse_money

FUNDS = {("spent", "all"): parse_money("2.76", MoneyUnit.WAN)}


@pytest.mark.parametrize(
    ("text", "needs", "said"),
    [
        ("支出{funds.spent.all}万元。", (), "支出2.76万元。"),
        ("预算{funds.initial.all}万元，支出{funds.spent.all}万元。", (), ""),
        ("支出{funds.spent.all}万元{text.goal}。", ("funds.spent.all",), "支出2.76万元。"),
        ("支出{funds.spent.all}万元。", ("funds.initial.all",), ""),
        ("按规定执行。", (), "按规定执行。"),
    ],
)
def test_a_sentence_over_facts(text, needs, said):
    assert sentence(inputs(book_of(funds=FUNDS)), SentenceNode(text, needs=needs)) == said


@pytest.mark.parametrize(
    ("written", "amount", "said"),
    [
        ("90", "as_table", "支出90.00万元，结余0.00万元，占100.00%，得9.50分。"),
        ("90", "plain", "支出90万元，结余0万元，占100%，得9.50分。"),
        ("2602.62", "plain", "支出2602.62万元，结余0万元，占100%，得9.50分。"),
        ("2602.62", "as_table", "支出2,602.62万元，结余0.00万元，占100.00%，得9.50分。"),
        ("九十", "plain", ""),
    ],
)
def test_computed_figures_stand_as_the_form_wants_them(written, amount, said):
    unit = MoneyUnit.WAN
    funds = {
        ("spent", "all"): parse_money(written, unit),
        ("adjusted", "all"): parse_money(written, unit),
        ("initial", "all"): parse_money("0", unit),
    }
    given = inputs(
        book_of(funds=funds, scores={"total": SelfScore("9.50", "")}),
        print=PrintStyle(grouping=True, in_text=amount),
    )
    text = (
        "支出{funds.spent.all}万元，结余{funds.initial.all}万元，占{derived.execution_rate}，得{score.total.self}分。"
    )
    assert sentence(given, SentenceNode(text)) == said


ROWS = (
    IndicatorFact("r1", "产出指标", "数量指标", "人数", target="100人", actual="98人"),
    IndicatorFact("r2", "产出指标", "质量指标", "准确率", target="达到100%", actual=""),
    IndicatorFact("r3", "产出指标", "数量指标", "次数", target="2次", actual="2次。"),
    IndicatorFact("r4", "效益指标", "", "作用", target="提高", actual="提高"),
)
NODE = SentenceNode(
    records="indicators",
    each="{name}{target}，实际完成{actual}",
    before="{year}年：",
    group="level2",
    needs=("name", "actual"),
)


def test_clauses_are_grouped_and_the_unknown_left_out():
    assert sentence(inputs(book_of(*ROWS)), NODE) == (
        "2024年：数量指标：人数100人，实际完成98人；次数2次，实际完成2次；作用提高，实际完成提高。"
    )


def test_without_needs_every_quoted_field_is_needed():
    node = SentenceNode(records="indicators", each="{name}{actual}", join="、", end="")
    assert sentence(inputs(book_of(*ROWS)), node) == "人数98人、次数2次、作用提高"


def test_one_level_only():
    node = SentenceNode(records="indicators", each="{n}.{name}", only="benefit")
    assert sentence(inputs(book_of(*ROWS)), node) == "1.作用。"


def test_no_clause_no_sentence():
    assert sentence(inputs(book_of(ROWS[1])), NODE) == ""
    assert sentence(inputs(), NODE) == ""


def test_a_place_the_prefix_does_not_have_is_empty():
    node = SentenceNode(records="indicators", each="{name}", group="level1", group_text="【{group}{other}】")
    assert sentence(inputs(book_of(ROWS[0])), node) == "【产出指标】人数。"
