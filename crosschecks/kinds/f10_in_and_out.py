"""F10 收支平衡: income with what was carried over equals spending with what is left (决算报表勾稽 [知])."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from blueprints.expressions import Expression
from crosschecks import params, wording
from crosschecks.rule import Context, Found, Kind, Severity


@dataclass(frozen=True, slots=True)
class Params:
    """参数: all that came in, all that went out or is left; `name` of the funds (财政拨款); tolerance in the form's unit."""

    received: Expression
    spent: Expression
    name: str = ""
    tolerance: Decimal = Decimal("0.01")


def check(context: Context, params: Params) -> Iterator[Found]:
    """Both sides, once both are known."""
    received, spent = context.number(params.received), context.number(params.spent)
    if received is None or spent is None:
        return
    form, gap = context.blueprint, abs(received - spent)
    if gap <= params.tolerance * wording.money_unit_yuan(form):
        return
    larger, smaller = max(received, spent), min(received, spent)
    yield Found(
        f"{params.name}收入总计{wording.money(received, form)}，支出总计{wording.money(spent, form)}，收支不平衡，差{wording.money(gap, form)}。",
        f"{wording.money(larger, form)}－{wording.money(smaller, form)}＝{wording.money(gap, form)}",
        (*context.roots(params.received), *context.roots(params.spent)),
        "收入、年初结转结余之和应等于支出、结余分配、年末结转结余之和，请对照决算报表核对",
    )


KIND = Kind(
    "F10",
    "收支平衡",
    Severity.ERROR,
    "决算报表勾稽",
    Params,
    {"received": params.expression, "spent": params.expression, "name": params.text, "tolerance": params.number},
    check,
    frozenset({"received", "spent"}),
)
