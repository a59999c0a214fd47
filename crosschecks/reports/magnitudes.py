"""数量级的识读: amounts that fit once they are taken ten thousand times larger or smaller: 元 typed for 万元 and the other way round.

In a list with its total, beside number and standard, beside a rate, and against the same amount of a table. An amount that is far out of
proportion to all others is only suspected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from crosschecks.reports.kit import (
    AMOUNTS,
    SENTENCE,
    Breakdown,
    Figure,
    Place,
    Rate,
    Report,
    plain,
    round_half_up,
    stage_of,
    windows,
)
from crosschecks.reports.multiplied import each_of, scale_slips

WAN: Final = Decimal(10_000)
_SLACK: Final = Decimal("0.0005")
_FAR: Final = 1000
_MANY: Final = 3  # amounts to be out of proportion to
_HEAD: Final = frozenset({"人", "户"})
_WHOLES: Final = ("adjusted", "initial", "planned", "issued", "received")
_BY_HEAD: Final = re.compile(r"(?:每[人户](?:每[月年])?[\u4e00-\u9fff]{0,6}|[人户]均)$")
_PAID: Final = ("补助", "补贴", "发放", "救助", "奖励", "资助", "慰问", "兑付")
_NEAR: Final = 24
_SOME: Final = 5
_RATES: Final = ("执行率", "支出率", "支付率", "使用率", "支出进度", "支付进度", "执行进度")


class Slip(NamedTuple):
    """单位疑误. why: what it would fit; others: places of that."""

    figure: Figure
    why: str
    others: tuple[Place, ...]
    sure: bool = True


def in_lists(found: Breakdown) -> Iterator[Slip]:
    """The one part that makes the total come out at another magnitude."""
    if not found.total.number.is_money or found.open or len(found.parts) < 2:
        return
    gap = found.total.value - found.sum
    fits = [part for part in found.parts if part.value and _is_slip(part.value, part.value + gap)]
    if gap and len(fits) == 1:
        others = tuple(part.place() for part in found.parts if part is not fits[0])[:2]
        yield Slip(fits[0], f"按{_other(fits[0])}计，各项之和与{found.total.shown}相符", (found.total.place(), *others))


def in_products(report: Report) -> Iterator[Slip]:
    """Beside number and standard."""
    for way in scale_slips(report):
        figure = way.amount
        why = f"{way.each.figure.shown}×{way.heads.shown}与{figure.shown}相差一万倍"
        yield Slip(figure, why, (way.heads.place(), way.each.figure.place()))


def in_rates(report: Report) -> Iterator[Slip]:
    """预算300000万元，支出29.50万元，执行率98.33%."""
    seen: set[int] = set()
    for window in windows(report):
        if window.width > SENTENCE:
            return
        rates = [f for f in window.figures if f.unit == "%" and any(word in f.words for word in _RATES)]
        spent, wholes = window.of("spent"), window.of(*_WHOLES)
        if len(rates) != 1 or len(spent) != 1 or not wholes or id(rates[0]) in seen:
            continue
        seen.add(id(rates[0]))
        for whole in wholes:
            rate = Rate(rates[0], spent[0], whole)
            if whole.value and spent[0].value and _is_slip(rates[0].value, rate.due):
                odd = whole if whole.value > spent[0].value else spent[0]
                other = spent[0] if odd is whole else whole
                yield Slip(odd, f"按{_other(odd)}计，执行率为{rates[0].shown}", (other.place(), rates[0].place()))
                break


def in_tables(report: Report) -> Iterator[Slip]:
    """The whole of a stage in the funds table and in words, the same digits at another magnitude."""
    told = [
        (f, stage) for f in report.register.figures if (stage := stage_of(f)) and not stage.scope and f.number.exact
    ]
    for table in report.funds:
        for name in AMOUNTS if table.unit_word else ():
            overall = table.overall(name)
            if overall is None or not overall[0]:
                continue
            for figure, stage in told:
                same = stage.name == name or {stage.name, name} <= {"planned", "adjusted", "initial"}
                if same and figure.value and overall[0] in {figure.value * WAN, figure.value / WAN}:
                    row = overall[1][0]
                    yield Slip(
                        figure,
                        f"表中为{row.cells[name].flat}{table.unit_word}，数字相同，相差一万倍",
                        (table.place(row, name),),
                    )
                    break


def by_the_head(report: Report) -> Iterator[Slip]:
    """So much for a person that nobody pays: 每人每月800万元, 每人每年0.08元."""
    for figure in report.register.figures:
        if figure.unit.split("/")[0] != "元" or not figure.number.exact or not figure.value:
            continue
        each = each_of(figure)
        told = "/" in figure.unit or _BY_HEAD.search(figure.words)
        if each is None or not told or each.per not in _HEAD or each.time in {"小时", "次", "天", "日"}:
            continue
        if figure.value >= 100 * WAN and figure.number.scale >= WAN:
            yield Slip(figure, f"每{each.per}{figure.shown}", ())
        elif figure.value < 1 and each.time in {"月", "年"}:
            yield Slip(figure, f"每{each.per}每{each.time}{figure.shown}", ())


def paid_to_heads(report: Report) -> Iterator[Slip]:
    """补助120人，共发放补助115.20元: less than a yuan, or more than a million, for each."""
    for sentence in report.sentences:
        for heads, amount in pairwise(report.register.in_sentence(sentence)):
            near = (
                amount.number.start - heads.number.end <= _NEAR and amount.number.is_money and each_of(amount) is None
            )
            counted = heads.unit in _HEAD and heads.number.exact and heads.value >= _SOME
            if not near or not counted or not amount.number.exact or not any(word in amount.words for word in _PAID):
                continue
            each = amount.value / heads.value
            if each < 1 or (each >= 100 * WAN and amount.number.scale >= WAN):
                yield Slip(amount, f"{heads.shown}，平均每{heads.unit}{plain(round_half_up(each))}元", (heads.place(),))


def out_of_proportion(report: Report) -> Iterator[Slip]:
    """A whole number of 万元 a thousand times any other amount, or yuan and cents beside nothing but 万元."""
    money = [
        f for f in report.register.figures if f.number.is_money and f.role == "amount" and f.number.exact and f.value
    ]
    large = sorted((f for f in money if f.number.label_unit == "万元"), key=lambda figure: figure.value)
    if len(large) >= _MANY:
        top, rest = large[-1], {figure.value for figure in large[:-1]}
        whole = top.number.written == top.number.written.to_integral()
        if whole and len(rest) >= _MANY - 1 and top.value >= _FAR * large[-2].value:
            yield Slip(top, f"其他金额最多{large[-2].shown}", (large[-2].place(),), sure=False)
    yield from _cents(money, large)


def _cents(money: Sequence[Figure], large: Sequence[Figure]) -> Iterator[Slip]:
    small = [f for f in money if f.number.label_unit == "元" and each_of(f) is None]
    if len(large) < 2 or len(small) != 1 or small[0].value >= WAN:
        return
    (figure,) = small
    beside = [other for other in large if other.sentence is figure.sentence]
    exponent = figure.number.written.as_tuple().exponent
    if beside and exponent == -2 and stage_or_sum(figure):
        yield Slip(figure, f"同句其他金额用万元，如{beside[0].shown}", (beside[0].place(),), sure=False)


def stage_or_sum(figure: Figure) -> bool:
    """Is it the amount of a stage, or money, funds, works paid for?"""
    words = (
        "资金",
        "金额",
        "款",
        "支出",
        "预算",
        "决算",
        "投资",
        "收入",
        "补助",
        "经费",
        "合计",
        "共计",
        "支付",
        "发放",
    )
    return stage_of(figure) is not None or any(word in figure.words[-8:] for word in words)


def _is_slip(one: Decimal, other: Decimal) -> bool:
    """Ten thousand times apart, within rounding."""
    small, large = sorted((abs(one), abs(other)))
    return small > 0 and one * other > 0 and abs(large / small / WAN - 1) <= _SLACK


def _other(figure: Figure) -> str:
    return "元" if figure.number.scale >= WAN else "万元"
