"""文本里的图表数据: the figures that a chart leaves behind when a paper is saved as text."""

from __future__ import annotations

import re
from typing import Final

from documents.readers.paper import PaperChart, PaperSeries, Spot

_NUMBER: Final = re.compile(r"-?\d{1,12}(?:,\d{3})*(?:\.\d+)?(?:E-?\d{1,2})?%?")
_CAPTION: Final = re.compile(r"\s*[（(]?图\s*\d")
_LISTED: Final = re.compile(
    r"\s*(?P<name>[\u4e00-\u9fff（）()“”、]{2,24})(?:[：:]\s*|\s+)(?P<value>-?\d{1,12}(?:,\d{3})*(?:\.\d+)?%?)\s*"
)
_ABOVE: Final = 3  # lines between a caption and its figures, at most
_LEAST: Final = 2
_LONGEST: Final = 30
_MOST: Final = 60
_PIE: Final = 0.01

Token = tuple[str, int]  # with its line, from 1
Group = tuple[list[str], list[Token]]


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
    tokens = [
        (token.strip(), at + number)
        for number, line in enumerate(block, 1)
        for token in line.split("\t")
        if token.strip()
    ]
    groups = _groups(tokens)
    if groups is None:
        return None
    categories, series = _series(groups)
    if not series:
        return None
    return PaperChart(
        "", _kind(series), categories, series, Spot(min(line for one in series for line in one.lines))
    ), end


def listed_at(lines: list[str], at: int) -> tuple[PaperChart, int] | None:
    """A chart told line by line under its caption (卫生健康支出 84.37%), from line `at` (from 0); None when the lines are no such thing."""
    above = next((lines[number] for number in range(at - 1, max(at - _ABOVE, -1), -1) if lines[number].strip()), "")
    found: list[tuple[str, str, int]] = []
    while at < len(lines) and len(found) < _MOST and (match := _LISTED.fullmatch(lines[at])):
        found.append((match["name"], match["value"], at + 1))
        at += 1
    if len(found) < _LEAST or not _CAPTION.match(above):
        return None
    categories, values, places = zip(*found, strict=True)
    return PaperChart("", "", categories, (PaperSeries("", values, places),), Spot(places[0])), at


def _groups(tokens: list[Token]) -> list[Group] | None:
    """Runs of words, each followed by a run of figures; None when the tokens are no such thing."""
    groups: list[Group] = []
    for token, line in tokens:
        if _NUMBER.fullmatch(token):
            if not groups:
                return None
            groups[-1][1].append((token, line))
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
        series = _of(names[0] if names else "", [figures[0] for _, figures in groups])
        return tuple(words[-1] for words, _ in groups), (series,)
    first = groups[0]
    named = len(first[0]) > len(first[1])
    categories = tuple(first[0][1:] if named else first[0])
    found = tuple(
        _of(words[0] if len(words) > len(figures) else "", figures)
        for words, figures in groups
        if len(figures) == len(categories)
    )
    return categories, found if len(found) == len(groups) else ()


def _of(name: str, figures: list[Token]) -> PaperSeries:
    return PaperSeries(name, tuple(figure for figure, _ in figures), tuple(line for _, line in figures))


def _kind(series: tuple[PaperSeries, ...]) -> str:
    """A pie when the only series are shares of a whole."""
    if len(series) != 1 or any(value.endswith("%") for value in series[0].values):
        return ""
    total = sum(float(value.replace(",", "")) for value in series[0].values)
    return "pie" if abs(total - 1) < _PIE else ""
