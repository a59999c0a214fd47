"""计分收尾: rounding, limits and score steps."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.award import Because
from scoring.rules.outcome import points_text, scored, settle, unscored, weight_text

amounts = st.decimals(-1000, 1000, places=6)
weights = st.decimals(0, 100, places=1)


@pytest.mark.parametrize(
    ("points", "of", "step", "settled"),
    [
        ("9.3215", "10", None, "9.32"), ("2.796", "3", None, "2.80"), ("9.32", "10", "0.5", "9.50"),
        ("9.24", "10", "0.5", "9.00"), ("22.5", "22.5", "1", "22.50"), ("11", "10", None, "10.00"), ("-1", "10", None, "0.00"),
    ],
)  # fmt: skip
def test_settle(points, of, step, settled):
    assert str(settle(Decimal(points), Decimal(of), step and Decimal(step))) == settled


@given(amounts, weights, st.sampled_from([None, Decimal("0.5"), Decimal(1)]))
def test_settled_points_stay_within_the_weight(points, of, step):
    assert 0 <= settle(points, of, step) <= of


def test_texts():
    assert (points_text(Decimal("9.3")), weight_text(Decimal("10.00")), weight_text(Decimal("22.50"))) == (
        "9.30分",
        "10分",
        "22.5分",
    )


def test_scored_tells_of_a_score_step():
    award = scored(Decimal(10), Decimal("9.32"), Because(cap="封顶"), Decimal("0.5"))
    assert (award.points, award.because.result, award.because.cap) == (Decimal("9.5"), "9.50分", "封顶，按0.5分取整")
    assert not scored(Decimal(10), Decimal("9.32"), Because()).because.cap


def test_unscored_has_no_points():
    assert unscored(Decimal(10), "unknown", Because()).points is None
