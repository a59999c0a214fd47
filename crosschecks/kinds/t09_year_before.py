"""T09 同比的上年数: last year's figure as typed agrees with last year's own facts (决算说明的同比 [种])."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from blueprints.concepts import PRIOR
from blueprints.schema import Derived
from crosschecks.params import number
from crosschecks.rule import Context, Found, Kind, Severity
from crosschecks.wording import money, money_unit_yuan


@dataclass(frozen=True, slots=True)
class Params:
    """参数: tolerance in the form's unit."""

    tolerance: Decimal = Decimal("0.01")


def check(context: Context, params: Params) -> Iterator[Found]:
    """Every amount of the year before that the unit may type itself; without facts of that year there is nothing to say."""
    for derived in context.blueprint.derived:
        if derived.filed and derived.shape == "money" and any(p.startswith(PRIOR) for p in derived.value.paths):
            yield from _compare(context, params, derived)


def _compare(context: Context, params: Params, derived: Derived) -> Iterator[Found]:
    typed, known = context.view.filed_number(derived.key), context.view.derived_number(derived.key)
    form = context.blueprint
    if typed is None or known is None or abs(typed - known) <= params.tolerance * money_unit_yuan(form):
        return
    yield Found(
        f"{derived.label}填{money(typed, form)}，上年填报的是{money(known, form)}。",
        f"{money(typed, form)}≠{money(known, form)}",
        (context.place(f"figure.{derived.key}"),),
        "请与上年决算核对；一致的可以清空，系统按上年填报的数计算",
    )


KIND = Kind(
    "T09",
    "上年数与上年填报一致",
    Severity.WARNING,
    "决算说明",
    Params,
    {"tolerance": number},
    check,
)
