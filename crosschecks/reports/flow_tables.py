"""收支表的识读: 年初结转＋收入－支出＝年末结转 in tables, as columns of each row or as rows one below the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple, TypeVar

from crosschecks.reports.grid import Grid
from crosschecks.reports.kit import Place
from crosschecks.reports.matrix import Column, Matrix, MatrixRow

_TAIL: Final = r"(?:资金|数|额|金额|合计|总计|总额)*"
_FLOWS: Final = tuple(
    (name, re.compile(words + _TAIL))
    for name, words in (
        (
            "carried_in",
            r"(?:年初|期初|上年末?|上年度)(?:累计|滚存)?(?:财政拨款)?(?:结转|结余|余额)(?:和结余|结余|结转)?",
        ),
        ("income", r"(?:本年|当年|本期|全年|年度)(?:实际)?(?:收入|到位|筹集|拨入)|收入合计|收入"),
        ("spent", r"(?:本年|当年|本期|全年|年度)(?:实际)?(?:支出|使用|支付)|支出合计|支出"),
        ("left", r"(?:年末|期末|年终)(?:累计|滚存)?(?:财政拨款)?(?:结转|结余|余额)(?:和结余|结余|结转)?"),
    )
)
_TOLERANCE: Final = Decimal("0.02")
_NEAR: Final = 5
_PAIR: Final = 2
_T = TypeVar("_T")


class Flow(NamedTuple):
    """一行不平的收支, amounts as written."""

    name: str
    amounts: dict[str, Decimal]
    places: tuple[Place, ...]

    @property
    def due(self) -> Decimal:
        """What should be left."""
        return self.amounts["carried_in"] + self.amounts["income"] - self.amounts["spent"]


def wrong_flows(matrix: Matrix) -> Iterator[Flow]:
    """Rows with all four columns, unless most do not come out; columns with all four rows."""
    columns = _named([(column.name, column) for column in matrix.columns if matrix.holds_figures(column)])
    if len(columns) == len(_FLOWS):
        told = [
            flow for row in matrix.rows if (flow := _flow(matrix, {n: (row, c) for n, c in columns.items()}, row.name))
        ]
        wrong = [flow for flow in told if not _balances(flow)]
        if len(wrong) * 2 <= len(told) or len(told) == 1:
            yield from wrong
        return
    rows = _named([(row.name, row) for row in matrix.rows]) if len(matrix.columns) > _PAIR else {}
    if len(rows) == len(_FLOWS):
        for column in matrix.columns[1:]:
            flow = _flow(matrix, {name: (row, column) for name, row in rows.items()}, "".join(column.path))
            if flow is not None and not _balances(flow):
                yield flow


def wrong_pairs(grid: Grid) -> Iterator[Flow]:
    """A label and an amount a row."""
    rows = [[cell for cell in row if cell.text] for row in grid.rows]
    told = _named([(row[0].flat, row[1]) for row in rows if len(row) == _PAIR and row[1].is_number])
    if len(told) == len(_FLOWS):
        amounts = {name: cell.parsed.value or Decimal(0) for name, cell in told.items()}
        order = ("left", "carried_in", "income", "spent")
        flow = Flow("", amounts, tuple(told[name].place("收支") for name in order))
        if not _balances(flow):
            yield flow


def is_flow_table(matrix: Matrix) -> bool:
    """Does it tell what was carried in? Then what arrived less what was spent is not what is left."""
    return any(_FLOWS[0][1].fullmatch(column.name) for column in matrix.columns)


def _named(told: Sequence[tuple[str, _T]]) -> dict[str, _T]:
    """By what each is, where each is told once."""
    found: dict[str, _T] = {}
    for name, pattern in _FLOWS:
        own = [
            each
            for words, each in told
            if pattern.fullmatch(re.sub(r"（[^（）]*）|^[一二三四1-9][、.]|[：\s]", "", words))
        ]
        if len(own) == 1:
            found[name] = own[0]
    return found


def _flow(matrix: Matrix, told: dict[str, tuple[MatrixRow, Column]], name: str) -> Flow | None:
    amounts: dict[str, Decimal] = {}
    for kind, (row, column) in told.items():
        cell = row.cells.get(column.index)
        if cell is None or cell.parsed.value is None:
            return None
        amounts[kind] = cell.parsed.value
    order = ("left", "carried_in", "income", "spent")
    return Flow(name, amounts, tuple(matrix.place(*told[kind]) for kind in order))


def _balances(flow: Flow) -> bool:
    """Also where the income holds what was carried in; what lies far off is another thing."""
    left, due = flow.amounts["left"], flow.due
    ways = (due, due - flow.amounts["carried_in"])
    return any(abs(left - way) <= _TOLERANCE for way in ways) or due <= 0 or not due / _NEAR <= left <= due * _NEAR
