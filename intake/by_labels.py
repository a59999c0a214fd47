"""按标签找: single facts beside or below their label, and inside a line behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from intake.gather import Gathered
from intake.loose import Loose, at_column
from intake.names import Hit, NameBook, Names
from intake.reading import How
from intake.rows import PaperRow, Piece

_INLINE: Final = re.compile(r"(?P<label>[^\s：:。；，]{2,24})\s*[：:]\s*(?P<value>[^\t]*?)(?=(?:\t|\s{2,}|$))")
_LONGEST_LABEL: Final = 40


class ByLabels:
    """按标签找 in one report. `names`: of the facts that are still to be found."""

    def __init__(self, names: Names, loose: Loose, into: Gathered) -> None:
        self.names, self.loose, self.into = NameBook(names), loose, into

    def run(self) -> None:
        """Look at every row."""
        for number, row in self.loose:
            used: list[Piece] = []
            found = list(self._beside(number, row, used)) if row.in_table else list(self._inline(row.text))
            for hit, label, text, piece in found:
                doubt = "" if hit.is_sure else f"标签只是相近，文件中是“{label}”"
                self.into.add(hit.key, text, How.LABEL, piece.spot if piece else row.pieces[0].spot, doubt)
                self.names.without(hit.key)
            if found:
                self.loose.take_part(number, used if row.in_table else row.pieces)

    def _beside(self, number: int, row: PaperRow, used: list[Piece]) -> Iterator[tuple[Hit, str, str, Piece | None]]:
        for piece, after in zip(row.pieces, (*row.pieces[1:], None), strict=True):
            if not piece.begins:
                continue
            inside = list(self._inline(piece.text, piece))
            hit = self.names.hit(piece.text) if len(piece.text) <= _LONGEST_LABEL and not inside else None
            if hit is None:
                used += [piece] * bool(inside)
                yield from inside
            elif after is not None and after.begins and after.text.strip() and self.names.hit(after.text) is None:
                used += [piece, after]
                yield hit, piece.text, after.text, after
            elif (below := self._below(number, piece)) is not None:
                used.append(piece)
                yield hit, piece.text, below.text, below

    def _below(self, number: int, label: Piece) -> Piece | None:
        """What stands right below a label, where it is no label itself."""
        for at, row in self.loose.below(number):
            piece = at_column(row, label.column)
            if piece is None or not piece.begins or not piece.text.strip() or self.names.hit(piece.text):
                return None
            self.loose.take(at)
            return piece
        return None

    def _inline(self, text: str, piece: Piece | None = None) -> Iterator[tuple[Hit, str, str, Piece | None]]:
        for found in _INLINE.finditer(text):
            hit = self.names.hit(found["label"])
            if hit and found["value"].strip():
                yield hit, found["label"], found["value"].strip(), piece
