"""对行: the form's rows laid against the rows of a paper, in order: by anchors, and by the same words at the same place.

The dearest path through both sequences: rows of the form may be missing, rows of the paper may be strange, running text and
records take as many rows as there are. Only rows whose printed words are all there match; what is merely alike is for the
last rung of the ladder.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from intake.form import FormRow, Kind
from intake.matching import ANCHOR, NEVER, Matching
from intake.rows import PaperRow

_MISSING: Final = 0.01  # for a row of the form that the paper has not
_STRANGE: Final = 0.05  # for a row of the paper that the form has not
_FREE, _NEAR, _CLOSE, _OPEN = range(4)
_STATES: Final = 4
_AGAIN: Final = 9  # the row takes one more paper row


@dataclass(frozen=True, slots=True)
class Pair:
    """一对: number of the form's row and of the paper's."""

    form: int
    paper: int


def align(form: Sequence[FormRow], paper: Sequence[PaperRow], tables: Mapping[str, str]) -> list[Pair]:
    """Pairs in order; running text and records have several paper rows. `tables`: anchor → table of rows that are known."""
    return _Aligner(form, paper, Matching(form, paper, tables)).pairs()


@dataclass
class _Scores:
    """Best scores after so many rows of the form, by number of paper rows taken.

    open: the form's row has just taken this paper row. close: no paper row was passed over since the last that was taken, nor
    any heading of the form. near: no paper row, and no heading that must be there. free: anything goes.
    """

    free: list[float]
    near: list[float]
    close: list[float]
    open: list[float]

    def of(self, state: int) -> list[float]:
        return (self.free, self.near, self.close, self.open)[state]


class _Aligner:
    def __init__(self, form: Sequence[FormRow], paper: Sequence[PaperRow], matching: Matching) -> None:
        self.form, self.matching, self.width = form, matching, len(paper) + 1
        # Where each best score came from.
        self.back = [bytearray(self.width * _STATES) for _ in range(len(form) + 1)]

    def pairs(self) -> list[Pair]:
        never = [NEVER] * self.width
        start = [0.0, *never[1:]]
        scores = _Scores([-_STRANGE * j for j in range(self.width)], list(start), list(start), list(never))
        for i, row in enumerate(self.form, start=1):
            scores = self._step(i, row, scores)
        return self._traced()

    def _step(self, i: int, row: FormRow, before: _Scores) -> _Scores:
        never = [NEVER] * self.width
        now, back = _Scores(list(never), list(never), list(never), list(never)), self.back[i]
        breaks, heads = self.matching.breaks(row), row.kind is Kind.WORDS
        for j in range(self.width):
            at = j * _STATES
            if j:
                now.open[j], back[at + _OPEN] = self._taken(row, j, before, now)
            passed = NEVER if heads or breaks else before.close[j] - _MISSING
            now.close[j], back[at + _CLOSE] = max((now.open[j], 1), (passed, 2))
            passed = NEVER if breaks else before.near[j] - _MISSING
            now.near[j], back[at + _NEAR] = max((now.close[j], 1), (passed, 2))
            now.free[j], back[at + _FREE] = max((now.near[j], 1), (before.free[j] - _MISSING, 2))
            if j and now.free[j - 1] - _STRANGE > now.free[j]:
                now.free[j], back[at + _FREE] = now.free[j - 1] - _STRANGE, 3
        return now

    def _taken(self, row: FormRow, j: int, before: _Scores, now: _Scores) -> tuple[float, int]:
        """The best score at which `row` takes paper row j-1, and from where: 1 + a state of the row before, or as its next."""
        gain = self.matching.gain(row, j - 1)
        more = self.matching.goes_on(row, j - 1, gain)
        again = NEVER if more <= NEVER else now.open[j - 1] + more
        if gain <= NEVER:  # the second paragraph of a text has not the words of the first
            return again, _AGAIN
        states = (_FREE,) if gain >= ANCHOR or not self.matching.is_tied(row) else _nearest(row)
        score, way = max((before.of(state)[j - 1] + gain, 1 + state) for state in states)
        return (again, _AGAIN) if again > score else (score, way)

    def _traced(self) -> list[Pair]:
        found: list[Pair] = []
        i, j, state = len(self.form), self.width - 1, _FREE
        while i > 0:
            way = self.back[i][j * _STATES + state]
            if state == _OPEN:
                found.append(Pair(i - 1, j - 1))
                j -= 1
                if way != _AGAIN:
                    i, state = i - 1, way - 1
            elif way == 1:
                state += 1
            elif way == 2:
                i -= 1
            else:
                j -= 1
        return found[::-1]


def _nearest(row: FormRow) -> tuple[int, ...]:
    """Records stand right below what heads them, optional text below its own heading, other rows below the last one found."""
    if row.kind is Kind.RECORD:
        return (_OPEN,)
    return (_CLOSE,) if row.optional else (_NEAR,)
