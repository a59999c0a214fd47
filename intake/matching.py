"""配行: what it is worth that a row of the form is a row of the paper; nothing unless all its printed words are there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from intake import listing
from intake.clauses import clauses_in
from intake.form import FormCell, FormRow, Kind
from intake.rows import PaperRow, Piece
from intake.words import plainly

NEVER: Final = -1e9
ANCHOR: Final = 50.0
_FIGURE: Final = re.compile(r"[\d.,%/／—-]*")


class Matching:
    """配行 of one form with one paper."""

    def __init__(self, form: Sequence[FormRow], paper: Sequence[PaperRow], tables: Mapping[str, str]) -> None:
        self.paper, self.tables = paper, tables
        self.plain = [plainly(row.text) for row in paper]
        self.headings = {plainly(row.pattern.words) for row in form if row.kind is Kind.WORDS}
        self.tied = {id(row): _is_tied(row) for row in form}

    def is_tied(self, row: FormRow) -> bool:
        """Has the row no words of its own by which it could be found anywhere?"""
        return self.tied[id(row)]

    def breaks(self, row: FormRow) -> bool:
        """Must the row be on the paper if anything below it is? Then nothing is found by standing below what is missing."""
        return not row.optional and row.kind in {Kind.WORDS, Kind.CELLS, Kind.RECORD} and not self.tied[id(row)]

    def gain(self, row: FormRow, number: int) -> float:
        """Worth of `row` being paper row `number`, NEVER when it is not."""
        paper = self.paper[number]
        if row.anchors & paper.anchors:
            return ANCHOR + 1
        match row.kind:
            case Kind.WORDS:
                words = plainly(row.pattern.words)
                return _worth(words) if words and words == self.plain[number] else NEVER
            case Kind.PROSE:
                return self._prose(row, number)
            case Kind.TEXT:
                return _text(row, paper)
            case Kind.CELLS:
                return _cells(row, paper)
            case Kind.RECORD:
                return self._record(row, paper)

    def goes_on(self, row: FormRow, number: int, gain: float) -> float:
        """What it is worth that running text or a table of records goes on with this row; nothing else does."""
        if row.kind is Kind.RECORD or row.repeats:
            return gain
        if row.kind is not Kind.PROSE or (self.paper[number].anchors and gain < ANCHOR):
            return NEVER
        return 0.02 if self._is_running(number) else NEVER

    def _is_running(self, number: int) -> bool:
        return self.paper[number].is_text and self.plain[number] not in self.headings

    def _prose(self, row: FormRow, number: int) -> float:
        if not self._is_running(number):
            return NEVER
        if row.listed and not listing.is_item(self.paper[number].text):
            return NEVER
        if not row.pattern.label:
            return 0.5
        return _worth(row.pattern.words) if row.pattern.read(self.paper[number].text) is not None else NEVER

    def _record(self, row: FormRow, paper: PaperRow) -> float:
        # Less than any row with a word of its own: a sum below a list looks like one more record.
        fitting = 1.0 if _fit(row, paper) else NEVER
        if any(self.tables.get(name) == row.table for name in paper.anchors):
            return ANCHOR + max(fitting, 0.0)
        return fitting


def _worth(words: str) -> float:
    return 2.0 + min(len(words), 20) / 10


def _is_tied(row: FormRow) -> bool:
    if row.kind in {Kind.WORDS, Kind.TEXT}:
        return False
    return row.kind is Kind.RECORD or not any(cell.begins and _is_telling(cell) for cell in row.cells)


def _is_telling(cell: FormCell) -> bool:
    words = cell.pattern.words
    return bool(words) and (cell.label or not _FIGURE.fullmatch(words))


def _text(row: FormRow, paper: PaperRow) -> float:
    if row.clause is not None:
        is_lead = bool(row.clause.lead) and plainly(row.clause.lead) == plainly(paper.text)
        return _worth(row.clause.lead + row.clause.before) if is_lead or clauses_in(row.clause, paper.text) else NEVER
    return _worth(row.pattern.words) if row.pattern.read(paper.text) is not None else NEVER


def _cells(row: FormRow, paper: PaperRow) -> float:
    if not _fit(row, paper):
        return NEVER
    told = sum(min(len(cell.pattern.words), 20) for cell in row.cells if cell.begins and _is_telling(cell))
    return 1.2 + told / 10


def _fit(row: FormRow, paper: PaperRow) -> bool:
    return len(row.cells) == len(paper.pieces) and all(map(fits, row.cells, paper.pieces))


def fits(cell: FormCell, piece: Piece) -> bool:
    """Can this be the cell: are its printed words there, whatever stands at its facts?"""
    pattern = cell.pattern
    if not pattern.words or pattern.boxes:
        return True
    if cell.label:
        return plainly(pattern.words) == plainly(piece.text)
    # A figure that is no label is worked out or a full mark: it may have changed.
    return bool(pattern.is_words and _FIGURE.fullmatch(pattern.words)) or pattern.read(piece.text) is not None
