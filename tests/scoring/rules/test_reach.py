"""定量指标计分: the vectors of every relation, over-achievement and pass lines."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.rules.reach import OverStep, ReachParams, reach
from values.vocabulary import Relation

NATIONAL = ReachParams()
GE, LE, EQ, GT, LT = Relation.GE, Relation.LE, Relation.EQ, Relation.GT, Relation.LT
D = Decimal


def award(of, relation, target, actual, params=NATIONAL):
    return reach(of=D(of), relation=relation, target=D(target), actual=D(actual), params=params, unit="人")


@pytest.mark.parametrize(
    ("of", "relation", "target", "actual", "points"),
    [
        (8, GE, "116.11", "108.13", "7.45"),
        (10, LE, "697", "697.71", "9.99"),
        (10, EQ, "100", "98", "9.80"),
        (10, LE, "0", "0", "10.00"),
        (10, LE, "0", "1", "0.00"),
        (10, EQ, "0", "0", "10.00"),
        (10, EQ, "0", "3", "0.00"),
        (10, GE, "0", "0", "10.00"),
        (10, GE, "-5", "-4", "10.00"),
        (10, GE, "-5", "-6", "0.00"),
        (10, GE, "100", "150", "10.00"),
        (10, GE, "100", "100", "10.00"),
        (10, GE, "100", "0", "0.00"),
        (10, GE, "100", "-20", "0.00"),
        (10, LE, "100", "50", "10.00"),
        (10, LE, "100", "200", "5.00"),
        (10, LT, "100", "99", "10.00"),
        (10, LT, "100", "125", "8.00"),
        (10, GT, "100", "101", "10.00"),
        (10, GT, "100", "80", "8.00"),
        (10, EQ, "100", "102", "9.80"),
        (10, EQ, "100", "250", "0.00"),
    ],
)
def test_vectors(of, relation, target, actual, points):
    assert str(award(of, relation, target, actual).points) == points


def test_an_exceeded_limit_may_give_nothing():
    strict = award(10, LE, "697", "697.71", ReachParams(neg_mode="zero"))
    assert strict.points == 0
    assert "99.90%；得分＝0.00分；超过控制数，按本地规定不得分" in strict.because.sentence()
    assert award(10, LE, "697", "697", ReachParams(neg_mode="zero")).points == 10


def test_equal_may_be_read_forward():
    forward = ReachParams(eq_mode="forward")
    assert [award(10, EQ, 100, actual, forward).points for actual in (98, 100, 110)] == [D("9.8"), 10, 10]
    assert award(10, EQ, 100, 110).points == 9


def test_pass_line():
    params = ReachParams(pass_line=D("0.6"))
    assert [award(10, GE, 100, actual, params).points for actual in (60, "59.9")] == [6, 0]
    assert "低于及格线60.00%，不得分" in award(10, GE, 100, 50, params).because.sentence()


@pytest.mark.parametrize(("actual", "asks"), [("129.99", False), ("130", True), ("150", True), ("100", False)])
@pytest.mark.parametrize("relation", [GE, GT])
def test_thirty_percent_over_asks_why(relation, actual, asks):
    assert bool(award(10, relation, 100, actual).because.needs_reason) is (asks or (relation is GT and actual == "100"))


def test_over_achievement_is_explained():
    assert award(10, GE, 100, 150).because.needs_reason == "完成值超出目标值50.00%，请说明原因，是否目标设定偏低"
    assert award(10, EQ, 100, 130).because.needs_reason
    assert not award(10, LE, 100, 20).because.needs_reason
    assert not award(10, GE, 100, 150, ReachParams(over_action="none")).because.needs_reason
    assert not award(10, GE, 100, 150, ReachParams(over=None)).because.needs_reason


def test_over_achievement_may_deduct_by_table():
    table = (OverStep(D("0.5"), D("0.2")), OverStep(D("0.3"), D("0.1")), OverStep(D(2), D(1)))
    params = ReachParams(over_action="deduct", over_table=table)
    assert [award(10, GE, 100, actual, params).points for actual in (120, 130, 150, 299, 300)] == [10, 9, 8, 8, 0]
    assert (
        "×10分－2.00分＝8.00分；超出目标值50.00%，按调减表扣2.00分"
        in award(10, GE, 100, 150, params).because.sentence()
    )


def test_a_table_that_starts_higher_only_asks_why():
    params = ReachParams(over_action="deduct", over_table=(OverStep(D("0.5"), D("0.2")),))
    low = award(10, GE, 100, 135, params)
    assert low.points == 10
    assert low.because.needs_reason


def test_over_achievement_may_give_nothing():
    none = award(10, GE, 100, 150, ReachParams(over_action="zero"))
    assert none.points == 0
    assert "得分＝0.00分；超出目标值50.00%，按本地规定不得分" in none.because.sentence()


@pytest.mark.parametrize(("relation", "sign"), [(GT, ">"), (LT, "<")])
def test_reaching_a_strict_target_exactly_asks_to_look_again(relation, sign):
    equal = award(10, relation, 5, 5)
    assert equal.points == 10
    assert f"未达到“{sign}”的要求" in equal.because.needs_reason


@pytest.mark.parametrize(
    ("target", "actual", "missing"), [(None, D(1), "目标值"), (D(1), None, "完成值"), (None, None, "目标值")]
)
def test_missing_values_are_unknown(target, actual, missing):
    blank = reach(of=D(10), relation=GE, target=target, actual=actual, params=NATIONAL)
    assert (blank.status, blank.points) == ("unknown", None)
    assert blank.because.cap.startswith(missing)
    assert "（未填）" in blank.because.sentence()


def test_a_qualitative_indicator_waits_for_a_person():
    assert reach(of=D(10), relation=Relation.QUALITATIVE, target=D(1), actual=D(1), params=NATIONAL).status == "manual"


def test_the_explanation_can_be_checked_by_hand():
    told = "性质“≥”，完成值108.13人÷目标值116.11人＝93.13%；×8分＝7.45分；依据：财预〔2020〕10号"
    assert award(8, GE, "116.11", "108.13").because.sentence() == told


def test_score_step_never_exceeds_the_weight():
    params = ReachParams(step=D(1))
    assert award("22.5", GE, 100, 100, params).points == D("22.5")
    assert award(10, GE, 100, "93.2", params).points == 9


values = st.decimals(-1000, 1000, places=2)


@given(values, values, values.filter(lambda more: more >= 0))
def test_more_never_scores_less_when_more_is_asked(target, actual, more):
    low, high = award(10, GE, target, actual), award(10, GE, target, actual + more)
    assert 0 <= low.points <= high.points <= 10


@given(values, values, values.filter(lambda more: more >= 0), st.sampled_from(["ratio", "zero"]))
def test_more_never_scores_more_when_less_is_asked(target, actual, more, mode):
    params = ReachParams(neg_mode=mode)
    assert award(10, LE, target, actual, params).points >= award(10, LE, target, actual + more, params).points


@given(values, values, st.sampled_from([GE, LE, EQ]))
def test_full_points_mean_reached(target, actual, relation):
    scored = award(10, relation, target, actual)
    if "已达到" in scored.because.formula:
        assert scored.points == 10
    elif target <= 0:
        assert scored.points == 0
