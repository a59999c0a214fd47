"""表格网格: every position of a table is covered by exactly one cell, or the table is refused."""

from __future__ import annotations

from .tree import Cell, Table


class GridError(ValueError):
    """表格有空洞或重叠: the message names row and column, counted from 1."""


Grid = list[list[Cell | None]]


def verify(table: Table) -> None:
    """Raise GridError where a position is covered never or twice, or a header row stands below the head."""
    if not table.widths or min(table.widths) <= 0:
        _fail(table, "列宽必须是一个以上的正数")
    grid = _cover(table)
    for number, line in enumerate(grid, start=1):
        for column, owner in enumerate(line, start=1):
            if owner is None:
                _fail(table, f"第 {number} 行第 {column} 列没有单元格")
    _check_headers(table)


def owners(table: Table) -> list[list[Cell]]:
    """Return for every row and column the cell that covers it; raise GridError for a faulty table."""
    verify(table)
    return [[cell for cell in line if cell is not None] for line in _cover(table)]


def _cover(table: Table) -> Grid:
    grid: Grid = [[None] * len(table.widths) for _ in table.rows]
    for index, row in enumerate(table.rows):
        for cell in row.cells:
            _place(table, grid, index, cell)
    return grid


def _place(table: Table, grid: Grid, index: int, cell: Cell) -> None:
    right, bottom = cell.column + cell.colspan, index + cell.rowspan
    where = f"第 {index + 1} 行第 {cell.column + 1} 列"
    if cell.colspan < 1 or cell.rowspan < 1 or cell.column < 0:
        _fail(table, f"{where}的跨度或列号小于最小值")
    if right > len(table.widths) or bottom > len(table.rows):
        _fail(table, f"{where}的单元格超出表格边界")
    for line in range(index, bottom):
        for column in range(cell.column, right):
            if grid[line][column] is not None:
                _fail(table, f"第 {line + 1} 行第 {column + 1} 列被两个单元格覆盖")
            grid[line][column] = cell


def _check_headers(table: Table) -> None:
    head = header_count(table)
    for number, row in enumerate(table.rows, start=1):
        if row.header and number > head:
            _fail(table, f"第 {number} 行是表头，但它上面有非表头行")
    for number, row in enumerate(table.rows[:head], start=1):
        for cell in row.cells:
            if number - 1 + cell.rowspan > head:
                _fail(table, f"第 {number} 行第 {cell.column + 1} 列的表头单元格伸入表身")


def header_count(table: Table) -> int:
    """Return how many rows at the top are repeated on every page."""
    count = 0
    for row in table.rows:
        if not row.header:
            break
        count += 1
    return count


def _fail(table: Table, problem: str) -> None:
    name = f"表格 {table.key}：" if table.key else "表格："
    raise GridError(name + problem)
