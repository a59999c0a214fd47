"""F04 结余等于到位减支出 (地方表式：临湘资金栏 [种]); tolerance in the form's unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from blueprints.expressions import Expression
from crosschecks.params import expression, number
from crosschecks.reports.funds import FundsTable
from crosschecks.rule import Context, Dossier, Found, Kind, Profile, Severity, plain
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


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Funds tables that tell received, spent and balance, the whole and every source."""
    for report in dossier.reports:
        for funds in report.funds:
            yield from _balances(funds, profile)


def _balances(funds: FundsTable, profile: Profile) -> Iterator[Found]:
    for row in funds.rows:
        received, spent, carried = (funds.written(row, stage) for stage in ("received", "spent", "carried"))
        if received is None or spent is None or carried is None:
            continue
        due = received - spent
        if abs(due - carried) <= profile.rounding * 2:
            continue
        yield Found(
            f"{row.source or '资金'}结余应为{plain(due)}，填报{plain(carried)}。",
            f"{plain(received)}－{plain(spent)}＝{plain(due)}，填报{plain(carried)}",
            tuple(funds.place(row, stage) for stage in ("carried", "received", "spent")),
            f"请核对到位与支出，或将结余改为{plain(due)}",
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
    paper=check_paper,
)
