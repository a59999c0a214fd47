"""一小段文字: a line of a paper that may be a cell, and a cell put together from such lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from documents.readers.paper import PaperText, Spot


@dataclass(frozen=True, slots=True)
class Piece:
    """文字与行号. gap: how many empty lines stand before it."""

    text: str
    line: int
    gap: int = 0

    @property
    def spot(self) -> Spot:
        """Where it stands."""
        return Spot(self.line)


def piece_of(block: PaperText, before: PaperText | None) -> Piece:
    """A paragraph of one line as a piece."""
    return Piece(block.text, block.spot.line, max(0, block.spot.line - before.spot.line - 1) if before else 0)


def joined(pieces: Sequence[Piece]) -> Piece:
    """One cell of several lines; every line of the file stays a line of it, so that what is quoted is found."""
    text = pieces[0].text
    for one, two in pairwise(pieces):
        text += "\n" * max(1, two.line - one.line) + two.text
    return Piece(text, pieces[0].line, pieces[0].gap)
