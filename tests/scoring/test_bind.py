"""规则取数: every kind of rule gets its figures from the facts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from scoring.bind import BINDERS
from scoring.params import KINDS, ParamError
from scoring.rules.registry import RULES
from tests.scoring.samples import award, book, leaf

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
