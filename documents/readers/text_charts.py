"""文本里的图表数据: the figures that a chart leaves behind when a paper is saved as text."""

from __future__ import annotations

import re
from typing import Final

from documents.readers.paper import PaperChart, PaperSeries, Spot

_NUMBER: Final = re.compile(r"-?\d{1,12}(?:,\d{3})*(?:\.\d+)?(?:E-?\d{1,2})?%?")
_LONGEST: Final = 30
_MOST: Final = 60
_PIE: Final = 0.01

Group = tuple[list[str], list[str]]


def chart_at(lines: list[str], at: int) -> tuple[PaperChart, int] | None:
    """A chart whose figures begin in line `at` (from 0), and the line after it; None when there is none.

    Programmes write the name of a series, the categories and as many figures, each followed by a tab, and start a new line
    after every name. The first name may stand on a line of its own without one.
    """
    end = at
    while end < len(lines) and lines[end].strip() and end - at <= _MOST:
        end += 1
    block = lines[at:end]
    if len(block) < 2 or not all(line.endswith("\t") for line in block[1:]) or block[-1].startswith("\t"):
        return None
    if not any("\t" not in line.removesuffix("\t") for line in block[:2]):
        return None
    tokens = [token.strip() for line in block for token in line.split("\t") if token.strip()]
    groups = _groups(tokens)
    if groups is None:
        return None
    categories, series = _series(groups)
    if not series:
        return None
    return PaperChart("", _kind(series), categories, series, Spot(_line(lines, at, end))), end


def _groups(tokens: list[str]) -> list[Group] | None:
    """Runs of words, each followed by a run of figures; None when the tokens are no such thing."""
    groups: list[Group] = []
    for token in tokens:
        if _NUMBER.fullmatch(token):
            if not groups:
                return None
            groups[-1][1].append(token)
        elif len(token) > _LONGEST:
            return None
        elif not groups or groups[-1][1]:
            groups.append(([token], []))
        else:
            groups[-1][0].append(token)
    whole = groups and all(figures and len(words) - len(figures) in (0, 1) for words, figures in groups)
    return groups if whole else None


def _series(groups: list[Group]) -> tuple[tuple[str, ...], tuple[PaperSeries, ...]]:
    """Categories and series; single figures under years are one series over the years."""
    if all(len(figures) == 1 for _, figures in groups) and len(groups) > 1:
        names = [words[0] for words, _ in groups if len(words) > 1]
        values = tuple(figures[0] for _, figures in groups)
        return tuple(words[-1] for words, _ in groups), (PaperSeries(names[0] if names else "", values),)
    first = groups[0]
    named = len(first[0]) > len(first[1])
    categories = tuple(first[0][1:] if named else first[0])
    series = tuple(
        PaperSeries(words[0] if len(words) > len(figures) else "", tuple(figures))
        for words, figures in groups
        if len(figures) == len(categories)
    )
    return categories, series if len(series) == len(groups) else ()


def _kind(series: tuple[PaperSeries, ...]) -> str:
    """A pie when the only series are shares of a whole."""
    if len(series) != 1 or any(value.endswith("%") for value in series[0].values):
        return ""
    total = sum(float(value.replace(",", "")) for value in series[0].values)
    return "pie" if abs(total - 1) < _PIE else ""


def _line(lines: list[str], at: int, end: int) -> int:
    """The line (from 1) of the first figures."""
    return 1 + next(
        number
        for number in range(at, end)
        if any(_NUMBER.fullmatch(token.strip()) for token in lines[number].split("\t"))
    )
