"""标题编号: 一、（一）1．（1）, each level counted from one again below a higher heading."""

from __future__ import annotations

from typing import Final

from values.numerals import heading_number

_DEEPEST: Final = 4


class Outline:
    """编号器 of one part of a document."""

    def __init__(self) -> None:
        self._counts = [0] * _DEEPEST
        self._items = 0

    def number(self, level: int) -> str:
        """The next number of `level`, '' beyond the four levels official papers have."""
        if not 1 <= level <= _DEEPEST:
            return ""
        self._counts[level - 1] += 1
        self._counts[level:] = [0] * (_DEEPEST - level)
        return heading_number(level, self._counts[level - 1])

    def item(self) -> str:
        """The next number of a list of paragraphs: 1. 2. 3."""
        self._items += 1
        return f"{self._items}."

    def restart(self) -> None:
        """Count items from one again, as below every heading."""
        self._items = 0
