"""比率: shares and their printed percentages."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from values.rounding import round_half_up

_HUNDRED = Decimal(100)


def ratio(numerator: Decimal | None, denominator: Decimal | None) -> Decimal | None:
    """`numerator` ÷ `denominator` as a fraction (0.9322…, not rounded); None when either is unknown or the divisor is 0."""
    if numerator is None or denominator is None or denominator == 0:
        return None
    return numerator / denominator


def shares(amounts: Sequence[Decimal], places: int = 2) -> tuple[Decimal, ...]:
    """占比 of each amount as a fraction, rounded to `places` decimals of a percentage so that together they are 100%.

    Where rounding each by itself would give 99.99 or 100.01, the parts nearest to the other side of a half give way. A whole
    of 0 gives 0 everywhere; with negative parts every share is rounded by itself.
    """
    total = sum(amounts, Decimal(0))
    if total == 0:
        return tuple(Decimal(0) for _ in amounts)
    exact = [amount / total for amount in amounts]
    unit = Decimal(1).scaleb(-places - 2)
    rounded = [round_half_up(fraction, places + 2) for fraction in exact]
    missing = int(((1 - sum(rounded, Decimal(0))) / unit).to_integral_value())
    if not missing or any(amount < 0 for amount in amounts):
        return tuple(rounded)
    step = unit if missing > 0 else -unit
    nearest = sorted(range(len(exact)), key=lambda n: (rounded[n] - exact[n]) / step)
    for place in nearest[: abs(missing)]:
        rounded[place] += step
    return tuple(rounded)


def percent_text(fraction: Decimal, places: int = 2) -> str:
    """百分率 as printed: 0.93216 → "93.22%"."""
    return f"{round_half_up(fraction * _HUNDRED, places):f}%"
