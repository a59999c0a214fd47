"""比率: shares and their printed percentages."""

from __future__ import annotations

from decimal import Decimal

from values.rounding import round_half_up

_HUNDRED = Decimal(100)


def ratio(numerator: Decimal | None, denominator: Decimal | None) -> Decimal | None:
    """`numerator` ÷ `denominator` as a fraction (0.9322…, not rounded); None when either is unknown or the divisor is 0."""
    if numerator is None or denominator is None or denominator == 0:
        return None
    return numerator / denominator


def percent_text(fraction: Decimal, places: int = 2) -> str:
    """百分率 as printed: 0.93216 → "93.22%"."""
    return f"{round_half_up(fraction * _HUNDRED, places):f}%"
