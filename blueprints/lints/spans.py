"""格宽: the cells of every printed row must fill the width exactly: the grid's, or what a group at the left leaves over."""

from __future__ import annotations

from collections.abc import Iterator

from blueprints.lints.fault import Fault
from blueprints.schema import Blueprint, CellsRow, GridNode, GroupRow, MatrixRow, RecordsRow, RowDef, ScoresRow

WIDEST = 200


def faults(blueprint: Blueprint) -> Iterator[Fault]:
    """Yield rows that are too narrow or too wide, and rows with nothing in them."""
    for p, part in enumerate(blueprint.parts, 1):
        for n, node in enumerate(part.nodes, 1):
            if isinstance(node, GridNode):
                yield from _grid(node, f"parts[{p}].nodes[{n}]")


def _grid(grid: GridNode, path: str) -> Iterator[Fault]:
    if not 1 <= grid.columns <= WIDEST:
        yield Fault(f"{path}.grid", f"表格宽{grid.columns}格，应为1至{WIDEST}格")
        return
    yield from _rows(grid.rows, grid.columns, f"{path}.rows")


def _rows(rows: tuple[RowDef, ...], width: int, path: str) -> Iterator[Fault]:
    if not rows:
        yield Fault(path, "这里没有任何行")
    tall: list[tuple[int, int]] = []  # (span, rows still covered) of cells from above
    for number, row in enumerate(rows, 1):
        yield from _row(row, width - sum(span for span, _ in tall), f"{path}[{number}]")
        if tall and not isinstance(row, CellsRow):
            yield Fault(f"{path}[{number}]", "上面有格子向下盖住这一行（down），这一行须是 cells")
        tall = [(span, left - 1) for span, left in tall if left > 1]
        tall += [(c.span, c.down - 1) for c in row.cells if c.down > 1] if isinstance(row, CellsRow) else []
    if tall:
        yield Fault(path, f"有格子要向下盖住（down）的行不够，还差{max(left for _, left in tall)}行")


def _row(row: RowDef, width: int, path: str) -> Iterator[Fault]:
    match row:
        case CellsRow():
            yield from _filled([cell.span for cell in row.cells], width, path)
            for number, cell in enumerate(row.cells, 1):
                if cell.kind == "boxes" and not cell.options:
                    yield Fault(f"{path}.cells[{number}]", "勾选格须写 options，列出可勾的词")
        case MatrixRow() | RecordsRow() | ScoresRow():
            yield from _filled([column.span for column in row.columns], width, path)
        case GroupRow():
            if not 1 <= row.span < width:
                yield Fault(f"{path}.span", f"左侧标签宽{row.span}格，应为1至{width - 1}格，给右边的行留出位置")
            else:
                yield from _rows(row.rows, width - row.span, f"{path}.rows")


def _filled(spans: list[int], width: int, path: str) -> Iterator[Fault]:
    if 0 in spans:
        yield Fault(path, f"第{spans.index(0) + 1}格的 span 应至少为1")
    total = sum(spans)
    if total != width:
        change = f"少{width - total}格" if total < width else f"多{total - width}格"
        yield Fault(path, f"这一行共{total}格（{'＋'.join(map(str, spans))}），应为{width}格，{change}")
