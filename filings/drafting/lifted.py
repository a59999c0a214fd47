"""表外的行: what a spreadsheet holds above the frame of a form (annex number, title, year, line of units) is text, not rows of the grid.

A workbook knows no paragraphs: everything is a row. So the first rows of a table are told by what they say, until one is not of the kind.
Blank rows above the form and blank columns at its left go too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from documents.readers.paper import PaperBlock, PaperCell, PaperTable, PaperText
from filings.drafting.running import MOST_PIECES

LONGEST_TITLE: Final = 40
_ANNEX: Final = re.compile(r"(?:附件|附表|附)\s*[\d一二三四五六七八九十]*\s*[:：]?|表\s*\d+")
_TITLE: Final = re.compile(r"[^:：。]{4,}(?:表|报告|说明|情况)\s*(?:[（(][^（）()]*[）)])?")
_YEARLY: Final = re.compile(r"[（(]?\s*(?:20\d{2}|_*|　*)\s*年度?\s*[）)]?")
_LABELLED: Final = re.compile(r"[^:：]{2,12}[:：].*", re.DOTALL)
_UNITS: Final = re.compile(r"单位[:：]\s*(?:万元|元)")


def lifted(blocks: Sequence[PaperBlock]) -> list[PaperBlock]:
    """The same blocks; rows that stand above the frame of a sheet, or of a table with no text before it, are texts before it."""
    found: list[PaperBlock] = []
    for block in blocks:
        is_bare = isinstance(block, PaperTable) and (bool(block.name) or not found)
        found.extend(_table(block) if isinstance(block, PaperTable) and is_bare else [block])
    return found


def _table(table: PaperTable) -> Iterator[PaperBlock]:
    whole = pushed_left(table)
    rows = list(whole.rows())
    count, has_title = 0, False
    while count < len(rows) and (kind := _kind(rows[count], has_title=has_title)):
        has_title = has_title or kind == "title"
        yield from (PaperText(text) for text in _texts(rows[count]))
        count += 1
    if count < whole.height:
        yield cut(whole, count)


def _kind(row: tuple[PaperCell, ...], *, has_title: bool) -> str:
    """What a row above the frame is, '' for a row of the form itself."""
    texts = [text for cell in row if (text := _words(cell))]
    if any(cell.down > 1 for cell in row):
        return ""
    if not texts:
        return "blank"
    if len(texts) == 1 and (_ANNEX.fullmatch(texts[0]) or _YEARLY.fullmatch(texts[0])):
        return "annex"
    if len(texts) == 1 and not has_title and len(texts[0]) <= LONGEST_TITLE and _TITLE.fullmatch(texts[0]):
        return "title"
    labelled = len(texts) <= MOST_PIECES and all(_LABELLED.fullmatch(text) for text in texts)
    return "line" if labelled and (has_title or any(_UNITS.search(text) for text in texts)) else ""


def _texts(row: tuple[PaperCell, ...]) -> Iterator[str]:
    """The row as one line, its pieces set apart; nothing for a blank one."""
    if line := "　　".join(text for cell in row if (text := _words(cell))):
        yield line


def _words(cell: PaperCell) -> str:
    return " ".join(cell.text.split(" ")).strip("\n\t 　")


def pushed_left(table: PaperTable) -> PaperTable:
    """Without the blank columns before its first text: people leave some room at the left of a sheet."""
    left = min((cell.column for cell in table.cells if cell.text.strip()), default=0)
    if not left or any(cell.column < left < cell.column + cell.across for cell in table.cells):
        return table
    kept = tuple(replace(cell, column=cell.column - left) for cell in table.cells if cell.column >= left)
    return replace(table, widths=table.widths[left:], cells=kept)


def cut(table: PaperTable, rows: int) -> PaperTable:
    """The table without its first rows, none of which reaches into the rest."""
    cells = tuple(replace(cell, row=cell.row - rows) for cell in table.cells if cell.row >= rows)
    return replace(table, height=table.height - rows, cells=cells)
