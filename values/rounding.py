"""四舍五入: half-up rounding for money, rates and points, and rounding to a score step.

Binary floats never come here; every value is a finite `Decimal`.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

_SPARE_DIGITS = 4


def round_half_up(value: Decimal, places: int = 2) -> Decimal:
    """`value` with exactly `places` decimals; a half goes away from zero (2.345 → 2.35, -2.345 → -2.35).

    Never gives a negative zero. Raises ValueError when `value` is not finite.
    """
    if not value.is_finite():
        raise ValueError(f"不能对 {value} 四舍五入，须为有限的数")
    # The default context stops at 28 digits, and quantize raises instead of rounding beyond that.
    digits = max(28, value.adjusted() + places + _SPARE_DIGITS, len(value.as_tuple().digits) + places + _SPARE_DIGITS)
    rounded = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=Context(prec=digits))
    return rounded or abs(rounded)


def to_step(value: Decimal, step: Decimal) -> Decimal:
    """The multiple of `step` nearest to `value`, a half upwards (score steps 0.5 or 1: 9.32 → 9.5, 9.25 → 9.5).

    Raises ValueError when `step` is not positive.
    """
    if not step.is_finite() or step <= 0:
        raise ValueError(f"取整单位应大于0，现为 {step}")
    return round_half_up(value / step, 0) * step
