"""F12 合计等于分项之和 within every row of a list: 收入、支出、“三公”经费、固定资产 (地方表式：临湘收支表 [种])."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from blueprints.schema import RecordsTable
from crosschecks.params import number, text, texts
from crosschecks.reports.composed_words import told_compositions
from crosschecks.reports.sums import across, told
from crosschecks.rule import Context, Dossier, Found, Kind, Profile, Severity, plain
from crosschecks.wording import money, money_unit_yuan
from factbook.book import ListRow
from factbook.sums import cell_number


@dataclass(frozen=True, slots=True)
class Params:
    """参数: the list, its column of totals and the columns that make it up; tolerance in the form's unit."""

    table: str
    total: str
    parts: tuple[str, ...]
    tolerance: Decimal = Decimal("0.01")


def check(context: Context, params: Params) -> Iterator[Found]:
    """Each row with a total and at least one known part."""
    if not isinstance(context.blueprint.table(params.table), RecordsTable):
        return
    for row in context.book.lists.get(params.table, ()):
        total = _cell(context, params, row, params.total)
        parts = [_cell(context, params, row, part) for part in params.parts]
        known = [part for part in parts if part is not None]
        if total is None or not known:
            continue
        gap = total - sum(known, Decimal(0))
        if abs(gap) > params.tolerance * money_unit_yuan(context.blueprint):
            yield _found(context, params, row, (total, known), pending=len(known) < len(parts) and gap > 0)


def _cell(context: Context, params: Params, row: ListRow, column: str) -> Decimal | None:
    return cell_number(context.blueprint, context.book, params.table, column, row.raw(column))


def _found(
    context: Context, params: Params, row: ListRow, amounts: tuple[Decimal, list[Decimal]], *, pending: bool
) -> Found:
    form, (total, known) = context.blueprint, amounts
    paths = [f"list.{params.table}.{row.uid}.{column}" for column in (params.total, *params.parts)]
    stated, summed = money(total, form), money(sum(known, Decimal(0)), form)
    terms = "＋".join(plain(value / money_unit_yuan(form)) for value in known)
    return Found(
        f"{context.label(paths[0])}{stated}，与分项之和{summed}不符。",
        f"{terms}＝{summed}，合计{stated}",
        tuple(context.place(path) for path in paths),
        "请核对合计与各分项",
        pending=pending,
    )


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """三公 and 资产 of tables that put the parts under 其中."""
    for report in dossier.reports:
        yield from told_compositions(report, "F12")
        for matrix in report.matrices:
            for found in across(matrix, profile):
                if found.rule == "F12":
                    yield told(found)


KIND = Kind(
    "F12",
    "合计等于分项之和",
    Severity.ERROR,
    "地方表式",
    Params,
    {"table": text, "total": text, "parts": texts, "tolerance": number},
    check,
    frozenset({"table", "total", "parts"}),
    paper=check_paper,
    yields_to=("U01",),
)
