"""分档的识读: a scale told band by band (90分以上、80—90分、60—80分、60分以下), and where two bands overlap or leave a gap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from crosschecks.reports.kit import Number, Sentence

_NO_SCALE: Final = frozenset({"时", "小时", "分钟", "秒", "年", "月", "日", "天", "期", "次", "个月", ""})
_GRADES: Final = re.compile(r"为优|为良|为中|为差|等次|等级|分档|档次|分为|分段|[一二三四]档|得分")
_NO_LIST: Final = re.compile(r"不等|分别为|其中|左右|上下|同比|上年|降至|升至|提高到|下降到|增加到|减少到")
_ABOVE: Final = frozenset({"ge", "gt"})
_BELOW: Final = frozenset({"le", "lt"})
_LEAST: Final = 3
_STEP: Final = Decimal(1)


class Band(NamedTuple):
    """一档, from `low` to `high`, as written; None where it is open."""

    low: Decimal | None
    high: Decimal | None
    start: int
    end: int


class Break(NamedTuple):
    """两档之间的重叠或断档, the lower band first."""

    lower: Band
    upper: Band
    overlap: bool


def breaks(sentence: Sentence) -> Iterator[Break]:
    """Where the scale of a sentence does not go on."""
    if len(sentence.numbers) < _LEAST or _NO_LIST.search(sentence.text):
        return
    for unit in {number.unit for number in sentence.numbers if number.in_range or number.bound} - _NO_SCALE:
        bands = list(_bands(sentence, unit))
        if _is_scale(sentence, bands):
            ordered = bands if _key(bands[0]) < _key(bands[-1]) else bands[::-1]
            yield from _between(ordered)


def _bands(sentence: Sentence, unit: str) -> Iterator[Band]:
    waiting: Number | None = None
    for number in sentence.numbers:
        if number.unit != unit:
            continue
        if number.in_range and waiting is None:
            waiting = number
        elif number.in_range and waiting is not None:
            low, high = sorted((waiting.value, number.value))
            yield Band(low, high, waiting.start, number.end)
            waiting = None
        elif number.bound in _BELOW:
            yield Band(None, number.value, number.start, number.end)
        elif number.bound in _ABOVE:
            yield Band(number.value, None, number.start, number.end)


def _is_scale(sentence: Sentence, bands: Sequence[Band]) -> bool:
    """Three bands or more that go up or down, the open ones at the ends; closed ones alone need words of grades."""
    inner = [band for band in bands if band.low is not None and band.high is not None]
    opened = len(bands) - len(inner)
    if len(bands) < _LEAST or not inner or opened > 2 or len(inner) != len({(b.low, b.high) for b in inner}):
        return False
    if any(band not in {bands[0], bands[-1]} for band in bands if band.low is None or band.high is None):
        return False
    keys = [_key(band) for band in bands]
    sides = {band.low is None for band in bands if band.low is None or band.high is None}
    monotone = keys in (sorted(keys), sorted(keys, reverse=True)) and len(sides) == opened
    return monotone and (opened > 0 or bool(_GRADES.search(sentence.text)))


def _key(band: Band) -> tuple[Decimal, Decimal]:
    low = band.low if band.low is not None else Decimal("-Infinity")
    return low, band.high if band.high is not None else Decimal("Infinity")


def _between(ordered: Sequence[Band]) -> Iterator[Break]:
    for lower, upper in pairwise(ordered):
        if lower.high is None or upper.low is None:
            continue
        gap = upper.low - lower.high
        whole = upper.low == upper.low.to_integral() and lower.high == lower.high.to_integral()
        if gap < 0 or gap > (_STEP if whole else Decimal("0.1")):
            yield Break(lower, upper, gap < 0)
