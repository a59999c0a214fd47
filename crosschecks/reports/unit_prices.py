"""数量与单价的识读: how many there are, how much for each and how much in all, told in one stretch of a sentence in whatever order.

236套，每套1.35万元，计318.60万元; 检验费13.38万元，按1520批次、每批次88元计; 8批360人，每批45人; 87件，罚款694.26万元，件均7.98万元.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from crosschecks.reports.register import Figure, Register
from crosschecks.reports.sentences import Sentence
from values.kept import once

_EACH: Final = re.compile(
    r"(?:每(?:一)?(?P<per>个?[\u4e00-\u9fff]{1,3}?)|(?P<mean>[户人件次亩辆套台场家站村校床班])均|单(?![价位独项一])(?P<one>[\u4e00-\u9fff]))"
    r"(?P<what>(?:年度?|按|补助|补贴|奖励|奖补|资助|支付|发放|投入|投资|采购|运维|运行|维护|维修|建设|检测|检验|服务|培训|成本|费用?|单价|价格|标准|平均|约|为|是|计){0,4})$"
)
_ALIKE: Final = {"名": "人", "位": "人", "生": "人", "学生": "人", "个人": "人"}
_TIMES: Final = re.compile(
    r"每(?:个?月|天|日|季度?|学期|学年|周|次(?!数)|小时|班次)|个月|按月|按季|按天|逐月|/[天日月]"
)
_PERIODS: Final = frozenset({"个月", "月", "天", "日", "周", "小时", "季度", "学期", "年", "学时", "课时"})
_NOT_ALL: Final = re.compile(
    r"预付|首付|首期|尾款|质保|进度|折|减免|差额|补缴|新老|加权|超出|分担|比例|上年|去年|封顶|最高|以内|不超|其余|另|部分|已支?付|阶梯|结转|欠"
)
_MEAN: Final = re.compile(r"均")
_WIDE: Final = (Decimal("0.55"), Decimal("1.8"))
_WAN: Final = Decimal(10_000)
_LEAST: Final = 2


class Priced(NamedTuple):
    """数量×单价. whole: as told; off: 0 for another amount, else by how many ten-thousands its unit is off (1: 元 for 万元, -1: 万元 for 元)."""

    many: Figure
    each: Figure
    whole: Figure
    off: int = 0

    @property
    def due(self) -> Decimal:
        """In the base unit."""
        return counted(self.many, self.each) * self.each.value


class Miscounted(NamedTuple):
    """户数写成金额: `many` is in money, and what was paid over what each got makes the very number."""

    many: Figure
    each: Figure
    whole: Figure
    per: str


@once
def wrong_prices_told(sentence: Sentence, register: Register) -> tuple[Priced | Miscounted, ...]:
    """Of every stretch between semicolons that tells one number, one price and one amount."""
    return tuple(_wrong(sentence, register))


def _wrong(sentence: Sentence, register: Register) -> Iterator[Priced | Miscounted]:
    for figures in _stretches(sentence, register.in_sentence(sentence)):
        text = sentence.text[sentence.clause(figures[0].number.start)[0] : sentence.clause(figures[-1].number.end)[1]]
        eaches = [figure for figure in figures if _per(figure)]
        if len(eaches) == 1 and not _NOT_ALL.search(text) and not _timed(figures, eaches[0], text):
            yield from _compared(figures, eaches[0])


def counted(count: Figure, each: Figure) -> Decimal:
    """How many: 408公里 are 408 of 公里."""
    per = _per(each)
    return count.number.written * (count.number.scale if count.number.label_unit != per else 1)


def _stretches(sentence: Sentence, figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    found: list[list[Figure]] = []
    end = 0
    for figure in figures:
        if not found or "；" in sentence.text[end : figure.number.start]:
            found.append([])
        found[-1].append(figure)
        end = figure.number.end
    return (part for part in found if len(part) > _LEAST)


@once
def _per(figure: Figure) -> str:
    """What an amount is for each of, '' for none."""
    if "/" in figure.unit:
        words = figure.unit.split("/")[1:]
        return _ALIKE.get(words[0], words[0]) if len(words) == 1 and words[0] not in _PERIODS else ""
    match = _EACH.search(figure.words)
    per = str(match["per"] or match["mean"] or match["one"]) if match else ""
    return "" if per in _PERIODS or not figure.unit or figure.unit == "%" else _ALIKE.get(per, per)


def _timed(figures: Sequence[Figure], each: Figure, text: str) -> bool:
    """So much a month, a day, a time: there is one more factor."""
    return bool(_TIMES.search(text)) or any(f.unit in _PERIODS for f in figures if f is not each)


def _is_count(figure: Figure, per: str) -> bool:
    unit = _ALIKE.get(figure.number.label_unit, figure.number.label_unit)
    name = per.removeprefix("个")
    return (
        unit == per
        or _ALIKE.get(figure.unit, figure.unit) == per
        or (unit in {"", "个"} and figure.after.startswith(name))
    )


def _compared(figures: Sequence[Figure], each: Figure) -> Iterator[Priced | Miscounted]:
    per, unit = _per(each), each.unit.split("/")[0]
    plain = [f for f in figures if f is not each and f.role == "amount" and not f.last and f.number.exact]
    counts = [f for f in plain if f.unit != unit and _is_count(f, per)]
    wholes = [f for f in plain if f.unit == unit and f not in counts]
    if not each.number.exact or not each.value or any(not f.number.exact for f in figures if f.unit == unit):
        return
    if not counts:
        yield from _miscounted(wholes, each, per)
        return
    ways = [Priced(count, each, whole) for count in counts for whole in wholes if count.value]
    if any(_agrees(way) for way in ways) or len(counts) > 1:
        return
    values = sorted(whole.value for whole in wholes)
    if len(values) > 1 and any(abs(sum(values[:-1]) + way.due - values[-1]) <= way.whole.number.step for way in ways):
        return  # the largest is what all of them come to: 每人次320元，讲课费1.20万元，共8.88万元
    near = [way for way in ways if _WIDE[0] <= way.whole.value / way.due <= _WIDE[1]]
    off = [Priced(way.many, each, way.whole, n) for way in ways for n in (1, -1) if _agrees(way, n)]
    if len(off) == 1:
        yield off[0]
    elif len(near) == 1 == len(wholes) or (len(near) == 1 and not _MEAN.search(each.words)):
        yield near[0]


def _agrees(way: Priced, off: int = 0) -> bool:
    count, whole = counted(way.many, way.each), way.whole
    scale = _WAN**off
    slack = (
        count * way.each.number.step / 2
        + whole.number.step * scale / 2
        + way.each.value * way.many.number.step / 2 * (way.many.number.scale > 1)
    )
    return abs(way.due - whole.value * scale) <= slack


def _miscounted(amounts: Sequence[Figure], each: Figure, per: str) -> Iterator[Miscounted]:
    """走访1320万元，发放66.00万元，户均500元."""
    for whole in amounts:
        for count in amounts:
            number = count.number.written
            if count is whole or number != number.to_integral_value() or number < _LEAST or not count.number.is_money:
                continue
            if abs(number * each.value - whole.value) <= number * each.number.step / 2 + whole.number.step / 2:
                yield Miscounted(count, each, whole, per)
                return
