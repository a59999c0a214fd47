"""规则参数: text as typed parameters, or why not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from blueprints.schema import RuleDef
from scoring.params import ParamError, bands, money_unit, number, over_table, step, steps, typed, yes
from scoring.rules.banded import Step
from scoring.rules.manual import ManualParams
from scoring.rules.reach import OverStep, ReachParams
from tests.scoring.samples import JINZHONG, form
from values.money import MoneyUnit


def test_shares_and_numbers():
    assert [number(text) for text in ("0.3", "30%", " 5 ", "-1")] == [
        Decimal("0.3"),
        Decimal("0.3"),
        Decimal(5),
        Decimal(-1),
    ]


@pytest.mark.parametrize("text", ["", "三成", "%", "NaN", "Infinity", "-Infinity%", "1,5"])
def test_no_number(text):
    with pytest.raises(ParamError, match="不是数字"):
        number(text)


@pytest.mark.parametrize("text", ["0", "-0.5"])
def test_a_step_is_above_nothing(text):
    with pytest.raises(ParamError, match="应大于0"):
        step(text)


def test_tables():
    assert over_table("30%:10%，50%：20%") == (
        OverStep(Decimal("0.3"), Decimal("0.1")),
        OverStep(Decimal("0.5"), Decimal("0.2")),
    )
    assert steps("90%:5,其余:0") == (Step(Decimal("0.9"), Decimal(5)), Step(None, Decimal(0)))
    with pytest.raises(ParamError, match="界限:得分"):
        steps("90%")


def test_words():
    assert (yes("yes"), yes("no")) == (True, False)
    with pytest.raises(ParamError, match="yes 或 no"):
        yes("是")


def test_typed():
    given = typed(
        RuleDef("reach", {"indicator": "indicators[level2=数量指标]", "over": "50%", "neg_mode": "zero"}, "某号")
    )
    assert given == ReachParams(over=Decimal("0.5"), neg_mode="zero", source="某号")
    assert typed(RuleDef("manual")) == ManualParams()


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (RuleDef("guess"), "没有“guess”这种计分规则，可用的有：manual、ratio"),
        (RuleDef("ratio", {"value": "1"}), "规则 ratio 缺少参数 over"),
        (RuleDef("manual", {"colour": "red"}), "规则 manual 不认识参数 colour，可用的有：by、step"),
        (RuleDef("manual", {"step": "0"}), "参数 step：“0”应大于0"),
        (
            RuleDef("ratio", {"value": "1", "over": "1", "zero": "no"}),
            "参数 zero：“no”不可用，只能写 not_applicable、zero",
        ),
        (RuleDef("banded", {"value": "1", "steps": "80%:4,90%:5"}), "分档表的界限须依次排列"),
    ],
)
def test_explained(rule, told):
    with pytest.raises(ParamError, match=told):
        typed(rule)


def test_bands():
    rule = RuleDef("by_relation", {"reached": "80%", "partly": "0.5", "step": "0.5"}, "某号")
    given = bands(rule)
    assert (given.reached, given.partly, given.step, given.source) == (
        Decimal("0.8"),
        Decimal("0.5"),
        Decimal("0.5"),
        "某号",
    )
    assert bands(RuleDef("by_relation")).partly == Decimal("0.6")
    with pytest.raises(ParamError, match="reached、partly"):
        bands(RuleDef("by_relation", {"reached": "0.5", "partly": "0.8"}))


@pytest.mark.parametrize(
    ("wanted", "paths", "unit"),
    [
        ("", {"funds.spent.all"}, MoneyUnit.WAN),
        ("", {"funds.spent.all", "figure.n"}, None),
        ("none", {"funds.spent.all"}, None),
        ("元", {"figure.n"}, MoneyUnit.YUAN),
    ],
)
def test_money_unit(wanted, paths, unit):
    rule = RuleDef("ratio", {"money": wanted} if wanted else {})
    assert money_unit(rule, form(JINZHONG), frozenset(paths)) == unit
