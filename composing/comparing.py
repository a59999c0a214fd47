"""增减的说法: two amounts in words, 减少414.08万元，下降23.97%; and which of two is the larger, 大于."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from blueprints.expressions import Expression
from blueprints.schema import Comparison
from composing.inputs import Inputs
from composing.said import as_said
from composing.typed import amount, percent
from values.money import MoneyUnit
from values.rounding import round_half_up

SAME: Final = "持平"
RELATIONS: Final = ("小于", "等于", "大于")


def relation(value: Decimal) -> str:
    """小于, 等于 or 大于 by the sign of a difference."""
    return RELATIONS[(value > 0) - (value < 0) + 1]


def compared(inputs: Inputs, comparison: Comparison) -> str:
    """增加… or 减少… with the rate, or 持平; '' while one of the two is unknown.

    What is told as the same amount in the form's unit and decimals is the same: nobody can see a difference.
    """
    now, then = (_number(inputs, each) for each in (comparison.now, comparison.then))
    if now is None or then is None:
        return ""
    style = inputs.blueprint.print
    unit = MoneyUnit(style.unit)
    gap = round_half_up((now - then) / unit.yuan, style.decimals)
    if gap == 0:
        return SAME
    told = as_said(inputs, amount(abs(now - then), unit, decimals=style.decimals, grouping=style.grouping))
    words = f"{'增加' if gap > 0 else '减少'}{told}{unit}"
    if then <= 0:
        return words
    return f"{words}，{'增长' if gap > 0 else '下降'}{as_said(inputs, percent(abs(now - then) / then))}"


def compared_with(inputs: Inputs, comparison: Comparison, than: str) -> str:
    """比2023年减少… or 与2023年持平; '' while unknown."""
    words = compared(inputs, comparison)
    if not words:
        return ""
    return f"与{than}{words}" if words == SAME else f"比{than}{words}"


def _number(inputs: Inputs, expression: Expression) -> Decimal | None:
    value = expression.evaluate(inputs.view)
    return value if isinstance(value, Decimal) else None
