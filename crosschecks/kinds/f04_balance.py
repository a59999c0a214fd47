"""F04 结余等于到位减支出 (地方表式：临湘资金栏 [种]); tolerance in the form's unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from blueprints.expressions import Expression
from crosschecks.params import expression, number
from crosschecks.rule import Context, Found, Kind, Severity
from crosschecks.wording import money, money_unit_yuan


@dataclass(frozen=True, slots=True)
class Params:
    """参数: balance, received and spent; tolerance in the form's unit."""

    balance: Expression
    received: Expression
    spent: Expression
    tolerance: Decimal = Decimal("0.01")


def check(context: Context, params: Params) -> Iterator[Found]:
    """The filed balance against received less spent, once all three are known."""
    balance, received, spent = (context.number(e) for e in (params.balance, params.received, params.spent))
    if balance is None or received is None or spent is None:
        return
    due = received - spent
    if abs(balance - due) <= params.tolerance * money_unit_yuan(context.blueprint):
        return
    form = context.blueprint
    yield Found(
        f"结余应为{money(due, form)}，填报{money(balance, form)}。",
        f"{money(received, form)}－{money(spent, form)}＝{money(due, form)}，填报{money(balance, form)}",
        (*context.places(params.balance), *context.places(params.received), *context.places(params.spent)),
        "请核对到位数、支出数和结余数",
    )


KIND = Kind(
    "F04",
    "结余等于到位减支出",
    Severity.ERROR,
    "地方表式",
    Params,
    {"balance": expression, "received": expression, "spent": expression, "tolerance": number},
    check,
    frozenset({"balance", "received", "spent"}),
)
