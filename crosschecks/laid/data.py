"""无线的数据表: a table of figures that a text keeps as one cell a line: a header line by line, then rows as long as the header.

It is one only when every row has its figures where the first has them, and some word of the header counts or measures. Its row of sums may
leave out the cells that hold no figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from crosschecks.reports.fold import folded
from documents.readers.paper import PaperText

_FIGURE: Final = re.compile(r"-?\d{1,12}(?:,\d{3})*(?:\.\d+)?%?")
_NOTHING: Final = re.compile(r"[—\-–/]{1,2}")
_SUM: Final = re.compile(r"合\s*计|总\s*计|小\s*计|汇\s*总")
_COUNTS: Final = re.compile(
    r"金额|[（(](?:万元|元|亩|公里|人|个|户)[）)]|占比|比例|单价|数量|[数额率]$|面积|里程|(?:支出|收入|预算|执行|决算|结余|编制|在职|实有)$"
)
_MARK: Final = re.compile(r"[。；，]|^[一二三四五六七八九十]、|^（")
_WIDTHS: Final = range(3, 9)
_LONGEST: Final = 24
_ROWS: Final = 2

Row = list[PaperText | None]


def data_at(blocks: Sequence[PaperText], at: int) -> tuple[list[Row], int] | None:
    """Rows, the header first, of a table that begins at a block, and how many blocks it takes; the narrowest that fits."""
    if not _begins(blocks[at : at + max(_WIDTHS) * (_ROWS + 1)]):
        return None  # told by a few lines, or every line of a long list would be looked at from every other
    lines = _lines(blocks, at)
    words = [folded(line.text) for line in lines]
    if len(lines) < min(_WIDTHS) * (_ROWS + 1) or not words or _FIGURE.fullmatch(words[0]):
        return None
    for width in _WIDTHS:
        if any(_FIGURE.fullmatch(word) for word in words[:width]):
            return None
        rows, used = _rows(lines, words, width)
        if len(rows) > _ROWS and any(_COUNTS.search(word) for word in words[:width]):
            return rows, used
    return None


def _begins(blocks: Sequence[PaperText]) -> bool:
    """Do two rows of one shape follow a header of some width?"""
    lines = _lines(blocks, 0)
    words = [folded(line.text) for line in lines]
    for width in _WIDTHS:
        if len(words) < width * (_ROWS + 1) or any(_FIGURE.fullmatch(word) for word in words[:width]):
            return False
        first, second = (_shape(words[width * row : width * (row + 1)]) for row in (1, 2))
        if first == second and any(first) and any(_COUNTS.search(word) for word in words[:width]):
            return True
    return False


def _lines(blocks: Sequence[PaperText], at: int) -> list[PaperText]:
    """Short lines without marks from a block on, no empty line within the header."""
    found: list[PaperText] = []
    for block in blocks[at:]:
        if len(block.text) > _LONGEST or _MARK.search(folded(block.text)):
            break
        found.append(block)
    return found


def _rows(lines: list[PaperText], words: list[str], width: int) -> tuple[list[Row], int]:
    """The header and rows with figures in the same columns, then the row of sums."""
    shape = _shape(words[width : width * 2])
    rows: list[Row] = [[*lines[:width]]]
    at = width
    if not any(shape) or (shape[0] and not any(not figure for figure in shape)):
        return [], 0
    while at + width <= len(lines) and _shape(words[at : at + width]) == shape and not _SUM.fullmatch(words[at]):
        rows.append([*lines[at : at + width]])
        at += width
    if at < len(lines) and _SUM.fullmatch(words[at]):
        sums = _sums(lines, words, at, shape)
        if sums is not None:
            return [*rows, sums[0]], sums[1]
    return rows, at


def _shape(words: list[str]) -> list[bool]:
    """Where figures stand; a dash may stand for one."""
    return [bool(_FIGURE.fullmatch(word) or _NOTHING.fullmatch(word)) for word in words]


def _sums(lines: list[PaperText], words: list[str], at: int, shape: list[bool]) -> tuple[Row, int] | None:
    """合计 with a figure for every column of figures behind the first, or for all but those."""
    end = at + 1
    while end < len(lines) and (_FIGURE.fullmatch(words[end]) or _NOTHING.fullmatch(words[end])):
        end += 1
    columns = [column for column, figure in enumerate(shape) if figure and column]
    told = lines[at + 1 : end]
    if len(told) == len(shape) - 1:
        columns = list(range(1, len(shape)))
    if len(told) != len(columns):
        return None
    row: Row = [None] * len(shape)
    row[0] = lines[at]
    for column, line in zip(columns, told, strict=True):
        row[column] = line
    return row, end
