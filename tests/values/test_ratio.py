"""比率: unknown and zero divisors, and printing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from values.ratio import percent_text, ratio, shares


@pytest.mark.parametrize(("up", "down"), [(None, Decimal(1)), (Decimal(1), None), (Decimal(0), Decimal(0))])
def test_no_ratio_without_both_numbers_and_a_divisor(up, down):
    assert ratio(up, down) is None


def test_ratio_and_its_percentage():
    fraction = ratio(Decimal("2364.01"), Decimal("2536.08"))
    assert fraction is not None
    assert percent_text(fraction) == "93.22%"
    assert percent_text(fraction, 0) == "93%"


@pytest.mark.parametrize(
    ("amounts", "percents"),
    [
        ("1256.46 20.47 36.57", "95.66 1.56 2.78"),
        ("1 1 1", "33.34 33.33 33.33"),
        ("1 1 1 1 1 1", "16.66 16.66 16.67 16.67 16.67 16.67"),
        ("0 0", "0 0"),
        ("5", "100.00"),
        ("0 7", "0.00 100.00"),
        ("3 -1", "150.00 -50.00"),
        ("", ""),
    ],
)
def test_shares(amounts, percents):
    found = shares([Decimal(text) for text in amounts.split()])
    assert [share * 100 for share in found] == [Decimal(text) for text in percents.split()]


@given(st.lists(st.decimals(min_value=0, max_value=10**9, places=2), min_size=1, max_size=30))
def test_shares_add_up_and_stay_beside_the_exact_ones(amounts):
    total = sum(amounts)
    found = shares(amounts)
    assert sum(found) == (1 if total else 0)
    assert all(
        abs(share - amount / total) <= Decimal("0.0001") for share, amount in zip(found, amounts, strict=True) if total
    )
