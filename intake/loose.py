"""未对上的行: the rows of a paper that no rung has taken yet, and the small questions that the label rung asks of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from intake.rows import PaperRow, Piece


class Loose:
    """未对上的行 of one report."""

    def __init__(self, rows: Sequence[PaperRow], taken: set[int]) -> None:
        self.rows, self.taken = rows, taken
        self.left: dict[int, list[Piece]] = {}  # cells of a row taken in part that found no place

    def __iter__(self) -> Iterator[tuple[int, PaperRow]]:
        """Rows not taken, with their numbers, in order; rows taken meanwhile are passed over."""
        for number, row in enumerate(self.rows):
            if number not in self.taken:
                yield number, row

    def take_part(self, number: int, used: Sequence[Piece]) -> None:
        """These cells of the row have found their place, the others have not."""
        self.take(number)
        self.left[number] = [piece for piece in self.rows[number].pieces if piece.begins and piece not in used]

    def take(self, *numbers: int) -> None:
        """These have found their place."""
        self.taken.update(numbers)

    def below(self, number: int) -> Iterator[tuple[int, PaperRow]]:
        """Rows of the same table below, as long as none is taken."""
        block = self.rows[number].block
        for at in range(number + 1, len(self.rows)):
            if self.rows[at].block != block or at in self.taken:
                return
            yield at, self.rows[at]

    def above(self, number: int) -> Iterator[PaperRow]:
        """Rows of the same table above, nearest first."""
        block = self.rows[number].block
        for at in range(number - 1, -1, -1):
            if self.rows[at].block != block:
                return
            yield self.rows[at]


def at_column(row: PaperRow, column: int) -> Piece | None:
    """The cell that covers a column of the grid."""
    return next((piece for piece in row.pieces if piece.column <= column < piece.column + piece.across), None)


def between(row: PaperRow, first: int, last: int) -> list[Piece]:
    """Cells that lie within columns of the grid, more than half."""
    inside = []
    for piece in row.pieces:
        shared = min(piece.column + piece.across, last) - max(piece.column, first)
        if shared * 2 > piece.across:
            inside.append(piece)
    return inside
