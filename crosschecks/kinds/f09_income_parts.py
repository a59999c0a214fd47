"""F09 收入构成 (决算报表勾稽): income is the sum of its sources, in tables; and prose and table tell one source alike.

Prose is compared with a table only under the very same name (收入合计, 财政拨款收入).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from crosschecks.reports.composed_words import told_compositions
from crosschecks.reports.sums import across, told, value
from crosschecks.rule import (
    Dossier,
    Found,
    Kind,
    Matrix,
    Profile,
    Report,
    Severity,
    plain,
)

_TIMES: Final = {"万元": Decimal(10_000), "元": Decimal(1), "亿元": Decimal(10) ** 8}
_GRANT: Final = re.compile("^(?:公共|一般公共预算)?财政拨款(?:收入)?$")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Columns of income with parts, and the grant in prose against the table's."""
    for report in dossier.reports:
        yield from told_compositions(report, "F09")
        for matrix in report.matrices:
            for found in across(matrix, profile):
                if found.rule == "F09":
                    yield told(found)
            yield from _grant(report, matrix)


def _grant(report: Report, matrix: Matrix) -> Iterator[Found]:
    """财政拨款 of the one unit of a table against the prose."""
    column = next((column for column in matrix.columns if _GRANT.match(column.name)), None)
    rows = [row for row in matrix.rows if column is not None and value(row, column)]
    if column is None or len(rows) != 1 or (unit := matrix.unit_of(column)) not in _TIMES:
        return
    tabled = (value(rows[0], column) or Decimal(0)) * _TIMES[unit]
    for figure in report.register.figures:
        own = figure.sentence.cell is None and figure.number.is_money and figure.number.exact and not figure.last
        if (
            own
            and _GRANT.match(figure.key)
            and figure.role == "amount"
            and abs(figure.value - tabled) > figure.number.step
        ):
            yield Found(
                f"“{figure.label}”文中{figure.shown}，表中{plain(tabled / _TIMES[unit])}{unit}。",
                f"{figure.shown}≠{plain(tabled / _TIMES[unit])}{unit}",
                (figure.place(), matrix.place(rows[0], column)),
                "请核对收入来源，使文字与表格一致",
            )
            return


KIND = Kind("F09", "收入构成", Severity.ERROR, "决算报表勾稽", paper=check_paper, yields_to=("U01",))
