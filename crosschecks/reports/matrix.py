"""数据表的识读: any table of figures under headers: columns with their path of header words, rows with their label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crosschecks.finding import Place
from crosschecks.reports.columns import merged_header, plain_header
from crosschecks.reports.grid import Grid, GridCell

OF_WHICH: Final = re.compile(r"^其中：?")
_SUM_ROW: Final = re.compile(r".*(?:合\s*计|总\s*计|小\s*计|汇总)$|合计.*|总计.*")
_UNIT: Final = re.compile(r"(?:单位[：:]?|（)\s*(万元|元|亿元|千元|人|个|户|%)\s*")
_OWN_UNIT: Final = re.compile(r"（(?:单位：?)?([^（）\d，、]{1,6})）")
_MOST_HEADER: Final = 3


@dataclass(frozen=True, eq=False)
class Column:
    """一列: header words from the outermost to the innermost without 其中; depth: how many 其中 it stands under; unit: its own, as in 金额（万元）."""

    index: int
    path: tuple[str, ...]
    depth: int
    head: GridCell
    unit: str = ""

    @property
    def name(self) -> str:
        """Innermost words."""
        return self.path[-1] if self.path else ""


@dataclass(frozen=True, eq=False)
class MatrixRow:
    """一行数据."""

    label: GridCell
    cells: dict[int, GridCell]

    @property
    def name(self) -> str:
        """What the row is called."""
        return self.label.flat

    @property
    def is_sum(self) -> bool:
        """合计, 小计, 汇总."""
        return bool(_SUM_ROW.fullmatch(self.label.flat.strip("：")))


@dataclass(frozen=True, eq=False)
class Matrix:
    """数据表. unit: of the whole table, '' when it says none."""

    grid: Grid
    columns: tuple[Column, ...]
    rows: tuple[MatrixRow, ...]
    unit: str = ""
    caption: str = ""

    def unit_of(self, column: Column) -> str:
        """万元, 人: the column's own unit, else the table's."""
        return column.unit or self.unit

    def holds_figures(self, column: Column) -> bool:
        """Do numbers stand in it?"""
        return any((cell := row.cells.get(column.index)) is not None and cell.is_number for row in self.rows)

    def place(self, row: MatrixRow, column: Column, quote: str | None = None) -> Place:
        """A cell as a place."""
        return row.cells[column.index].place(f"{row.name} {''.join(column.path)}".strip(), quote)

    def parts_of(self, column: Column) -> list[Column]:
        """Columns under the 其中 that follows a column, nested ones left out."""
        found: list[Column] = []
        for other in self.columns[self.columns.index(column) + 1 :]:
            if other.depth <= column.depth:
                break
            if other.depth == column.depth + 1:
                found.append(other)
        return found


def matrices(grid: Grid) -> Iterator[Matrix]:
    """Blocks of a header and the rows of figures below it."""
    at = 0
    while at < len(grid.rows):
        header = _header(grid, at)
        if header is None:
            at += 1
            continue
        columns, last = header
        rows, end = _rows(grid, columns, last + 1)
        if rows:
            above = grid.covering(at - 1) if at else []
            caption = above[0].flat if len(above) == 1 else grid.caption
            # A unit in the corner or above is that of the table, one behind another header is that header's own.
            match = _UNIT.search(columns[0].head.flat) or _UNIT.search(caption)
            yield Matrix(grid, columns, tuple(rows), match[1] if match else "", caption)
        at = max(end, at + 1)


def _header(grid: Grid, at: int) -> tuple[tuple[Column, ...], int] | None:
    """One to three rows of words, followed by a row with figures or a row of the same width."""
    upper = grid.covering(at)
    if len([cell for cell in upper if cell.text]) < 2 or any(cell.is_number for cell in upper) or _too_long(upper):
        return None
    paths: list[tuple[GridCell, ...]] = [(cell,) for cell in upper]
    last = at
    lowest = upper
    while last + 1 < len(grid.rows) and last - at < _MOST_HEADER - 1:
        lower = grid.covering(last + 1)
        if not lower or lower[0].text or len(lower) <= 1 or any(c.is_number for c in lower) or _too_long(lower):
            break
        if not any(cell.text for cell in lower):
            break
        heads = merged_header(lowest, lower)
        by_cell = {id(cell): path for cell, path in zip(lowest, paths, strict=True)}
        paths = [(*by_cell.get(id(head[0]), (head[0],)), *head[1:]) for head in heads]
        lowest, last = lower, last + 1
    columns = tuple(_column(index, path) for index, path in enumerate(paths))
    return columns, last


def _too_long(cells: list[GridCell]) -> bool:
    return any(len(cell.flat) > 40 for cell in cells)


def _column(index: int, path: tuple[GridCell, ...]) -> Column:
    words = [plain_header(cell.flat) for cell in path if cell.text]
    kept = tuple(word for word in (OF_WHICH.sub("", word) for word in words) if word)
    units = [match[1] for cell in path for match in _OWN_UNIT.finditer(cell.flat)]
    return Column(index, kept, sum(bool(OF_WHICH.match(word)) for word in words), path[-1], units[-1] if units else "")


def _rows(grid: Grid, columns: tuple[Column, ...], at: int) -> tuple[list[MatrixRow], int]:
    rows: list[MatrixRow] = []
    figures = False
    while at < len(grid.rows):
        covering = grid.covering(at)
        cells = dict(enumerate(covering))
        told = [cell for cell in covering if cell.text]
        values = [cell for cell in told if cell.is_number]
        if len(covering) != len(columns) or not told:
            if told:
                break
            at += 1
            continue
        if not values and len(told) > 1 and _looks_like_header(told):
            break
        label = next((cell for cell in told if not cell.is_number), told[0])
        rows.append(MatrixRow(label, cells))
        figures = figures or bool(values)
        at += 1
    return (rows if figures else []), at


def _looks_like_header(told: list[GridCell]) -> bool:
    return len(told) >= 3 and all(len(cell.flat) <= 12 for cell in told)
