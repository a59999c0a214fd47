"""S07 预算执行率得分: self score = min(执行÷预算, 100%) × full marks (财预〔2020〕10号附件1 [证])."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from blueprints.expressions import Expression
from crosschecks.params import expression, number, text
from crosschecks.rule import Context, Found, Kind, Severity, points
from crosschecks.wording import money, percent
from values.ratio import ratio
from values.rounding import round_half_up


@dataclass(frozen=True, slots=True)
class Params:
    """参数: the leaf, numerator and denominator, tolerance in points."""

    of: str
    value: Expression
    over: Expression
    tolerance: Decimal = Decimal("0.1")


def check(context: Context, params: Params) -> Iterator[Found]:
    """The leaf's self score against what the rate gives."""
    spent, budget = context.number(params.value), context.number(params.over)
    rate = ratio(spent, budget)
    line = context.sheet.line(params.of)
    if rate is None or spent is None or budget is None or line is None or line.of is None or line.self_points is None:
        return
    due = round_half_up(max(min(rate, Decimal(1)), Decimal(0)) * line.of)
    if abs(line.self_points - due) <= params.tolerance:
        return
    shown = f"{money(spent, context.blueprint)}÷{money(budget, context.blueprint)}＝{percent(rate)}"
    yield Found(
        f"“{context.name(line)}”{percent(rate)}，应得{points(due)}，填报{points(line.self_points)}。",
        f"{shown}；{percent(min(rate, Decimal(1)))}×{points(line.of)}＝{points(due)}，填报{points(line.self_points)}",
        (context.place(line.path), *context.places(params.value), *context.places(params.over)),
        f"请核对执行数与预算数，或将得分改为{points(due)}",
    )


KIND = Kind(
    "S07",
    "预算执行率得分",
    Severity.ERROR,
    "财预〔2020〕10号附件1",
    Params,
    {"of": text, "value": expression, "over": expression, "tolerance": number},
    check,
    frozenset({"of", "value", "over"}),
)
