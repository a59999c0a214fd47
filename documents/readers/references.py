"""单元格引用: A1, $B$3:$C$7 and back."""

from __future__ import annotations

import re
from typing import Final

_CELL: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})")


def column_letter(column: int) -> str:
    """Name of a column counted from 0: 0 → A, 26 → AA."""
    text, left = "", column + 1
    while left:
        left, digit = divmod(left - 1, 26)
        text = chr(ord("A") + digit) + text
    return text


def place(reference: str) -> tuple[int, int] | None:
    """Row and column from 0 of a reference such as `B3` or `$B$3`, None for anything else."""
    found = _CELL.fullmatch(reference)
    if found is None:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def area(reference: str) -> tuple[int, int, int, int] | None:
    """First row and column, last row and column from 0 of `B3:C7` or `B3`, None for anything else."""
    first, _, last = reference.partition(":")
    start, end = place(first), place(last or first)
    if start is None or end is None:
        return None
    return min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1])
