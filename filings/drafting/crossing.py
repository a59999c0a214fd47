"""资金的对照: a table of funds that no matrix can print, read by crossing the words of its rows with those of its columns.

Sources may run across and stages down, labels may stand in two columns, heads in between may mean nothing: an amount is known
where a stage and a source meet, and only there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from filings.drafting.guess import squeeze
from filings.drafting.heads import Cells, Head, HeadBlock, head_block, words
from filings.drafting.tables import FundsFound
from filings.drafting.words import SOURCES, STAGES, meaning

FEWEST: Final = 2  # stages, and sources, that make a table of funds
_RATES: Final = ("率", "分", "比")
Means = Callable[[str], str]


def crossed_at(cells: Cells, row: int, column: int, width: int, last: int) -> FundsFound | None:
    """A table of funds whose head begins in this row, sources down or across; its amounts by row and column of the paper."""
    block = head_block(cells, row, column, width, last)
    if block is None:
        return None
    return _read(cells, block, last, _stage, _source) or _read(cells, block, last, _source, _stage)


def _read(cells: Cells, block: HeadBlock, last: int, across: Means, down: Means) -> FundsFound | None:
    told = {head: across(head.label) or across(head.above + head.label) for head in block.heads[1:]}
    columns = {head.first: found for head, found in told.items() if found}
    named = {found: head for head, found in told.items() if found}
    if not FEWEST <= len(named) == len(columns):
        return None
    rows: dict[int, tuple[str, str]] = {}
    start = min(cell.row for cell in block.rows[0]) + block.height
    at = start
    while at < last and (label := _row_label(cells, at, block, min(columns), down)):
        rows[at] = label
        at += 1
    found = dict(rows.values())
    if len(found) < FEWEST or len(found) < len(rows):
        return None
    is_down = down is _source
    stages = {m: h.label for m, h in named.items()} if is_down else found
    sources = found if is_down else {m: h.label for m, h in named.items()}
    if "all" not in sources:
        return None
    amounts = {
        (number, first): f"funds.{means if not is_down else columns[first]}.{columns[first] if not is_down else means}"
        for number, (means, _) in rows.items()
        for first in columns
    }
    heads = (Head("axis", "", 0, 0), *(Head(means, label, 0, 0) for means, label in stages.items()))
    return FundsFound(heads, tuple(sources.items()), "", at, block, amounts)


def _row_label(cells: Cells, row: int, block: HeadBlock, stop: int, means: Means) -> tuple[str, str] | None:
    """What a row is about: the label nearest to its amounts that says so, with the label before it where it alone does not."""
    here = [cells[row, at] for at in range(block.heads[0].first, stop) if (row, at) in cells]
    for cell in reversed(here):
        if found := means(words(cell)):
            return found, words(cell)
    return None


def _stage(text: str) -> str:
    told = squeeze(text)
    return "" if any(word in told for word in _RATES) else meaning(STAGES, told)


def _source(text: str) -> str:
    return meaning(SOURCES, squeeze(text))
