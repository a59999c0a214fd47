"""比率: unknown and zero divisors, and printing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from values.ratio import percent_text, ratio


@pytest.mark.parametrize(("up", "down"), [(None, Decimal(1)), (Decimal(1), None), (Decimal(0), Decimal(0))])
def test_no_ratio_without_both_numbers_and_a_divisor(up, down):
    assert ratio(up, down) is None


def test_ratio_and_its_percentage():
    fraction = ratio(Decimal("2364.01"), Decimal("2536.08"))
    assert fraction is not None
    assert percent_text(fraction) == "93.22%"
    assert percent_text(fraction, 0) == "93%"
