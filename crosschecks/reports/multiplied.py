"""成文的乘积: so many, so much for each, for so many months, and what it comes to, told in one breath: 120人，每人每月800元，6个月，57.60万元.

Whatever reading comes out settles it: with or without the months and the times told, a month being one to twelve, a share of it where one is
told. Two standards, two numbers or two amounts that might be meant say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Final, NamedTuple

from crosschecks.reports.kit import PARAGRAPH, PART, Figure, Report, Window, once, scale_of, windows

_TIMES: Final = "人次|学期|学年|季度|小时|周|年|月|天|日|次|期|场"
_TOKEN: Final = re.compile(rf"每(?:一)?(?P<each>{_TIMES}|(?:平方|立方)?[\u4e00-\u9fff])")
_AVERAGE: Final = re.compile(r"(?P<per>[人户亩生村车校镇])均|平均每(?P<per2>(?:平方|立方)?[\u4e00-\u9fff])")
_PRICE: Final = re.compile(
    r"单价|单位(?:成本|造价)|(?P<month>月)(?:工资|薪|报酬|补助|补贴|标准)|(?P<day>日)(?:工资|补助)"
)
_FACTORS: Final = frozenset({"月", "个月", "天", "日", "学期", "期", "次", "周", "小时", "年", "季度", "场", "批次"})
_WHO: Final = {
    "名": "人",
    "位": "人",
    "生": "人",
    "学": "人",
    "员": "人",
    "教": "人",
    "老": "人",
    "儿": "人",
    "职": "人",
}
_PIECES: Final = frozenset({"个", "家", "所", "座", "处", "名"})
_NO_COUNT: Final = frozenset({"", "%", "‰", "元", "分", "个百分点", "岁", "级", "度", "倍", "点", *_FACTORS})
_OTHERWISE: Final = re.compile(
    r"年末|不等|分档|分级|分段|最高|扣除|补发|补缴|退回|补差|差额|部分|中途|离职|退出|分别|测算|调整|提高|提标|降低|其余|以上|左右|约|折合|不足|上年|去年"
)
_YEARLY: Final = re.compile(r"全年|年度|本年|当年|一年|每年|(?:19|20)\d{2}年")
_GUESSED: Final = "按"
_MONTHS: Final = 12
_MOST: Final = 4
_NEAR: Final = (Decimal("0.6"), Decimal("1.6"))
_WAN: Final = Decimal(10_000)
_CLOSE: Final = Decimal("0.005")
_SHARED: Final = 3
_BEFORE: Final = 8  # figures before an average
_REACH: Final = 30  # characters to the amount behind


class Each(NamedTuple):
    """标准: `figure` for each `per` ('' for whatever is counted) and `time`; average: reckoned from the others."""

    figure: Figure
    per: str
    time: str
    average: bool


class Multiplied(NamedTuple):
    """不合的乘积. times: the factors that come nearest, as told."""

    amount: Figure
    heads: Figure
    each: Each
    number: Decimal
    times: tuple[str, ...]
    due: Decimal

    def guessed(self, window: Window) -> bool:
        """Are its months nobody's word? Twelve are, where the year is spoken of."""
        month = self.times[-1] if self.times else ""
        if not month.startswith(_GUESSED):
            return self.each.time == "月" and not any(word.endswith("月") for word in self.times)
        return month != f"{_GUESSED}{_MONTHS}个月" or not _YEARLY.search(window.text)


@once
def each_of(figure: Figure) -> Each | None:
    """What an amount is for each of, None for a plain amount."""
    if figure.role == "change" or figure.last:
        return None
    if "/" in figure.unit:
        things = [_WHO.get(word, word) for word in figure.unit.split("/")[1:]]
        times = [word for word in things if re.fullmatch(_TIMES, word)]
        return Each(figure, next((w for w in things if w not in times), ""), times[0] if times else "", average=False)
    words = figure.words
    average = _AVERAGE.search(words)
    found = [match["each"] for match in _TOKEN.finditer(words)]
    price = _PRICE.search(words)
    if not found and average is None and price is None:
        return None
    times = [word for word in found if re.fullmatch(_TIMES, word)]
    per = next((word for word in found if word not in times), "")
    if average is not None:
        per = average["per"] or average["per2"]
    if price is not None and price.lastgroup:
        times.append({"month": "月", "day": "天"}[price.lastgroup])
    return Each(figure, _WHO.get(per, per), times[0] if times else "", average is not None)


