"""表中的数又写在文中: an amount told in words that a row or the sums of a table of data tell otherwise.

A figure speaks of a row when its name begins or ends with the row's label; it is wrong when no cell of the row (nor of another row of that
label) holds it, and the row has one cell of its unit or the figure looks like one mistyped. Against sums only what looks mistyped is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from crosschecks.reports.matrix import OF_WHICH, Column, Matrix, MatrixRow
from crosschecks.reports.register import Figure
from crosschecks.reports.slips import mistyped
from crosschecks.reports.subjects import likeness, subject
from values.units import scale_of

if TYPE_CHECKING:
    from crosschecks.reports.report import Report

_NOISE: Final = re.compile(r"^(?:\d{1,2}[、.．]|（[一二三四五六七八九十\d]{1,2}）|其中：?)|[\s“”]|（[^（）]*）$")
_REST: Final = re.compile(
    r"(?:项目|工程|资金|经费|支出|投入|使用|完成|实际|共|计|安排|预算|执行|支付|拨付|发放|用于|金额|的|补助|为|了|数|采购|投资|人数|户数)*"
)
_ROW_UNIT: Final = re.compile(r"（(?:单位：)?((?:[万亿]?元)|(?:万?(?:人次|人|户|亩|吨|件|册|公里|平方米|立方米)))）$")
_LATER: Final = re.compile(
    r"累计|上年|去年|其中|平均|每|节约|剩余|结余|尚|未|超|增加|减少|较|比|原|约定|预付|质保|单价|计划|目标|另"
)
_LEAST: Final = 4
_ALIKE: Final = 0.6
_MOST: Final = 40  # sums looked at for one figure
_UNITLESS: Final = frozenset({"", "%", "‰"})


class Cell(NamedTuple):
    """一格: where it stands, its value in the base unit and as written, and how many base units one written unit is."""

    matrix: Matrix
    row: MatrixRow
    column: Column
    value: Decimal
    written: Decimal
    scale: Decimal


def told_otherwise_in_tables(report: Report) -> Iterator[tuple[Figure, Cell]]:
    """Figures of prose with the cell they differ from."""
    rows, sums, values = _index(report)
    if not rows and not sums:
        return
    for figure in report.register.figures:
        if not _speaks(figure) or (figure.unit, figure.value) in values:
            continue
        cell = _of_row(figure, rows) or _of_sum(report, figure, sums)
        if cell is not None:
            yield figure, cell


def _speaks(figure: Figure) -> bool:
    """An exact amount of this year in prose, no running total and no part of something."""
    if figure.sentence.cell is not None or figure.role != "amount" or figure.last or not figure.number.exact:
        return False
    clause = figure.sentence.text[slice(*figure.sentence.clause(figure.number.start))]
    return figure.unit not in _UNITLESS and "/" not in figure.unit and not _LATER.search(clause)


_Rows = dict[tuple[str, str], list[Cell]]


def _index(report: Report) -> tuple[_Rows, dict[str, list[Cell]], set[tuple[str, Decimal]]]:
    """Cells of rows by label and unit, those of sums by unit, and every value there is."""
    rows: _Rows = {}
    sums: dict[str, list[Cell]] = {}
    values: set[tuple[str, Decimal]] = set()
    for matrix in report.matrices:
        units = {column.index: scale_of(unit) for column in matrix.columns if (unit := matrix.unit_of(column))}
        for row in matrix.rows:
            label = _NOISE.sub("", OF_WHICH.sub("", row.name))
            for column in matrix.columns:
                cell = row.cells.get(column.index)
                value = cell.parsed.value if cell is not None else None
                of_row = _own_unit(row.name) if _is_of_year(column, report.year) else None
                known = units.get(column.index) or of_row
                if cell is None or value is None or known is None or cell.parsed.unit:
                    continue
                unit, scale = known
                held = Cell(matrix, row, column, value * scale, value, scale)
                values.add((unit, held.value))
                if row.is_sum:
                    sums.setdefault(unit, []).append(held)
                elif len(label) >= _LEAST:
                    rows.setdefault((label, unit), []).append(held)
    return rows, sums, values


def _own_unit(name: str) -> tuple[str, Decimal] | None:
    """旅游收入（亿元）: the unit a row says of itself."""
    match = _ROW_UNIT.search(name)
    return scale_of(match[1]) if match else None


def _is_of_year(column: Column, year: int) -> bool:
    """A column headed by the report's year: the others hold last year's figures, or how much they have changed."""
    return bool(year) and re.fullmatch(rf"{year}年?度?|本年|本年度|本年实际", column.name) is not None


def _of_row(figure: Figure, rows: Mapping[tuple[str, str], list[Cell]]) -> Cell | None:
    label = _NOISE.sub("", figure.label)
    for end in range(len(label), _LEAST - 1, -1):
        for part, rest in ((label[:end], label[end:]), (label[-end:], label[:-end])):
            told = rows.get((part, figure.unit))
            if told and _REST.fullmatch(rest):
                if any(_same(figure, cell) for cell in told):
                    return None
                slip = [cell for cell in told if _mistyped(figure, cell)]
                return told[0] if len(told) == 1 else (slip[0] if len(slip) == 1 else None)
    return None


def _of_sum(report: Report, figure: Figure, sums: Mapping[str, list[Cell]]) -> Cell | None:
    """A sum of a table that speaks of the figure's subject by its header or by what leads up to it."""
    words = subject(figure)
    for cell in sums.get(figure.unit, ())[:_MOST]:
        if _mistyped(figure, cell):
            lead = report.leads.get(cell.matrix.grid.number)
            about = "".join((*cell.column.path, cell.matrix.caption, lead.text if lead else ""))
            if len(set(words) & set(about)) > 1 and likeness(words, about) >= _ALIKE:
                return cell
    return None


def _same(figure: Figure, cell: Cell) -> bool:
    return abs(figure.value - cell.value) <= max(figure.number.step, cell.scale.scaleb(_exponent(cell.written))) / 2


def _mistyped(figure: Figure, cell: Cell) -> bool:
    return figure.number.scale == cell.scale and mistyped(figure.number.written, cell.written)


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
