"""F07 支出明细合计等于支出总额 (地方表式：临湘支出明细 [种]); tolerance in the form's unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from blueprints.expressions import Expression
from crosschecks.kinds.f01_sources_add_up import wrong_total
from crosschecks.params import expression, number, text
from crosschecks.reports.funds import AMOUNTS
from crosschecks.reports.matrix import Matrix
from crosschecks.reports.sums import down, told
from crosschecks.rule import Context, Dossier, Found, Kind, Place, Profile, Report, Severity, plain
from crosschecks.wording import money, money_unit_yuan
from values.money import parse_money
from values.units import scale_of

_MONEY: Final = re.compile(r"金额|支出|资金|经费|费用|投资|执行数|补助额|决算")


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
    """The row of sums of every data table, and the amount its lead tells; rows that gather units are F11's, sources F01's."""
    for report in dossier.reports:
        for funds in report.funds:
            for stage in AMOUNTS if not funds.tells_sources else ():
                yield from wrong_total(funds, stage, profile)
        for matrix in report.matrices:
            for found in down(matrix, profile):
                if found.rule == "F07":
                    yield told(found)
            yield from _lead(report, matrix)


def _lead(report: Report, matrix: Matrix) -> Iterator[Found]:
    """项目支出289.40万元，明细如下： above a table whose one column of money sums up to something else."""
    lead = report.leads.get(matrix.grid.number)
    sums = [row for row in matrix.rows if row.is_sum]
    columns = [
        column for column in matrix.columns if _MONEY.search("".join(column.path)) and matrix.holds_figures(column)
    ]
    amounts = [f for f in report.register.in_sentence(lead) if f.number.is_money and f.role == "amount"] if lead else []
    if len(sums) != 1 or len(columns) != 1 or len(amounts) != 1 or not amounts[0].number.exact or amounts[0].last:
        return
    (column,), (row,), (amount,) = columns, sums, amounts
    cell, unit = row.cells.get(column.index), matrix.unit_of(column)
    summed = cell.parsed.value if cell is not None else None
    if (
        summed is None
        or scale_of(unit)[0] != "元"
        or abs(summed * scale_of(unit)[1] - amount.value) <= amount.number.step / 2
    ):
        return
    yield Found(
        f"明细合计{plain(summed)}{unit}，与前文{amount.shown}不符。",
        f"{plain(summed)}{unit}≠{amount.shown}",
        (matrix.place(row, column), amount.place()),
        "请核对明细与总额",
    )


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