def wrong_products_told(report: Report, close: Decimal) -> Iterator[Multiplied]:
    """Amounts that nothing told beside them comes out at."""
    seen: set[int] = set()
    for window in windows(report):
        if window.width > PARAGRAPH:
            return
        found = _read(window, close, seen)
        if found is not None:
            yield found


def scale_slips(report: Report) -> Iterator[Multiplied]:
    """Amounts ten thousand times what number and standard make, or that much less."""
    seen: set[int] = set()
    for window in windows(report):
        if window.width > PARAGRAPH:
            return
        for way in _ways(window, set()):
            ratio = way.due / way.amount.value if way.amount.value else Decimal(0)
            off = any(abs(ratio / far - 1) <= _CLOSE for far in (_WAN, 1 / _WAN))
            if off and not way.guessed(window) and id(way.amount) not in seen:
                seen.add(id(way.amount))
                yield way


def _ways(window: Window, seen: set[int]) -> list[Multiplied]:
    """Every reading of a stretch with one standard."""
    each = _standard_in(window)
    if each is None:
        return []
    exact = [f for f in window.figures if not f.last and f.role != "change"]
    amounts = [f for f in exact if f.number.is_money and f is not each.figure and id(f) not in seen]
    counts = [f for f in exact if _number(each, f)]
    if window.width == PARAGRAPH:
        counts, amounts = _of_one_name(each, counts, amounts)
    if not counts or not amounts or _is_vague(window, each, (*counts, *amounts)):
        return []
    return [
        Multiplied(amount, count, each, number, times, each.figure.value * number * factor)
        for amount in amounts[:_MOST]
        for count in counts[:_MOST]
        for number in (_number(each, count),)
        for factor, times in _multipliers(window, each, count)
    ]


@once
def _standard_in(window: Window) -> Each | None:
    """The one standard of a stretch, None where it tells none or several."""
    told = (f for f in window.figures if not f.last and f.role != "change" and f.unit.split("/")[0] == "元")
    eaches = [each for f in told if (each := each_of(f)) is not None]
    return eaches[0] if len({each.figure.value for each in eaches}) == 1 else None


def _read(window: Window, close: Decimal, seen: set[int]) -> Multiplied | None:
    ways = _ways(window, seen)
    if not ways:
        return None
    each, counts, amounts = ways[0].each, [way.heads for way in ways], [way.amount for way in ways]
    if any(_agrees(way, close) for way in ways):
        seen.update(id(way.amount) for way in ways if _agrees(way, close))
        return None
    meant = _meant(each, counts, amounts)
    values = sorted({f.value for f in amounts})
    if len(values) > 1 and any(abs(sum(values[:-1]) + way.due - values[-1]) <= way.amount.number.step for way in ways):
        return None  # the largest is what all of them come to
    lesser = any(f.value < each.figure.value for f in amounts)  # what the standard is made up of, told beside it
    ways = [way for way in ways if way.amount is meant and not way.guessed(window)]
    if not ways or len({f.value for f in counts}) > 1 or lesser:
        return None
    nearest = min(ways, key=lambda way: abs(way.due - way.amount.value))
    if not nearest.due or not _NEAR[0] <= nearest.amount.value / nearest.due <= _NEAR[1]:
        return None
    seen.add(id(nearest.amount))
    return nearest


def _meant(each: Each, counts: Sequence[Figure], amounts: Sequence[Figure]) -> Figure | None:
    """The amount right behind number and standard, else the only one."""
    end = max(f.number.end for f in (each.figure, *counts) if f.sentence is each.figure.sentence)
    behind = [f for f in amounts if f.sentence is each.figure.sentence and 0 <= f.number.start - end <= _REACH]
    if behind:
        return behind[0]
    return amounts[0] if len({f.value for f in amounts}) == 1 else None


def _number(each: Each, figure: Figure) -> Decimal:
    """How many of what the standard is for, 0 when it is something else."""
    number = figure.number
    if number.is_money or number.unit in _NO_COUNT or "/" in number.unit or not number.exact:
        return Decimal(0)
    unit = _WHO.get(number.label_unit, number.label_unit)
    if each.per in {unit, number.unit}:
        return number.written if each.per == unit else number.value
    if not each.per or (each.per == "人" and number.unit == "人次"):
        return number.value
    if scale_of(each.per)[0] == number.unit:
        return number.value / scale_of(each.per)[1]
    named = number.unit in _PIECES and (figure.after.startswith(each.per) or figure.label.endswith(each.per))
    return number.value if named else Decimal(0)


