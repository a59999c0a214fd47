"""F08 合计等于构成之和: a whole and what it is made of stand in different tables of the accounts (决算报表勾稽 [知])."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from blueprints.expressions import Expression
from crosschecks.params import expression, number, text
from crosschecks.rates import reckoned
from crosschecks.rule import Context, Found, Kind, Severity
from crosschecks.wording import money, money_unit_yuan


@dataclass(frozen=True, slots=True)
class Params:
    """参数: the whole with its name, what it is made of; tolerance in the form's unit."""

    whole: Expression
    made_of: Expression
    name: str
    tolerance: Decimal = Decimal("0.01")


def check(context: Context, params: Params) -> Iterator[Found]:
    """The whole against the sum, once both are known."""
    whole, summed = context.number(params.whole), context.number(params.made_of)
    if whole is None or summed is None:
        return
    form = context.blueprint
    if abs(whole - summed) <= params.tolerance * money_unit_yuan(form):
        return
    yield Found(
        f"{params.name}{money(whole, form)}，构成之和{money(summed, form)}。",
        f"{reckoned(context, params.made_of)}＝{money(summed, form)}，与{money(whole, form)}相差{money(abs(whole - summed), form)}",
        (*context.roots(params.whole), *context.roots(params.made_of)),
        "请对照决算报表核对合计和各项",
    )


KIND = Kind(
    "F08",
    "合计等于构成之和",
    Severity.ERROR,
    "决算报表勾稽",
    Params,
    {"whole": expression, "made_of": expression, "name": text, "tolerance": number},
    check,
    frozenset({"whole", "made_of", "name"}),
)
