"""表头的辨认: the head of a table on paper, in one row or with group heads over their columns, as one head per column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from documents.readers.paper import PaperCell

TALLEST: Final = 3  # rows of heads
Cells = Mapping[tuple[int, int], PaperCell]


@dataclass(frozen=True, slots=True)
class Head:
    """一栏表头: what it is, its words, those of the group heads above it, and the paper columns it covers."""

    means: str
    label: str
    first: int
    last: int
    above: str = ""


@dataclass(frozen=True, slots=True)
class HeadBlock:
    """表头: one head per column, meaning nothing yet; its cells by rows, as they are printed; how many rows it has."""

    heads: tuple[Head, ...]
    rows: tuple[tuple[PaperCell, ...], ...]

    @property
    def height(self) -> int:
        """Rows of the head."""
        return len(self.rows)


def head_block(cells: Cells, row: int, column: int, width: int, last: int) -> HeadBlock | None:
    """The cells from `row` on that fill the columns from `column` to `width`; None when they leave a hole or reach too far."""
    height = max((cell.down for cell in _begun(cells, row, column, width)), default=0)
    if not 1 <= height <= TALLEST or row + height > last:
        return None
    rows = tuple(_begun(cells, at, column, width) for at in range(row, row + height))
    inside = [cell for line in rows for cell in line]
    whole = all(cell.column + cell.across <= width and cell.row + cell.down <= row + height for cell in inside)
    if not whole or sum(cell.across * cell.down for cell in inside) != height * (width - column):
        return None
    leaves = sorted((c for c in inside if c.row + c.down == row + height), key=lambda cell: cell.column)
    return HeadBlock(tuple(_head(leaf, inside) for leaf in leaves), rows)


def _begun(cells: Cells, row: int, column: int, width: int) -> tuple[PaperCell, ...]:
    return tuple(cells[row, at] for at in range(column, width) if (row, at) in cells)


def _head(leaf: PaperCell, inside: Sequence[PaperCell]) -> Head:
    return Head("", words(leaf), leaf.column, leaf.column + leaf.across, "".join(_groups(leaf, inside)))


def _groups(leaf: PaperCell, inside: Sequence[PaperCell]) -> Iterator[str]:
    """Words of the heads above one column, from the top."""
    for cell in sorted(inside, key=lambda cell: cell.row):
        if cell.row < leaf.row and cell.column <= leaf.column < cell.column + cell.across:
            yield words(cell)


def words(cell: PaperCell) -> str:
    """The text of a cell on one line."""
    return " ".join(cell.text.split())
