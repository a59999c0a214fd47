"""四舍五入: half-up in both directions, steps, limits."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from values.rounding import round_half_up, to_step

finite = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20, places=9)


@pytest.mark.parametrize(
    ("value", "places", "printed"),
    [
        ("2.345", 2, "2.35"),
        ("2.344999", 2, "2.34"),
        ("-2.345", 2, "-2.35"),
        ("0.5", 0, "1"),
        ("-0.004", 2, "0.00"),
        ("7", 2, "7.00"),
        ("123456789012345678901234567890.125", 2, "123456789012345678901234567890.13"),
    ],
)
def test_round_half_up(value, places, printed):
    assert str(round_half_up(Decimal(value), places)) == printed


@given(finite, st.integers(0, 8))
def test_rounding_stays_within_half_a_unit(value, places):
    rounded = round_half_up(value, places)
    assert abs(rounded - value) * 2 <= Decimal(1).scaleb(-places)
    assert rounded.as_tuple().exponent == -places


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_only_finite_values_are_rounded(value):
    with pytest.raises(ValueError, match="有限的数"):
        round_half_up(Decimal(value))


@pytest.mark.parametrize(
    ("value", "step", "nearest"),
    [("9.32", "0.5", "9.5"), ("9.25", "0.5", "9.5"), ("9.24", "0.5", "9"), ("9.5", "1", "10"), ("22.4", "1", "22")],
)
def test_to_step(value, step, nearest):
    assert to_step(Decimal(value), Decimal(step)) == Decimal(nearest)


@pytest.mark.parametrize("step", ["0", "-0.5", "NaN"])
def test_a_step_is_positive(step):
    with pytest.raises(ValueError, match="取整单位"):
        to_step(Decimal(1), Decimal(step))
