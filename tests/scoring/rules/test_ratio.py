"""比率计分: the vectors of the execution rate, zero divisors, floors and caps."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.rules.ratio import RatioParams, score_ratio
from values.money import MoneyUnit

NATIONAL = RatioParams()


def rate(of, numerator, denominator, params=NATIONAL):
    wan = Decimal(10_000)
    return score_ratio(
        of=Decimal(of),
        numerator=None if numerator is None else Decimal(numerator) * wan,
        denominator=None if denominator is None else Decimal(denominator) * wan,
        params=params,
    )


@pytest.mark.parametrize(
    ("of", "budget", "spent", "points"),
    [
        ("10", "2536.08", "2364.01", "9.32"),
        ("3", "2536.08", "2364.01", "2.80"),
        ("10", "3.68", "2.54", "6.90"),
        ("10", "100", "105", "10.00"),
        ("10", "100", "100", "10.00"),
        ("10", "100", "0", "0.00"),
        ("20", "3", "1", "6.67"),
    ],
)
def test_vectors(of, budget, spent, points):
    award = rate(of, spent, budget)
    assert (award.status, str(award.points)) == ("scored", points)


def test_the_explanation_can_be_checked_by_hand():
    told = "执行数2364.01万元÷预算数2536.08万元＝93.22%；×10分＝9.32分；依据：财预〔2020〕10号附件1"
    assert rate(10, "2364.01", "2536.08").because.sentence() == told


def test_other_units_and_names():
    yuan = score_ratio(
        of=Decimal(3), numerator=Decimal(50), denominator=Decimal(100), params=RatioParams(money=MoneyUnit.YUAN)
    )
    assert "执行数50.00元÷预算数100.00元" in yuan.because.sentence()
    people = RatioParams(
        numerator="达标数", denominator="实际数", rate="质量达标率", money=None, unit="人", source="53号"
    )
    award = score_ratio(of=Decimal(8), numerator=Decimal(95), denominator=Decimal(100), params=people)
    assert award.because.sentence() == "达标数95人÷实际数100人＝95.00%；×8分＝7.60分；依据：53号"


def test_over_one_hundred_percent_is_capped_and_asks_why():
    award = rate(10, 105, 100)
    assert award.points == 10
    assert award.because.needs_reason == "执行率105.00%，超过100.00%"
    assert "按100.00%计" in award.because.formula
    assert not rate(10, 105, 100, RatioParams(over_reason=False)).because.needs_reason
    assert not rate(10, 100, 100).because.needs_reason


def test_nothing_of_nothing_is_not_applicable():
    award = rate(10, 0, 0)
    assert (award.status, award.points) == ("not_applicable", None)
    assert "不适用" in award.because.needs_reason


def test_nothing_of_nothing_may_be_nothing_by_local_rule():
    award = rate(10, 0, 0, RatioParams(zero="zero"))
    assert (award.status, award.points) == ("scored", 0)
    assert "按本地规定" in award.because.cap


@pytest.mark.parametrize("zero", ["not_applicable", "zero"])
def test_spending_without_a_budget_is_a_wrong_figure(zero):
    award = rate(10, 5, 0, RatioParams(zero=zero))
    assert (award.status, award.points) == ("unknown", None)
    assert award.because.needs_reason == "预算数为0却有执行数，请核对这两个数"


@pytest.mark.parametrize(
    ("spent", "budget", "missing"), [(None, 5, "执行数"), (5, None, "预算数"), (None, None, "执行数")]
)
def test_missing_figures_are_unknown(spent, budget, missing):
    award = rate(10, spent, budget)
    assert (award.status, award.because.cap) == ("unknown", f"未填{missing}，不能计算执行率")


def test_floor():
    params = RatioParams(floor=Decimal("0.6"))
    assert [rate(10, spent, 100, params).points for spent in (60, "59.99")] == [6, 0]
    assert "执行率低于60.00%，不得分" in rate(10, 50, 100, params).because.sentence()


def test_a_negative_rate_gives_nothing_and_asks_why():
    award = rate(10, -5, 100)
    assert (award.points, award.because.needs_reason) == (0, "执行率为负，请核对")


def test_score_step_and_lower_cap():
    assert rate(10, 93, 100, RatioParams(step=Decimal("0.5"))).points == Decimal("9.5")
    assert rate(10, 99, 100, RatioParams(cap=Decimal("0.9"))).points == 9


@given(st.decimals(0, 10**6, places=2), st.decimals(0, 10**6, places=2), st.decimals(0, 10**6, places=2))
def test_spending_more_never_scores_less(low, more, budget):
    first, second = rate(10, low, budget), rate(10, low + more, budget)
    if first.points is not None and second.points is not None:
        assert 0 <= first.points <= second.points <= 10


LEFT = RatioParams(
    numerator="不相符项目数",
    denominator="阶段项目总数",
    rate="不相符率",
    money=None,
    unit="个",
    rest=True,
    instead="若无阶段项目，看整体决策程序",
    source="整体表",
)


def left(of, numerator, denominator, params=LEFT):
    return score_ratio(of=Decimal(of), numerator=Decimal(numerator), denominator=Decimal(denominator), params=params)


@pytest.mark.parametrize(
    ("wrong", "all_", "points"), [("0", "8", "4.00"), ("2", "8", "3.00"), ("8", "8", "0.00"), ("9", "8", "0.00")]
)
def test_points_for_what_a_rate_of_failures_leaves(wrong, all_, points):
    assert str(left(4, wrong, all_).points) == points


def test_what_is_left_can_be_checked_by_hand():
    told = "不相符项目数2个÷阶段项目总数8个＝25.00%；（1－25.00%）×4分＝3.00分；依据：整体表"
    assert left(4, 2, 8).because.sentence() == told
    assert "不相符率超过100%，不得分" in left(4, 9, 8).because.sentence()


def test_a_negative_rate_of_failures_gives_no_points():
    award = left(4, -1, 8)
    assert (award.status, award.points) == ("unknown", None)
    assert "不相符率为负" in award.because.needs_reason


def test_without_a_denominator_the_form_says_what_to_look_at():
    award = left(4, 0, 0)
    assert (award.status, award.points) == ("not_applicable", None)
    assert award.because.needs_reason.endswith("请说明情况和替代依据。若无阶段项目，看整体决策程序")
