"""F04 结余等于到位减支出 (地方表式：临湘资金栏 [种]); tolerance in the form's unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from blueprints.expressions import Expression
from crosschecks.kinds.f21_standard_times_number import equation_found
from crosschecks.params import expression, number
from crosschecks.reports.balances import Balance, wrong_balances
from crosschecks.reports.equations import wrong_equations
from crosschecks.reports.flow_tables import Flow, is_flow_table, wrong_flows, wrong_pairs
from crosschecks.reports.funds import STAGE_NAMES, FundsTable
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
    """Tables that tell received, spent and balance, row by row, and words that do."""
    for report in dossier.reports:
        carried = {id(matrix.grid) for matrix in report.matrices if is_flow_table(matrix)}
        for funds in report.ledgers:
            if id(funds.grid) not in carried:
                yield from _balances(funds, profile)
        yield from (_flowed(flow) for matrix in report.matrices for flow in wrong_flows(matrix))
        yield from (_flowed(flow) for grid in report.grids for flow in wrong_pairs(grid))
        yield from map(_told, wrong_balances(report))
        yield from (
            equation_found(wrong)
            for sentence in report.sentences
            for wrong in wrong_equations(sentence)
            if wrong.kind == "difference"
        )


def _flowed(found: Flow) -> Found:
    """A row that tells what was carried in, came in, went out and is left."""
    due, left = plain(found.due), plain(found.amounts["left"])
    shown = f"{plain(found.amounts['carried_in'])}＋{plain(found.amounts['income'])}－{plain(found.amounts['spent'])}＝{due}"
    return Found(
        f"{found.name}年末结转结余应为{due}，填报{left}。",
        f"{shown}，填报{left}",
        found.places,
        "请核对年初结转、收入、支出和年末结转",
    )


def _told(found: Balance) -> Found:
    """Said in words."""
    scale, unit = found.left.number.scale, found.left.number.label_unit
    due, more = (
        plain(found.due / scale),
        "".join(f"{'＋' if sign > 0 else '－'}{plain(figure.value / scale)}" for figure, sign in found.more),
    )
    shown = f"{plain(found.whole.value / scale)}－{plain(found.spent.value / scale)}{more}＝{due}"
    return Found(
        f"结余应为{due}{unit}，写{found.left.shown}。",
        f"{shown}，写{plain(found.left.value / scale)}",
        tuple(figure.place() for figure in (found.left, found.whole, found.spent, *(f for f, _ in found.more))),
        "请核对预算（到位）、支出和结余",
    )


def _base(funds: FundsTable, profile: Profile) -> str:
    """What the balance is the rest of: what arrived; without it the budget of which most rows make it so."""
    if any(funds.written(row, "received") is not None for row in funds.rows):
        return "received"
    for stage in ("adjusted", "planned", "initial"):
        told = [
            (whole - spent, left)
            for row in funds.rows
            if (whole := funds.written(row, stage)) is not None
            and (spent := funds.written(row, "spent")) is not None
            and (left := funds.written(row, "carried")) is not None
        ]
        good = sum(abs(due - left) <= profile.rounding * 2 for due, left in told)
        if good > 1 and good * 2 >= len(told):
            return stage
    return ""


def _balances(funds: FundsTable, profile: Profile) -> Iterator[Found]:
    base = _base(funds, profile)
    for row in funds.rows if base else ():
        received, spent, carried = (funds.written(row, stage) for stage in (base, "spent", "carried"))
        if received is None or spent is None or carried is None:
            continue
        due = received - spent
        if abs(due - carried) <= profile.rounding * 2:
            continue
        yield Found(
            f"{row.source or '资金'}结余应为{plain(due)}，填报{plain(carried)}。",
            f"{plain(received)}－{plain(spent)}＝{plain(due)}，填报{plain(carried)}",
            tuple(funds.place(row, stage) for stage in ("carried", base, "spent")),
            f"请核对{STAGE_NAMES[base]}与支出，或将结余改为{plain(due)}",
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
    yields_to=("U01", "F10"),
)
