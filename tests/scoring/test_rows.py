"""指标行计分: each row by its own relation and weight."""

from __future__ import annotations

from decimal import Decimal

import pytest

from blueprints.schema import RuleDef
from scoring.rows import award_row, is_qualitative
from tests.scoring.samples import row

RULE = RuleDef("by_relation", {"over": "30%", "neg_mode": "ratio"}, "某号")


def points(rule=RULE, **fields):
    return award_row(row(**{"weight": "10", **fields}), rule).points


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"relation": "≥", "target": "116.11", "actual": "108.13", "weight": "8"}, "7.45"),
        ({"relation": "≤", "target": "697", "actual": "697.71"}, "9.99"),
        ({"relation": "＝", "target": "100", "actual": "98"}, "9.80"),
        ({"relation": "≤", "target": "0", "actual": "0"}, "10.00"),
        ({"relation": "≥", "target": "100", "actual": "150"}, "10.00"),
        ({"relation": "", "target": "≥16", "actual": "8"}, "5.00"),
        ({"relation": "", "target": "16", "actual": "8"}, "5.00"),
        ({"relation": "≥", "target": "2万人", "actual": "15000人"}, "7.50"),
    ],
)
def test_vectors(fields, expected):
    assert points(**fields) == Decimal(expected)


def test_the_forms_own_parameters():
    zero = RuleDef("by_relation", {"neg_mode": "zero"})
    assert points(zero, relation="≤", target="697", actual="697.71") == 0
    assert points(RuleDef("by_relation", {"step": "0.5"}), relation="＝", target="100", actual="98") == 10
    assert points(
        RuleDef("by_relation", {"step": "0.5"}), relation="定性", target="优", actual="优", score="8.6"
    ) == Decimal("8.5")


def test_an_award_names_its_row_and_clause():
    given = award_row(row("r7", weight="10", relation="≥", target="10人", actual="9人"), RULE)
    assert given.key == "r7"
    assert given.because.sentence() == "性质“≥”，完成值9人÷目标值10人＝90.00%；×10分＝9.00分；依据：某号"


@pytest.mark.parametrize("weight", ["", "十分", "-5"])
def test_without_a_weight(weight):
    given = award_row(row(weight=weight, relation="≥", target="1", actual="1"), RULE)
    assert (given.status, given.because.cap) == ("unknown", "本行权重未填、不是数字或小于0，不能计分")


def test_different_units_do_not_compare():
    given = award_row(row(weight="10", relation="≥", target="10人", actual="9元"), RULE)
    assert (given.status, given.because.cap) == ("unknown", "目标值与完成值单位不同（人、元），不能比较")


def test_what_stands_in_an_unreadable_cell_is_shown():
    given = award_row(row(weight="10", relation="＝", target="1", unit="年", actual="当年"), RULE)
    assert (given.status, given.because.inputs) == ("unknown", (("目标值", "1"), ("完成值", "当年")))
    given = award_row(row(weight="10", relation="＝", target="1"), RULE)
    assert given.because.inputs[1] == ("完成值", "（未填）")


@pytest.mark.parametrize(
    ("fields", "judged"),
    [
        ({"relation": "定性", "target": "100"}, True),
        ({"relation": "", "target": "应保尽保"}, True),
        ({"relation": "", "target": ""}, True),
        ({"relation": "", "target": "95%"}, False),
        ({"relation": "", "target": "≥95"}, False),
        ({"relation": "＝", "target": "应保尽保"}, False),
    ],
)
def test_what_people_judge(fields, judged):
    assert is_qualitative(row(**fields)) is judged


def test_judged_rows_keep_points_inside_their_band():
    assert points(relation="定性", target="优", actual="优", score="9") == 9
    narrow = RuleDef("by_relation", {"reached": "0.95", "partly": "0.5"})
    assert points(narrow, relation="定性", target="优", actual="优", score="9") is None
