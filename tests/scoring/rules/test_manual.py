"""人工评分: waiting, given, out of limits."""

from __future__ import annotations

from decimal import Decimal

import pytest

from scoring.rules.manual import ManualParams, manual

TEN = Decimal(10)


def test_waits_for_a_person():
    award = manual(of=TEN, given=None, params=ManualParams(by="评审人"))
    assert (award.status, award.points) == ("manual", None)
    assert award.because.cap == "由评审人评分，可给0至10分"


@pytest.mark.parametrize("given", ["0", "7.5", "10"])
def test_given_points_count(given):
    award = manual(of=TEN, given=Decimal(given), params=ManualParams())
    assert (award.status, award.points, award.of) == ("scored", Decimal(given), TEN)


def test_score_step():
    assert manual(of=TEN, given=Decimal("7.3"), params=ManualParams(step=Decimal("0.5"))).points == Decimal("7.5")


@pytest.mark.parametrize("given", ["-0.01", "10.01"])
def test_points_out_of_limits_do_not_count(given):
    award = manual(of=TEN, given=Decimal(given), params=ManualParams())
    assert award.status == "manual"
    assert "请自评人重新评分" in award.because.cap
