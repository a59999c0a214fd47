"""F11 汇总行等于各单位之和 (地方表式：临湘收支表 [种]); a blank sum is added up by the system and cannot be wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from blueprints.schema import RecordsTable
from blueprints.tables import sum_path
from crosschecks.params import number, text, texts
from crosschecks.reports.matrix import Matrix
from crosschecks.reports.sums import down, told, value
from crosschecks.rule import Context, Dossier, Found, Kind, Profile, Severity, plain
from crosschecks.wording import money, money_unit_yuan
from values.money import parse_money


@dataclass(frozen=True, slots=True)
class Params:
    """参数: the list, its columns (empty: every column of figures); tolerance in the form's unit."""

    table: str
    columns: tuple[str, ...] = ()
    tolerance: Decimal = Decimal("0.01")


def check(context: Context, params: Params) -> Iterator[Found]:
    """Every sum the unit filed itself against the rows."""
    table = context.blueprint.table(params.table)
    if not isinstance(table, RecordsTable):
        return
    for column in params.columns or table.figures():
        path = sum_path(params.table, column)
        filed = parse_money(context.book.raw(path), context.book.money_unit).yuan
        due = context.view.number(f"sum.{params.table}.{column}")
        if filed is None or due is None:
            continue
        if abs(filed - due) > params.tolerance * money_unit_yuan(context.blueprint):
            yield _found(context, path, filed, due)


def _found(context: Context, path: str, filed: Decimal, due: Decimal) -> Found:
    stated, summed = money(filed, context.blueprint), money(due, context.blueprint)
    return Found(
        f"{context.label(path)}填报{stated}，各行之和{summed}。",
        f"各行之和{summed}，填报{stated}，相差{money(abs(filed - due), context.blueprint)}",
        (context.place(path),),
        "请核对各行；汇总留空时由系统自动加总",
    )


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Rows 汇总 of tables that list units: another sum, or left blank over filled rows."""
    for report in dossier.reports:
        for matrix in report.matrices:
            yield from (told(found) for found in down(matrix, profile) if found.rule == "F11")
            yield from _blank(matrix)


def _blank(matrix: Matrix) -> Iterator[Found]:
    gathering = next((row for row in matrix.rows if row.is_sum and "汇总" in row.name), None)
    if gathering is None or any(value(gathering, column) is not None for column in matrix.columns):
        return
    filled = [(row, [column for column in matrix.columns if value(row, column) is not None]) for row in matrix.rows]
    told_of = [(row, columns) for row, columns in filled if columns]
    if not told_of:
        return
    row, columns = told_of[0]
    whole = sum((figure for row, _ in told_of if (figure := value(row, columns[0])) is not None), Decimal(0))
    yield Found(
        f"“{gathering.name}”为空，下级合计{plain(whole)}。",
        f"{''.join(columns[0].path)}：{'＋'.join(plain(value(row, columns[0]) or Decimal(0)) for row, _ in told_of)}＝{plain(whole)}",
        (gathering.label.place("汇总行"), matrix.place(row, columns[0])),
        "请填写汇总行",
    )


KIND = Kind(
    "F11",
    "汇总行等于各单位之和",
    Severity.WARNING,
    "地方表式",
    Params,
    {"table": text, "columns": texts, "tolerance": number},
    check,
    frozenset({"table"}),
    paper=check_paper,
)
