"""误写的识别: pairs of figures that look like one figure mistyped: two digits changed about (14264／14246) or one digit another.

Found through dictionaries of digit patterns, so time grows with the number of figures and not with its square.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from crosschecks.reports.register import Figure
from crosschecks.reports.spoken import alike

_LEAST: Final = 4  # digits; three are too few to be sure
_CROWD: Final = 4  # different values of one pattern: a list, no slip
_FIGURES: Final = re.compile(r"[\d.,万亿]+(?:人次|人|名|户|元|公里|米|亩)?")
_ALIKE: Final = 0.25


def mistyped(one: Decimal, other: Decimal) -> bool:
    """Two neighbouring digits changed about, or from four digits on a single one another."""
    if one.as_tuple().exponent != other.as_tuple().exponent:
        return False
    first, second = one.as_tuple().digits, other.as_tuple().digits
    if len(first) != len(second):
        return False
    wrong = [at for at, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(wrong) == 2 and wrong[1] == wrong[0] + 1:
        return first[wrong[0]] == second[wrong[1]] and first[wrong[1]] == second[wrong[0]]
    return len(wrong) == 1 and len(first) >= _LEAST and wrong[0] > 0


def slips(figures: Sequence[Figure], *, swapped_only: bool = False) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of exact figures of one unit that differ by a slip and whose clauses share words; each pair of values once."""
    patterns: dict[tuple[str, str], dict[Decimal, Figure]] = {}
    for figure in figures:
        if figure.number.exact:
            for pattern in _patterns(figure):
                patterns.setdefault(pattern, {}).setdefault(figure.value, figure)
    told: set[frozenset[Decimal]] = set()
    for values in patterns.values():
        found = list(values.values())
        if not 1 < len(found) <= _CROWD:
            continue
        for at, one in enumerate(found):
            for other in found[at + 1 :]:
                pair = frozenset((one.value, other.value))
                alike_enough = _swapped(one, other) if swapped_only else _swapped_or_close(one, other)
                if pair not in told and alike_enough and _share_words(one, other):
                    told.add(pair)
                    yield one, other


def _patterns(figure: Figure) -> Iterator[tuple[str, str]]:
    digits, unit = _digits(figure), f"{figure.number.scale}{figure.unit}"
    if len(digits) >= _LEAST:
        yield unit, "".join(sorted(digits))
        for at in range(len(digits)):
            yield unit, digits[:at] + "?" + digits[at + 1 :]


def _digits(figure: Figure) -> str:
    """All digits as written, point left out; figures with different places behind the point share no pattern by their length."""
    exponent = figure.number.written.as_tuple().exponent
    return "".join(str(digit) for digit in figure.number.written.as_tuple().digits) if exponent in {0, -1, -2} else ""


def _swapped_or_close(one: Figure, other: Figure) -> bool:
    """Neighbours changed about, or a single digit another; not 1000 and 2000."""
    first, second = one.number.written, other.number.written
    return mistyped(first, second) and (_swapped(one, other) or not _digits(one).endswith("00"))


def _swapped(one: Figure, other: Figure) -> bool:
    return sorted(_digits(one)) == sorted(_digits(other)) and mistyped(one.number.written, other.number.written)


def _share_words(one: Figure, other: Figure) -> bool:
    """Their clauses do, with or without the figures, or the rows and paragraphs they stand in."""
    texts = [figure.sentence.text[slice(*figure.sentence.clause(figure.number.start))] for figure in (one, other)]
    words = [_FIGURES.sub("", text) for text in texts]
    rows = [figure.sentence.block.label + _lead(figure) for figure in (one, other)]
    ways = (texts, words, [text + row for text, row in zip(texts, rows, strict=True)])
    return one.sentence is not other.sentence and max(alike(*way) for way in ways) >= _ALIKE


def _lead(figure: Figure) -> str:
    """What the paragraph begins with: （1）养护里程：…"""
    path = figure.sentence.path
    return path[-1].name if path and path[-1].lead else ""
