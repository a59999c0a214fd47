"""F07 支出明细合计等于支出总额 (地方表式：临湘支出明细 [种]); tolerance in the form's unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from blueprints.expressions import Expression
from crosschecks.params import expression, number, text
from crosschecks.reports.sums import down, told
from crosschecks.rule import Context, Dossier, Found, Kind, Place, Profile, Severity
from crosschecks.wording import money, money_unit_yuan
from values.money import parse_money


@dataclass(frozen=True, slots=True)
class Params:
    """参数: sum of the lines, spending they explain, path of a total the unit files itself; tolerance in the form's unit."""

    value: Expression
    spent: Expression
    total: str = ""
    tolerance: Decimal = Decimal("0.01")


def check(context: Context, params: Params) -> Iterator[Found]:
    """The lines against the filed total and against the spending; what is not known cannot differ."""
    lines = context.number(params.value)
    if lines is None:
        return
    spent, allowed = context.number(params.spent), params.tolerance * money_unit_yuan(context.blueprint)
    raw = context.book.raw(params.total) if params.total else ""
    filed = parse_money(raw, context.book.money_unit).yuan if raw.strip() else None
    places = context.places(params.value)
    if filed is not None and abs(lines - filed) > allowed:
        yield _found(context, lines, "填报的合计", filed, (*places, context.place(params.total)))
    if spent is not None and abs(lines - spent) > allowed:
        yield _found(context, lines, "实际支出", spent, (*places, *context.places(params.spent)))


def _found(context: Context, lines: Decimal, name: str, other: Decimal, places: tuple[Place, ...]) -> Found:
    form = context.blueprint
    summed, stated, gap = money(lines, form), money(other, form), money(abs(lines - other), form)
    return Found(
        f"支出明细合计{summed}，与{name}{stated}不符。",
        f"明细合计{summed}，{name}{stated}，相差{gap}",
        places,
        "请核对各行支出数；合计留空时由系统自动加总",
    )


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """The row of sums of every data table; rows that gather units are F11's."""
    for report in dossier.reports:
        for matrix in report.matrices:
            for found in down(matrix, profile):
                if found.rule == "F07":
                    yield told(found)


KIND = Kind(
    "F07",
    "支出明细合计等于支出总额",
    Severity.ERROR,
    "地方表式",
    Params,
    {"value": expression, "spent": expression, "total": text, "tolerance": number},
    check,
    frozenset({"value", "spent"}),
    paper=check_paper,
)
