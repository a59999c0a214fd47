"""计数的比率: a rate told behind the numbers it is reckoned from (发放600份，收回588份，回收率98%；满意547份，满意度93.03%)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from crosschecks.reports.register import Figure, Register
from crosschecks.reports.sentences import Sentence

_RATE: Final = re.compile(
    r"(?:满意度|满意率|回收率|有效率|合格率|优良率|优秀率|及格率|达标率|通过率|完好率|到课率|出勤率|参与率|覆盖率|入户率|治愈率|成活率|兑现率|办结率|处置率|整改率|完成率|签约率|建档率|接种率|参训率|上岗率|检测率|发放率|受理率|化解率|回访率|结案率|入学率|就业率|巩固率|检出率|抽检率)(?:为|是|达到?|：)?$"
)
_MEASURED: Final = re.compile(
    r"(?:面积|金额|资金|里程|长度|投资额?|产值|产量|重量)[^，。；]{0,4}率"
)  # 面积合格率 is no rate of what was counted
_OTHER: Final = re.compile(r"目标|计划|上年|高于|低于|较|比|同比|提高|提升|下降|不低于|以上")
_STEM: Final = re.compile(r"(?P<stem>[\u4e00-\u9fff]{2,4})率(?:为|是|达到?|：)?$")
_AIMED: Final = re.compile(r"目标(?:值|为)?$")
_TWO_WORDS: Final = re.compile(r"([\u4e00-\u9fff]{2})率(?:为|达到?|是)?$")
_DONE: Final = re.compile(r"(?:整改|完成|办结|处置|结案|化解|回收|有效|合格|通过|兑现|回访|受理|满意)(?:率|度)")
_ALL: Final = 100
_FAR: Final = Decimal("1.3")  # so much more is another thing
_NEAR: Final = 24  # characters between the last number and its rate
_OFF: Final = Decimal(12)  # percentage points; further off the rate is of something else
_MOST: Final = 5


def wrong_counted_rates(sentence: Sentence, register: Register) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Rates that no two of the numbers before them give, with the nearest two."""
    if "%" not in sentence.text:
        return
    figures = register.in_sentence(sentence)
    for at, rate in enumerate(figures):
        known = _RATE.search(rate.words) or _by_stem(figures[:at], rate)
        if rate.unit != "%" or not rate.number.exact or not known or _OTHER.search(rate.words):
            continue
        counts = _counts(figures[:at], rate)
        if not at and (found := _told_first(figures, rate)):
            yield found
            continue
        if counts and _MEASURED.search(rate.words) and not _MEASURED.search(counts[0].words + "率"):
            continue
        if turned := _turned(counts, rate):
            yield turned
            continue
        pairs = list(_ratios(counts))
        if not pairs or any(abs(share - rate.value) <= rate.number.step for share, _, _ in pairs):
            continue
        plain_pairs = [(abs(p.value / w.value * 100 - rate.value), p, w) for p, w in _pairs(counts)]
        if not plain_pairs:
            continue
        gap, part, whole = min(plain_pairs, key=lambda pair: pair[0])
        if gap <= _OFF:
            yield rate, part, whole


def _by_stem(before: list[Figure], rate: Figure) -> bool:
    """规范287份，规范率95.67%: a rate named after what was counted right before it."""
    match = _STEM.search(rate.words)
    return bool(match and before and before[-1].words.strip("，、；： 的为已").endswith(match["stem"]))


def _counts(before: list[Figure], rate: Figure) -> list[Figure]:
    """Whole numbers of one unit right before a rate, nearest last; shares between them do not part them."""
    told: list[Figure] = []
    for figure in reversed(before):
        if figure.unit == "%":
            continue
        counted = figure.unit and "/" not in figure.unit and not figure.number.is_money and figure.number.scale == 1
        if not counted or (told and figure.unit != told[0].unit) or not figure.number.exact or figure.last:
            break
        told.insert(0, figure)
        if len(told) == _MOST:
            break
    between = rate.sentence.text[told[-1].number.end : rate.number.start] if told else ""
    aimed = any(_AIMED.search(figure.words) for figure in told)
    return told if len(told) > 1 and len(between) <= _NEAR and "；" not in between and not aimed else []


def _told_first(figures: list[Figure], rate: Figure) -> tuple[Figure, Figure, Figure] | None:
    """办结率99%，受理560件，办结498件: the rate before the two numbers it is of, the second named after it."""
    stem = _TWO_WORDS.search(rate.words)
    if stem is None or len(figures) < 3:
        return None
    whole, part = figures[1], figures[2]
    plain_pair = (
        whole.unit == part.unit
        and whole.unit
        and not whole.number.is_money
        and whole.number.exact
        and part.number.exact
    )
    named = (
        stem[1] in part.words
        and stem[1] not in whole.words
        and "。" not in rate.sentence.text[rate.number.end : part.number.start]
    )
    if not plain_pair or not named or not 0 < part.value <= whole.value:
        return None
    gap = abs(part.value / whole.value * 100 - rate.value)
    return (rate, part, whole) if rate.number.step < gap <= _OFF else None


def _turned(counts: list[Figure], rate: Figure) -> tuple[Figure, Figure, Figure] | None:
    """发现隐患60处，整改63处，整改率95%: more done than there was, and a rate below 100 %."""
    if len(counts) != 2 or not _DONE.search(rate.words) or not counts[0].value < counts[1].value or rate.value >= _ALL:
        return None
    part, whole = counts[1], counts[0]
    return (rate, part, whole) if part.value <= whole.value * _FAR else None


def _ratios(counts: list[Figure]) -> Iterator[tuple[Decimal, Figure, Figure]]:
    """Every number, and every run of the last ones together, over every earlier one."""
    for at, whole in enumerate(counts):
        if whole.value <= 0:
            continue
        for part in counts[at + 1 :]:
            yield part.value / whole.value * 100, part, whole
        for first in range(at + 1, len(counts) - 1):
            yield sum(part.value for part in counts[first:]) / whole.value * 100, counts[first], whole


def _pairs(counts: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """The last number over each earlier one that is no smaller."""
    for whole in counts[:-1]:
        if whole.value >= counts[-1].value > 0:
            yield counts[-1], whole
