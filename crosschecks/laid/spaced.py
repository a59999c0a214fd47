"""空格分列的还原: lines whose columns only blanks keep apart become the rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from crosschecks.laid.heads import heads_of
from crosschecks.laid.sorts import sort_of
from documents.readers.paper import PaperBlock, PaperCell, PaperTable, PaperText
from documents.readers.text_blocks import HEADING

_WIDE: Final = re.compile(r"[ \xa0]{2,}|\s*\u3000\s*")
_ANY: Final = re.compile(r"\s+")
_FIGURES: Final = frozenset({"number", "share", "amount", "bound", "points", "dash", "date"})
_MARKS: Final = re.compile(r"[。；：？！]")
_LEAST: Final = 3
_AHEAD: Final = 8
_LONGEST: Final = 200


def spaced(run: Sequence[PaperText]) -> Iterator[PaperBlock]:
    """`run` with its tables of blanks as tables."""
    at = 0
    while at < len(run):
        rows = _under_heads(run, at) or _alike(run, at)
        if rows:
            yield _table(rows, run[at : at + len(rows)])
            at += len(rows)
        else:
            yield run[at]
            at += 1


def _split(text: str, gap: re.Pattern[str]) -> list[str]:
    return [part for part in gap.split(text.strip()) if part] if len(text) <= _LONGEST else []


def _under_heads(run: Sequence[PaperText], at: int) -> list[list[str]]:
    """A line of column words and the lines below it, taken apart at every blank or, where it has wide ones, at those."""
    gap = _WIDE if len(_split(run[at].text, _WIDE)) >= _LEAST else _ANY
    heads = _split(run[at].text, gap)
    if len(heads) < _LEAST or heads_of(heads) is None:
        return []
    rows = [heads]
    for number in range(at + 1, len(run)):
        fields = _split(run[number].text, gap)
        if not _follows(run, number) or len(fields) < 2 or not any(sort_of(field) in _FIGURES for field in fields):
            break
        # Blanks inside the last column are none between columns.
        rows.append(gap.split(run[number].text.strip(), maxsplit=len(heads) - 1))
    return rows if len(rows) > 1 else []


def _follows(run: Sequence[PaperText], at: int) -> bool:
    return run[at].spot.line - run[at - 1].spot.line <= 2 and not HEADING.match(run[at].text)


def _alike(run: Sequence[PaperText], at: int) -> list[list[str]]:
    """Lines with as many columns each, mostly figures below the first; looked at no further than they go on holding figures."""
    rows: list[list[str]] = []
    told = best = 0
    for number in range(at, len(run)):
        fields = _split(run[number].text, _WIDE)
        if len(fields) < 2 or (rows and (len(fields) != len(rows[0]) or not _follows(run, number))):
            break
        if _MARKS.search(run[number].text) or HEADING.match(run[number].text) or len(rows) > best * 2 + _AHEAD:
            break
        told += bool(rows) and any(sort_of(field) in _FIGURES for field in fields[1:])
        rows.append(fields)
        best = len(rows) if told * 2 > len(rows) else best
    return rows[:best] if best >= _LEAST else []


def _table(rows: Sequence[Sequence[str]], lines: Sequence[PaperText]) -> PaperTable:
    cells = tuple(
        PaperCell(text, column, number, spot=line.spot)
        for number, (row, line) in enumerate(zip(rows, lines, strict=True))
        for column, text in enumerate(row)
    )
    return PaperTable((1,) * max(map(len, rows)), len(rows), cells)
