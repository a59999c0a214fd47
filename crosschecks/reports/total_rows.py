"""合计行的复述: a sentence that tells a table's row of totals again, column by column, with one of its figures mistyped (136栋、4956户 for 4965户)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from crosschecks.reports.kit import Figure, Report, scale_of
from crosschecks.reports.matrix import Column, Matrix, MatrixRow
from crosschecks.reports.slips import mistyped

_TWO: Final = 2


class Retold(NamedTuple):
    """复述不合的一数."""

    figure: Figure
    matrix: Matrix
    row: MatrixRow
    column: Column


def mistyped_totals(report: Report) -> Iterator[Retold]:
    """Figures that are a slip of the only total of their unit, beside at least one other total told right."""
    for matrix in report.matrices:
        row = next((row for row in matrix.rows if row.is_sum), None)
        totals = _totals(matrix, row) if row is not None else {}
        if row is None or len(totals) < _TWO:
            continue
        first = next(iter(totals))
        for figure in report.register.by_unit.get(first, ()):
            yield from _in_sentence(report, figure, (matrix, row), totals)


def _totals(matrix: Matrix, row: MatrixRow) -> dict[str, tuple[Column, Decimal]]:
    """Totals by their base unit, each unit once; counts only."""
    found: dict[str, list[tuple[Column, Decimal]]] = {}
    for column in matrix.columns:
        cell = row.cells.get(column.index)
        unit = column.unit
        if cell is not None and cell.parsed.value is not None and unit and not unit.endswith("元") and unit != "%":
            base, scale = scale_of(unit)
            found.setdefault(base, []).append((column, cell.parsed.value * scale))
    return {unit: told[0] for unit, told in found.items() if len(told) == 1}


def _in_sentence(
    report: Report, first: Figure, table: tuple[Matrix, MatrixRow], totals: dict[str, tuple[Column, Decimal]]
) -> Iterator[Retold]:
    figures = [f for f in report.register.in_sentence(first.sentence) if f.unit in totals and f.role == "amount"]
    right = [f for f in figures if f.value == totals[f.unit][1]]
    if first.sentence.cell is not None or len({f.unit for f in right}) < _TWO - 1 or first is not figures[0]:
        return
    for figure in figures:
        column, total = totals[figure.unit]
        others = [f for f in figures if f.unit == figure.unit]
        slip = figure.number.exact and not figure.last and len(others) == 1 and mistyped(figure.value, total)
        if slip and len(right) >= min(_TWO, len(totals) - 1):
            yield Retold(figure, *table, column)
