"""整笔的预算和支出: what a report says the whole of its money is, by its funds table, its table of spending, or its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from crosschecks.finding import Place
from crosschecks.reports.funds import FundsTable
from crosschecks.reports.matrix import Column, Matrix
from crosschecks.reports.report import Report
from values.kept import once

BUDGETS: Final = ("adjusted", "initial", "planned", "issued", "received")
_SPENT_COLUMN: Final = re.compile(r"支出合计|支出总计|支出总额|实际支出(?:数|合计)?|本年支出(?:合计)?")
_BOTH: Final = re.compile(r"合计|总计|支出合计")
_PLANNED: Final = re.compile(r"预算|计划")
_SPENT_WORDS: Final = re.compile(r"(?:支出总额|实际支出|支出合计|本年支出|总支出)$")
_TIMES: Final = {"元": Decimal(1), "千元": Decimal(1000), "亿元": Decimal(10) ** 8}


@dataclass(frozen=True, slots=True)
class Whole:
    """整笔金额 in yuan, as written, and where."""

    yuan: Decimal
    shown: str
    place: Place


@once
def spent_in(report: Report) -> Whole | None:
    """What was spent on the whole: of the funds table, else of the table of spending, else as the words say."""
    found = next(
        (whole for table in report.funds if _is_of_all(report, table) for whole in _of_funds(table, "spent")), None
    )
    return found or _in_matrices(report) or _in_words(report)


def _is_of_all(report: Report, table: FundsTable) -> bool:
    """Of a department a table of projects is a part."""
    return report.kind != "department" or not table.is_of_projects


def budgets_of(report: Report) -> list[Whole]:
    """Every figure that is the budget of the whole: at the beginning, adjusted, planned, received."""
    return [whole for table in report.funds for stage in BUDGETS for whole in _of_funds(table, stage)]


def _of_funds(table: FundsTable, stage: str) -> Iterator[Whole]:
    overall = table.overall(stage)
    if overall is not None:
        yuan, rows = overall
        place = table.place(rows[0], stage)
        unit = table.unit_word or "万元"
        shown = (
            f"{rows[0].cells[stage].flat}{unit}"
            if len(rows) == 1
            else f"{yuan / _TIMES.get(unit, Decimal(10_000)):f}{unit}"
        )
        yield Whole(yuan, shown, place)


def _in_matrices(report: Report) -> Whole | None:
    """支出合计: of the row of sums, else of the only row that says anything."""
    for matrix in report.matrices:
        for column in matrix.columns:
            spent = _SPENT_COLUMN.fullmatch(column.name) or (_BOTH.fullmatch(column.name) and _by_nature(matrix))
            if column.depth == 0 and spent:
                return _of_column(matrix, column)
    return None


def _by_nature(matrix: Matrix) -> bool:
    """基本支出｜项目支出｜合计."""
    names = {column.name for column in matrix.columns}
    return {"基本支出", "项目支出"} <= names and not any(_PLANNED.search(name) for name in names)


def _of_column(matrix: Matrix, column: Column) -> Whole | None:
    told = [row for row in matrix.rows if column.index in row.cells and row.cells[column.index].is_number]
    chosen = next((row for row in told if row.is_sum), told[0] if len(told) == 1 else None)
    if chosen is None:
        return None
    cell = chosen.cells[column.index]
    unit = matrix.unit if matrix.unit in {"万元", *_TIMES} else "万元"
    yuan = (cell.parsed.value or Decimal(0)) * _TIMES.get(unit, Decimal(10_000))
    return Whole(yuan, f"{cell.flat}{unit}", matrix.place(chosen, column))


def _in_words(report: Report) -> Whole | None:
    told = [
        f for f in report.register.named(_SPENT_WORDS, "元") if f.role == "amount" and f.number.exact and not f.last
    ]
    if not told or len({figure.value for figure in told}) > 1:
        return None
    return Whole(told[0].value, told[0].shown, told[0].place())