def _of_one_name(each: Each, counts: Sequence[Figure], amounts: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Of a paragraph: the number beside the standard, and amounts named after what is counted."""
    beside = [f for f in counts if f.sentence is each.figure.sentence]
    named = [
        amount for amount in amounts if any(_share(amount.label, f.label + f.after + each.figure.label) for f in beside)
    ]
    return beside, named


def _share(one: str, other: str) -> bool:
    return any(one[at : at + _SHARED] in other for at in range(len(one) - _SHARED + 1))


def _is_vague(window: Window, each: Each, others: Sequence[Figure]) -> bool:
    text = window.text if window.width > PART else "".join((each.figure.words, *(f.words for f in others)))
    around = each.figure.sentence.text[slice(*each.figure.sentence.clause(each.figure.number.start))]
    exact = each.figure.number.exact and all(f.number.exact for f in others)
    return not exact or bool(_OTHERWISE.search(text) or _OTHERWISE.search(around))


def _multipliers(window: Window, each: Each, count: Figure) -> Iterator[tuple[Decimal, tuple[str, ...]]]:
    """Every product of the months, times and shares told, and of the months nobody told."""
    told = [
        f for f in window.figures if f is not count and f is not each.figure and (f.unit in _FACTORS or f.unit == "%")
    ]
    choices = [some for size in range(min(len(told), 3) + 1) for some in combinations(told[:_MOST], size)]
    for some in choices:
        product, words = Decimal(1), []
        for figure in some:
            product *= figure.value / 100 if figure.unit == "%" else figure.value
            words.append(figure.shown)
        yield product, tuple(words)
        months = any(figure.unit in {"月", "个月"} for figure in some)
        if each.time == "年" and months:
            yield product / _MONTHS, (*words, "÷12")
        if each.time == "月" and not months:
            yield from ((product * month, (*words, f"{_GUESSED}{month}个月")) for month in range(2, _MONTHS + 1))
        if each.time == "学期":
            yield product * 2, (*words, "2学期")
        if each.time == "季度":
            yield product * 4, (*words, "4季度")


def _agrees(way: Multiplied, close: Decimal) -> bool:
    amount, each, count = way.amount, way.each.figure, way.heads
    slack = close * amount.value + amount.number.step / 2
    if way.each.average and each.value:
        slack += way.due * each.number.step / 2 / each.value
    if count.number.scale > 1 and count.value:
        slack += way.due * count.number.step / 2 / count.value
    return abs(way.due - amount.value) <= slack


# --- averages of what stands beside them ---


class Average(NamedTuple):
    """不合的平均数."""

    average: Figure
    whole: Figure
    heads: Figure
    due: Decimal


def wrong_averages(report: Report) -> Iterator[Average]:
    """行政村321个、受益群众46.8万人，平均每村1500人: the one number of each kind before it in the sentence."""
    for sentence in report.sentences:
        if "均" in sentence.text:
            figures = [f for f in report.register.in_sentence(sentence) if f.role == "amount" and not f.last]
            for at, figure in enumerate(figures):
                each = each_of(figure)
                if (
                    each is not None
                    and each.average
                    and figure.number.exact
                    and not each.time
                    and "/" not in figure.unit
                ):
                    yield from _averaged(each, figures[max(0, at - _BEFORE) : at])


def _averaged(each: Each, before: Sequence[Figure]) -> Iterator[Average]:
    figure = each.figure
    wholes = [f for f in before if f.unit == figure.unit and f.value > figure.value and each_of(f) is None]
    counts = [f for f in before if _number(each, f) and f not in wholes]
    ways = [Average(figure, w, c, w.value / _number(each, c)) for w in wholes[-_MOST:] for c in counts[-_MOST:]]
    good = any(abs(way.due - figure.value) <= _slack(way) for way in ways)
    sure = len(wholes) == len(counts) == 1 and wholes[0].number.exact and counts[0].number.exact
    if sure and not good and _NEAR[0] <= figure.value / ways[0].due <= _NEAR[1]:
        yield ways[0]


def _slack(way: Average) -> Decimal:
    whole, count = way.whole.number, way.heads.number
    rounded = way.due * (
        whole.step / 2 / way.whole.value + (count.step / 2 / way.heads.value if count.scale > 1 else 0)
    )
    return way.average.number.step / 2 + rounded + way.due / 200
