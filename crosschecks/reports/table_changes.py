"""表中的增减: rows of a table that tells last year, this year and the change, in amount, in per cent or both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from crosschecks.reports.matrix import Column, Matrix, MatrixRow

_ROLES: Final = {
    "rate": re.compile(
        r".*(?:增减|增长|变动|变化|升降)(?:率|幅度?|比例?|百分比)|增幅|同比(?:增减|增长)?(?:率|（%）)?|.*增减%"
    ),
    "change": re.compile(r".*(?:增减|增加|变动|变化)(?:额|数|金额|情况|值)?|差额"),
    "last": re.compile(r"(?:上年|上一年|去年|年初|期初)(?:度|末)?(?:数|决算数?|金额|余额|实际数?|完成数?)?"),
    "this": re.compile(r"(?:本年|当年|今年|年末|期末)(?:度|末)?(?:数|决算数?|金额|余额|实际数?|完成数?)?"),
}
_YEAR: Final = re.compile(r"((?:19|20)\d{2})年?(?:度|末)?(?:决算|实际|完成)?(?:数|金额)?")
_TWO: Final = 2
_SLACK: Final = Decimal("0.011")


class WrongChange(NamedTuple):
    """一处不合的增减: the column that is wrong, what it should be, and the columns it is reckoned from."""

    row: MatrixRow
    column: Column
    due: Decimal
    last: Column
    this: Column


def wrong_changes(matrix: Matrix) -> Iterator[WrongChange]:
    """Rows whose change is not that of the two years, where most rows bear the columns out."""
    columns = _columns(matrix)
    last, this = columns.get("last"), columns.get("this")
    if last is None or this is None:
        return
    for role in ("change", "rate"):
        column = columns.get(role)
        if column is None:
            continue
        told = [(row, due, written) for row in matrix.rows for due, written in _due(row, (last, this, column), role)]
        wrong = [(row, due) for row, due, written in told if abs(due - written) > _SLACK]
        # Years in the header leave no doubt what the columns are; else most rows have to bear them out.
        borne_out = len(wrong) < len(told) if _told_years(matrix) else len(wrong) * 2 < len(told)
        if wrong and borne_out:
            yield from (WrongChange(row, column, due, last, this) for row, due in wrong)


def _told_years(matrix: Matrix) -> bool:
    return sum(bool(_YEAR.fullmatch(column.name)) for column in matrix.columns) == _TWO


def _columns(matrix: Matrix) -> dict[str, Column]:
    found: dict[str, Column] = {}
    years: list[tuple[int, Column]] = []
    for column in matrix.columns:
        if not matrix.holds_figures(column):
            continue
        year = _YEAR.fullmatch(column.name)
        if year:
            years.append((int(year[1]), column))
            continue
        role = next((name for name, pattern in _ROLES.items() if pattern.fullmatch(column.name)), "")
        if role:
            found.setdefault(role, column)
    if len(years) == 2 and years[0][0] != years[1][0]:
        (_, found["last"]), (_, found["this"]) = sorted(years, key=lambda pair: pair[0])
    return found


def _due(row: MatrixRow, columns: tuple[Column, Column, Column], role: str) -> Iterator[tuple[Decimal, Decimal]]:
    values = [cell.parsed.value if (cell := row.cells.get(column.index)) else None for column in columns]
    last, this, written = values
    if last is None or this is None or written is None or (role == "rate" and last <= 0):
        return
    yield (this - last if role == "change" else (this - last) / last * 100), written
