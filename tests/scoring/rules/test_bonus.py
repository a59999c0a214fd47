"""加分: up to the limit of the row, with evidence."""

from __future__ import annotations

from decimal import Decimal

import pytest

from scoring.rules.bonus import BonusParams, bonus

D = Decimal
ONE = BonusParams(each=D(1))


@pytest.mark.parametrize(("merits", "points"), [(0, 0), (1, 1), (2, 2), (3, 2)])
def test_up_to_the_limit(merits, points):
    assert bonus(of=D(2), merits=merits, params=ONE).points == points


def test_explanation():
    told = "加分事项3项×1分＝2.00分；加分以2分为限；须说明：加分须列明事项并附佐证材料"
    assert bonus(of=D(2), merits=3, params=ONE).because.sentence() == told
    assert not bonus(of=D(2), merits=0, params=ONE).because.needs_reason


def test_score_step():
    assert bonus(of=D(2), merits=1, params=BonusParams(each=D("0.3"), step=D("0.5"))).points == D("0.5")


def test_unknown_and_impossible_counts():
    assert bonus(of=D(2), merits=None, params=ONE).status == "unknown"
    with pytest.raises(ValueError, match="不能为负数"):
        bonus(of=D(2), merits=-1, params=ONE)


CUT = BonusParams(each=D("0.2"), per=D("0.01"), name="年初预算压减率", source="整体表")


@pytest.mark.parametrize(
    ("rate", "points"),
    [("0.0321", "0.60"), ("0.03", "0.60"), ("0.0099", "0.00"), ("0.2", "1.00"), ("-0.05", "0.00"), ("0", "0.00")],
)
def test_every_whole_percent_of_a_rate(rate, points):
    assert str(bonus(of=D(1), merits=D(rate), params=CUT).points) == points


def test_explanation_of_a_rate():
    told = "年初预算压减率3.21%，每满1%加0.2分；3×0.2分＝0.60分；依据：整体表"
    assert bonus(of=D(1), merits=D("0.0321"), params=CUT).because.sentence() == told
    assert "加分以1分为限" in bonus(of=D(1), merits=D("0.2"), params=CUT).because.sentence()
    assert bonus(of=D(1), merits=None, params=CUT).status == "unknown"
