"""率的识读: rates of execution and arrival told anywhere near the amounts they are reckoned from, and the narrowest stretch that tells both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from crosschecks.reports.kit import PARAGRAPH, WHOLE, Figure, Rate, Report, Window, scope_in, windows

_NOT_OURS: Final = re.compile(r"目标|不低于|应达|上年|去年|同期|季度|上半年|月底|预期|要求|力争")
_LEVEL: Final = re.compile(r"(?:中央|省级?|市级?|县级?|区级?|本级|上级|财政)+")
_FEW: Final = 2
_MOST: Final = 12
_CLOSE: Final = 3  # a rate of another thing altogether lies further off


def told_rates(
    report: Report, words: re.Pattern[str], parts: Sequence[str], wholes: Sequence[str], known: set[int]
) -> Iterator[Rate]:
    """Rates that no amounts of the narrowest stretch give; `known`: figures already spoken of.

    wholes: the likeliest base first.
    """
    seen = set(known)
    for window in windows(report):
        rates = [
            f for f in window.figures if f.unit == "%" and id(f) not in seen and _is_rate(report, f, words, window)
        ]
        if not rates or (window.width == WHOLE and report.kind != "project"):
            continue
        given, bases = window.of(*parts), _bases(window, wholes)
        if not given or not bases:
            continue
        if window.width < WHOLE or len({f.value for f in given}) == 1:
            seen.update(map(id, rates))
        if len({f.value for f in given}) > 1 or len({f.value for f in rates}) > 1:
            continue
        ways = [Rate(rates[0], given[0], base) for base in bases if base.value and base is not given[0]]
        sure = all(f.number.exact for f in (*given, *bases))
        if (
            sure
            and ways
            and not any(way.agrees() for way in _pairs(window, rates[0], parts, wholes))
            and _near(ways[0])
        ):
            yield ways[0]


def _bases(window: Window, wholes: Sequence[str]) -> list[Figure]:
    """The likeliest first; where nothing is told of the whole, what all the money there is comes from (县级预算安排…)."""
    if window.width > PARAGRAPH:  # a section tells of more than one account
        several = {f.value for f, stage in window.stages if stage.name == "spent"}
        wholes = [name for name in wholes if name != "income"] if len(several) <= _FEW else []
    found = [f for name in wholes for f in window.of(name)]
    if found or not window.of("spent", "received"):
        return found
    others = [(f, stage.scope) for name in wholes for f, stage in window.stages if stage.name == name]
    one = len({scope for _, scope in others}) == 1 and _LEVEL.fullmatch(others[0][1])
    return [f for f, _ in others] if one else []


def _pairs(window: Window, rate: Figure, parts: Sequence[str], wholes: Sequence[str]) -> Iterator[Rate]:
    """Every two amounts of the right stages, whosever they are."""
    bases = [f for f, stage in window.stages if stage.name in wholes and f.value]
    given = [f for f, stage in window.stages if stage.name in parts]
    return (Rate(rate, part, base) for base in bases[:_MOST] for part in given[:_MOST])


def _near(way: Rate) -> bool:
    return way.rate.value > 0 and way.due / _CLOSE <= way.rate.value <= way.due * _CLOSE


def _is_rate(report: Report, figure: Figure, words: re.Pattern[str], window: Window) -> bool:
    """This year's, and of the window's own thing."""
    match = words.search(figure.words)
    if match is None or figure.last or not figure.number.exact or _NOT_OURS.search(figure.words):
        return False
    if figure.year and report.year and figure.year != report.year:
        return False
    scope = scope_in(figure.words[: match.start()])
    return scope in {"", window.scope} or (window.width <= PARAGRAPH and scope == report.project)
