"""扣分: from a weight, or as a penalty below the table."""

from __future__ import annotations

from decimal import Decimal

import pytest

from scoring.rules.deduct import DeductParams, deduct

D = Decimal
HALF = DeductParams(each=D("0.5"))


@pytest.mark.parametrize(("faults", "points"), [(0, "4"), (1, "3.5"), (8, "0"), (9, "0")])
def test_off_the_weight(faults, points):
    assert deduct(of=D(4), faults=faults, params=HALF).points == D(points)


def test_a_limit():
    award = deduct(of=D(4), faults=9, params=DeductParams(each=D("0.5"), most=D(2)))
    assert award.points == 2
    assert award.because.sentence() == "4分－问题数9个×0.5分＝2.00分；扣分以2分为限"


def test_the_weight_is_the_last_limit():
    assert deduct(of=D(4), faults=9, params=HALF).because.cap == "扣完4分为止"


@pytest.mark.parametrize(
    ("faults", "most", "points"), [(0, None, "0"), (3, None, "-1.5"), (30, None, "-15"), (9, D(3), "-3")]
)
def test_a_penalty_is_negative(faults, most, points):
    award = deduct(of=D(0), faults=faults, params=DeductParams(each=D("0.5"), most=most, penalty=True))
    assert award.points == D(points)
    assert award.because.result == f"{D(points):.2f}分"


def test_score_step():
    assert deduct(of=D(4), faults=1, params=DeductParams(each=D("0.3"), step=D("0.5"))).points == D("3.5")


def test_unknown_and_impossible_counts():
    assert deduct(of=D(4), faults=None, params=HALF).status == "unknown"
    with pytest.raises(ValueError, match="不能为负数"):
        deduct(of=D(4), faults=-1, params=HALF)
