"""两数之比的识读: amounts said to stand to each other as so many to so many (两者之比约为58：42), against the amounts told before or behind.

The terms may be whole numbers (6：4) or percentages; a list of three is a ratio of three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from typing import Final, NamedTuple

from crosschecks.reports.kit import Figure, Sentence

_TERM: Final = r"\d{1,3}(?:\.\d{1,2})?"
_RATIO: Final = re.compile(
    rf"(?:之比|比例|比值|比重|配比|(?<!对)(?<!同)(?<!环)比)(?:约为|大约为|为|约|是|：)?(?P<terms>{_TERM}(?:[:：]{_TERM}){{1,3}})(?![\d.]|[:：]\d)"
)
_NOT_OF_THESE: Final = re.compile(r"师生比|生师比|贷款|杠杆|配合比|兑换|男女")
_SURE: Final = Decimal("0.2")  # shares further off than this are of other amounts


class WrongRatio(NamedTuple):
    """不合的比. due: the amounts as shares of 100, in order."""

    sentence: Sentence
    span: tuple[int, int]
    parts: tuple[Figure, ...]
    due: tuple[Decimal, ...]


def wrong_ratios(sentence: Sentence, figures: list[Figure]) -> Iterator[WrongRatio]:
    """Ratios that the only amounts beside them, as many as they have terms, do not give in any order."""
    for match in _RATIO.finditer(sentence.text):
        terms = [Decimal(term) for term in re.split("[:：]", match["terms"])]
        if _NOT_OF_THESE.search(sentence.text) or not all(terms):
            continue
        outside = [f for f in figures if not match.start() <= f.number.start < match.end()]
        told = [f for f in outside if f.role == "amount" and not f.last and f.unit not in {"", "%"}]
        runs = [list(group) for _, group in groupby(told, key=lambda figure: figure.unit)]
        whole = [run for run in runs if len(run) == len(terms)]
        if len(runs) != 1 or len(whole) != 1 or not all(f.number.exact and f.value > 0 for f in whole[0]):
            continue
        parts = whole[0]
        total, all_terms = sum((part.value for part in parts), Decimal(0)), sum(terms, Decimal(0))
        due = tuple(part.value / total * 100 for part in parts)
        step = max(Decimal(1).scaleb(_exponent(term)) for term in terms) / 2 / all_terms * 100
        ways = [[term / all_terms * 100 for term in some] for some in (terms, list(reversed(terms)))]
        gaps = [max(abs(one - other) for one, other in zip(due, way, strict=True)) for way in ways]
        if min(gaps) > step + Decimal("0.05") and min(gaps) <= _SURE * 100:
            yield WrongRatio(sentence, match.span("terms"), tuple(parts), due)


def _exponent(term: Decimal) -> int:
    exponent = term.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
