"""规则取数: every kind of rule gets its figures from the facts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from blueprints.catalogue import catalogue
from blueprints.schema import Parameter, PointNode, RuleDef
from factbook.view import View
from scoring.bind import BINDERS, award_leaf
from scoring.leaf import Leaf
from scoring.params import KINDS, ParamError
from scoring.rules.registry import RULES
from tests.scoring.samples import SUINING, award, book, form, leaf

FUNDS = {"adjusted.fiscal": "2536.08", "spent.fiscal": "2364.01"}
RATE = {"value": "funds.spent.all", "over": "funds.adjusted.all"}


def test_every_rule_has_a_binder_and_parameters():
    assert set(BINDERS) == set(RULES)
    assert set(KINDS) == {*RULES, "by_relation"}


def test_ratio_of_funds_is_told_in_the_forms_unit():
    given = award(leaf("ratio", **RATE, numerator="执行数", denominator="预算数", source="某号"), book(funds=FUNDS))
    assert (given.key, f"{given.points}") == ("leaf", "9.32")
    assert given.because.sentence() == "执行数2364.01万元÷预算数2536.08万元＝93.22%；×10分＝9.32分；依据：某号"


@pytest.mark.parametrize(
    ("more", "told"),
    [({"money": "元"}, "执行数23640100.00元"), ({"money": "none"}, "执行数23640100÷"), ({}, "执行数2364.01万元")],
)
def test_ratio_in_the_unit_asked_for(more, told):
    assert told in award(leaf("ratio", **RATE, **more), book(funds=FUNDS)).because.sentence()


def test_ratio_of_other_figures_is_told_bare():
    given = award(
        leaf("ratio", value="figure.done", over="figure.planned", unit="人"),
        book(statements={"figure.done": "45", "figure.planned": "50"}),
    )
    assert "执行数45人÷预算数50人＝90.00%" in given.because.sentence()


def test_ratio_with_a_figure_missing():
    assert award(leaf("ratio", **RATE), book(funds={"spent.fiscal": "1"})).status == "unknown"


def test_manual_takes_the_self_score():
    assert award(leaf("manual"), book(scores={"leaf": "8.5"})).points == Decimal("8.5")
    assert award(leaf("manual"), book()).status == "manual"


def test_banded_looks_the_value_up():
    node = leaf("banded", value="funds.spent.all / funds.adjusted.all", steps="90%:10,80%:8,其余:0")
    assert award(node, book(funds=FUNDS)).points == 10
    assert award(node, book(funds={**FUNDS, "spent.fiscal": "2100"})).points == 8
    assert award(node, book()).status == "unknown"


@pytest.mark.parametrize(
    ("typed", "points"), [("0", 10), ("2", 6), ("9", 0), ("2处", 6), ("1.5", None), ("-1", None), ("", None)]
)
def test_deduct_counts_faults(typed, points):
    assert award(leaf("deduct", faults="figure.n", each="2"), book(statements={"figure.n": typed})).points == points


@pytest.mark.parametrize(("typed", "points"), [("0", 0), ("2", 2), ("9", 5), ("半", None)])
def test_bonus_counts_merits(typed, points):
    assert (
        award(leaf("bonus", of="5", merits="figure.n", each="1"), book(statements={"figure.n": typed})).points == points
    )


def test_a_rule_that_lint_refuses():
    with pytest.raises(ParamError, match="没有“guess”这种计分规则"):
        award(leaf("guess"), book())
    with pytest.raises(ParamError, match="缺少参数 over"):
        award(leaf("ratio", value="1"), book())


def test_banded_against_a_number_of_the_year():
    node = leaf("banded", of="3", value="figure.y", steps="parameter.mean:3,0:1,其余:0", direction="at_most")
    blueprint = replace(form(SUINING), parameters=(Parameter("mean", Decimal("-0.0463"), "某通知"),))
    facts = book(statements={"figure.y": "-0.05"})
    assert award_leaf(Leaf(node, node.rule, node.of, blueprint, facts, View(blueprint, facts))).points == 3
    with pytest.raises(ParamError, match=r"没有年度参数“mean”，可用的有：（本表样没有年度参数）"):
        award(node, facts)


def test_banded_with_full_marks_on_a_condition():
    node = leaf(
        "banded", value="figure.a / figure.b", steps="60%:8,其余:0", full="figure.a == 0", because_full="无闲置"
    )
    assert award(node, book(statements={"figure.a": "0", "figure.b": "0"})).points == 10
    assert award(node, book(statements={"figure.a": "7", "figure.b": "10"})).points == 8
    assert award(node, book(statements={"figure.b": "10"})).status == "unknown"


def test_bonus_for_every_percent():
    node = leaf("bonus", of="1", merits="1 - figure.now / figure.last", per="1%", each="0.2")
    assert award(node, book(statements={"figure.now": "97", "figure.last": "100"})).points == Decimal("0.6")
    assert award(node, book(statements={"figure.now": "97"})).status == "unknown"


def test_met_tells_what_it_looked_at():
    node = leaf("met", of="1.5", when="figure.now < figure.last", name="压减")
    assert award(node, book(statements={"figure.now": "97", "figure.last": "100"})).points == Decimal("1.5")
    assert award(node, book(statements={"figure.now": "97", "figure.last": "97"})).points == 0
    unknown = award(node, book(statements={"figure.now": "97"}))
    assert unknown.because.inputs == (("figure.now", "97"), ("figure.last", "（未填）"))


def test_parts_are_scored_by_their_own_rules():
    halves = tuple(
        PointNode(f"p{n}", f"第{n}类", Decimal(5), RuleDef("ratio", {"value": f"figure.a{n}", "over": f"figure.b{n}"}))
        for n in (1, 2)
    )
    node = replace(leaf("parts"), parts=halves)
    typed = {"figure.a1": "1", "figure.b1": "2", "figure.a2": "0", "figure.b2": "0"}
    assert award(node, book(statements=typed)).points == 5
    assert award(node, book(statements={**typed, "figure.b2": "4"})).points == Decimal("2.5")
    assert award(node, book(statements={"figure.a1": "1"})).status == "unknown"


def test_met_tells_amounts_in_the_forms_unit():
    node = leaf("met", of="1", when="funds.spent.all < funds.adjusted.all", name="压减")
    told = award(node, book(funds=FUNDS)).because.inputs
    assert [text for _, text in told] == ["2364.01万元", "2536.08万元"]


def test_ratio_of_amounts_of_a_table_of_figures():
    form = catalogue().get("510904/2024/department-table")
    node = form.node("purchase_rate")
    facts = book(
        statements={
            "figure.purchase_paid_amount": "45",
            "figure.purchase_budget_amount": "60",
            "figure.purchase_saved_amount": "10",
        }
    )
    told = award_leaf(Leaf(node, node.rule, node.of, form, facts, View(form, facts))).because.sentence()
    assert told.startswith("实际支付总金额45.00万元÷采购总预算数减节约金额50.00万元＝90.00%；×3分＝2.70分")
