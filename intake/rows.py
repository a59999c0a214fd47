"""来件的行: a paper from outside as one sequence of rows of cells, whatever the file was.

A paragraph is a row of one cell; a row of a table holds every cell that covers it, those from above included. Rows with
nothing in them are left out: they say nothing and no two programmes make them alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from documents.readers.paper import NOWHERE, Paper, PaperCell, PaperTable, PaperText, Spot
from intake.pattern import squeezed


@dataclass(frozen=True, slots=True)
class Piece:
    """一格: its text, where it stands, whether it begins in this row, and the columns it covers."""

    text: str
    spot: Spot = NOWHERE
    begins: bool = True
    column: int = 0
    across: int = 1


@dataclass(frozen=True)
class PaperRow:
    """一行. `block`: number of its paragraph or table in the file; `level` of a heading where the file tells."""

    pieces: tuple[Piece, ...]
    block: int
    level: int = 0
    in_table: bool = False

    @cached_property
    def text(self) -> str:
        """All its texts."""
        return "\t".join(piece.text for piece in self.pieces)

    @cached_property
    def squeezed(self) -> tuple[str, ...]:
        """Texts of the cells without blanks."""
        return tuple(squeezed(piece.text) for piece in self.pieces)

    @property
    def is_text(self) -> bool:
        """Is it one text across, as a paragraph is?"""
        return len(self.pieces) == 1

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Anchors of our own files in it, those that begin here."""
        return frozenset(piece.spot.key for piece in self.pieces if piece.spot.key and piece.begins)


def rows_of(paper: Paper) -> tuple[PaperRow, ...]:
    """Every row of the paper that says something, in order."""
    return tuple(row for number, block in enumerate(paper.blocks) for row in _rows(block, number))


def _rows(block: object, number: int) -> Iterator[PaperRow]:
    if isinstance(block, PaperText):
        if block.text.strip():
            yield PaperRow((Piece(block.text.strip(), block.spot),), number, block.level)
    elif isinstance(block, PaperTable):
        yield from _table_rows(block, number)


def _table_rows(table: PaperTable, number: int) -> Iterator[PaperRow]:
    above: list[PaperCell] = []  # cells that reach into the row at hand
    for index, begin in enumerate(table.rows()):
        above = [cell for cell in above if cell.row + cell.down > index]
        cells = sorted([*above, *begin], key=lambda cell: cell.column)
        if any(cell.text.strip() for cell in begin):
            pieces = tuple(Piece(c.text.strip(), c.spot, c.row == index, c.column, c.across) for c in cells)
            yield PaperRow(pieces, number, in_table=True)
        above += [cell for cell in begin if cell.down > 1]
