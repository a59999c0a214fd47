"""分档计分: tables upwards and downwards, shares, and what no step takes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from scoring.rules.banded import BandedParams, Step, banded

D = Decimal
SATISFACTION = BandedParams(
    (Step(D(90), D(1)), Step(D(80), D("0.8")), Step(D(60), D("0.5")), Step(None, D(0))),
    shares=True,
    name="满意度",
    unit="%",
    source="财预〔2021〕101号",
)
ADJUSTED = BandedParams(
    (Step(D(0), D(3)), Step(D(10), D(2)), Step(D(20), D(1)), Step(D(30), D("0.5")), Step(None, D(0))),
    direction="at_most",
    name="预算调整率",
    unit="%",
)


@pytest.mark.parametrize(
    ("value", "points"), [("100", 10), ("90", 10), ("89.99", 8), ("80", 8), ("60", 5), ("59.99", 0)]
)
def test_upwards_by_share(value, points):
    assert banded(of=D(10), value=D(value), params=SATISFACTION).points == points


@pytest.mark.parametrize(
    ("value", "points"), [("0", "3"), ("0.01", "2"), ("10", "2"), ("10.5", "1"), ("30", "0.5"), ("31", "0")]
)
def test_downwards_by_points(value, points):
    assert banded(of=D(3), value=D(value), params=ADJUSTED).points == D(points)


def test_explanation():
    told = banded(of=D(10), value=D(85), params=SATISFACTION).because.sentence()
    assert told == "满意度85%，8.00分；对应“≥80%”档；依据：财预〔2021〕101号"
    assert "对应“其余”档" in banded(of=D(3), value=D(40), params=ADJUSTED).because.sentence()
    assert "对应“≤10%”档" in banded(of=D(3), value=D(4), params=ADJUSTED).because.sentence()


def test_points_never_exceed_the_weight():
    assert banded(of=D(2), value=D(0), params=ADJUSTED).points == 2


def test_no_value_is_unknown():
    assert banded(of=D(3), value=None, params=ADJUSTED).status == "unknown"


def test_a_gap_in_the_table_waits_for_a_person():
    award = banded(of=D(3), value=D(5), params=BandedParams((Step(D(60), D(3)),)))
    assert award.status == "manual"
    assert "可给0至3分" in award.because.cap


@pytest.mark.parametrize(
    ("steps", "direction"),
    [
        ((), "at_least"),
        ((Step(None, D(0)), Step(D(60), D(3))), "at_least"),
        ((Step(D(60), D(1)), Step(D(90), D(3))), "at_least"),
        ((Step(D(20), D(1)), Step(D(10), D(3))), "at_most"),
        ((Step(D(60), D(1)), Step(D(60), D(3))), "at_least"),
    ],
)
def test_a_table_with_hidden_steps_is_refused(steps, direction):
    with pytest.raises(ValueError, match="分档表"):
        BandedParams(steps, direction=direction)


MEAN = BandedParams(
    (Step(D("-0.0463"), D(3)), Step(D("-0.03704"), D(2)), Step(D("-0.0232"), D(1)), Step(None, D(0))),
    direction="at_most",
    percent=True,
    name="人均资产变化率",
    because_full="评价年度无闲置资产",
)


@pytest.mark.parametrize(
    ("value", "points"), [("-0.0463", 3), ("-0.04", 2), ("-0.03", 1), ("-0.0232", 1), ("-0.02", 0), ("0.1", 0)]
)
def test_bounds_below_nothing(value, points):
    assert banded(of=D(3), value=D(value), params=MEAN).points == points


def test_fractions_are_told_as_percentages():
    told = banded(of=D(3), value=D("-0.04"), params=MEAN).because.sentence()
    assert told == "人均资产变化率-4.00%，2.00分；对应“≤-3.704%”档"


def test_a_condition_for_the_whole_weight_needs_no_value():
    award = banded(of=D(3), value=None, params=MEAN, full=True)
    assert (award.points, award.because.sentence()) == (3, "3.00分；评价年度无闲置资产，得满分")
