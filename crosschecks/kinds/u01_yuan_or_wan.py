"""U01 元/万元混用 (财政报表金额单位): the same figure in 元 and in 万元, parts in one and their total in the other.

Found by the digits, which are the same or a factor of ten thousand apart, and only where the words or the sum tie the two together.
A lone 0元 among 万元 is hinted at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from typing import Final

from crosschecks.reports.breakdowns import added
from crosschecks.reports.magnitudes import (
    by_the_head,
    in_lists,
    in_products,
    in_rates,
    in_tables,
    out_of_proportion,
    paid_to_heads,
)
from crosschecks.reports.unit_prices import Priced, wrong_prices_told
from crosschecks.rule import (
    Dossier,
    Figure,
    Fix,
    Found,
    Kind,
    Profile,
    Report,
    Severity,
    alike,
    plain,
)

_WAN: Final = Decimal(10_000)
_DIGITS: Final = 4  # significant digits from which the same ones are no accident
_ALIKE: Final = 0.2
_A_PERSON: Final = Decimal(1_000_000)
_EARNS: Final = re.compile(
    r"(?:人均|户均|每人|每户|(?:员|户|民|工|人|者|师|农)(?:每年|每月|年均|月均))(?:年|月|均|可|实现|可支配)*(?:增收|收入|增加收入|工资|补助|补贴|纯收入)(?:达到?|为|约)?$"
)


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every report by itself."""
    for report in dossier.reports:
        told: set[int] = set()
        for found in report.breakdowns:
            if (found.total.number.is_money and found.total.value and found.sum == found.total.value * _WAN) or (
                found.total.number.is_money and found.sum and found.sum * _WAN == found.total.value
            ):
                told.add(id(found.total))
                yield _wrong(found.total, f"{added(found.parts)}万元，总数写作{found.total.shown}", found.parts)
        yield from _in_sums(report, told)
        yield from _same_digits(report, told)
        yield from _lone_yuan(report)
        yield from _multiplied(report, told)
        yield from _of_one_person(report, told)
        yield from _slips(report, told)


def _slips(report: Report, told: set[int]) -> Iterator[Found]:
    """Amounts that fit at another magnitude, and those out of all proportion."""
    readers = (in_products, in_rates, in_tables, by_the_head, paid_to_heads, out_of_proportion)
    in_parts = (slip for found in report.breakdowns for slip in in_lists(found))
    for slip in chain(in_parts, *(read(report) for read in readers)):
        figure = slip.figure
        if id(figure) in told:
            continue
        told.add(id(figure))
        yield Found(
            f"“{figure.label or figure.shown}”{figure.shown}单位疑误（元/万元）。",
            slip.why,
            (figure.place(), *slip.others),
            "请核对单位是元还是万元",
            None if slip.sure else Severity.WARNING,
        )


def _multiplied(report: Report, told: set[int]) -> Iterator[Found]:
    """87件，罚款合计694.26元，件均7.98万元: the number times what each comes to makes the same digits in the other unit."""
    for sentence in report.prose:
        for wrong in wrong_prices_told(sentence, report.register):
            if isinstance(wrong, Priced) and wrong.off and wrong.whole.number.is_money and id(wrong.whole) not in told:
                told.add(id(wrong.whole))
                unit = "万元" if wrong.off > 0 else "元"
                shown = (
                    f"{wrong.each.shown}×{wrong.many.shown}＝{plain(wrong.due / (_WAN if wrong.off > 0 else 1))}{unit}"
                )
                yield _slipped(wrong.whole, unit, shown, (wrong.many, wrong.each))


def _of_one_person(report: Report, told: set[int]) -> Iterator[Found]:
    """护林员年均增收9600万元: what one person or household has in a year is no million."""
    for figure in report.register.by_unit.get("元", ()):
        if (
            figure.value >= _A_PERSON
            and figure.number.scale == _WAN
            and id(figure) not in told
            and _EARNS.search(figure.words)
        ):
            yield _slipped(figure, "元", f"每人（户）{figure.shown}，不合常情", ())


def _slipped(figure: Figure, unit: str, arithmetic: str, others: tuple[Figure, ...]) -> Found:
    return Found(
        f"“{figure.label or figure.shown}”{figure.shown}单位疑误，应为{unit}。",
        arithmetic,
        (figure.place(), *(other.place() for other in others)),
        f"请核对单位，应为{unit}的改为{unit}",
    )


def _in_sums(report: Report, told: set[int]) -> Iterator[Found]:
    """预算320.00万元，支出256.00元，结余64.00万元: the only one in 元, which adds up with its neighbours once it is taken for 万元."""
    for sentence in report.sentences:
        money = [f for f in report.register.in_sentence(sentence) if f.number.is_money and f.role == "amount"]
        small = [figure for figure in money if figure.number.label_unit == "元"]
        large = [figure for figure in money if figure.number.label_unit == "万元"]
        if len(small) != 1 or len(large) < 2 or not small[0].value or id(small[0]) in told:
            continue
        odd, others = small[0], [figure.value for figure in large]
        for value, fits in ((odd.value, False), (odd.value * _WAN, True)):
            whole = sum(others, Decimal(0)) - max(others) + value == max(others)
            sums = whole or any(value in {abs(one - two), one + two} for one, two in _neighbours(others))
            if sums and fits:
                told.add(id(odd))
                shown = "、".join(figure.shown for figure in large[:3])
                yield _wrong(odd, f"{odd.shown}按万元计，与{shown}相符", tuple(large[:2]))
            elif sums:
                break


def _neighbours(values: list[Decimal]) -> list[tuple[Decimal, Decimal]]:
    return [(values[at - 1], values[at]) for at in range(1, len(values))]


def _same_digits(report: Report, told: set[int]) -> Iterator[Found]:
    by_digits: dict[Decimal, list[Figure]] = {}
    for figure in report.register.figures:
        if figure.number.is_money and len(figure.number.written.normalize().as_tuple().digits) >= _DIGITS:
            by_digits.setdefault(figure.number.written.normalize(), []).append(figure)
    for figures in by_digits.values():
        small = [figure for figure in figures if figure.number.scale == 1 and id(figure) not in told]
        large = [figure for figure in figures if figure.number.scale == _WAN]
        for figure in small:
            like = [other for other in large if alike(figure.label, other.label) >= _ALIKE]
            if like:
                told.add(id(figure))
                yield _wrong(figure, f"{figure.shown}与{like[0].shown}数字相同，单位不同", tuple(like[:2]))


def _wrong(figure: Figure, arithmetic: str, others: tuple[Figure, ...]) -> Found:
    place = figure.place(wide=False)
    unit = figure.number.label_unit
    fix = Fix(place, figure.shown, figure.shown.replace(unit, "万元")) if unit == "元" else None
    return Found(
        f"“{figure.label or figure.shown}”{figure.shown}单位疑误（元/万元）。",
        arithmetic,
        (figure.place(), *(other.place() for other in others)),
        f"请核对单位，{plain(figure.number.written)}应为万元的改为万元",
        fix=fix,
    )


def _lone_yuan(report: Report) -> Iterator[Found]:
    """0元 between amounts in 万元 of one sentence."""
    for sentence in report.sentences:
        money = [figure for figure in report.register.in_sentence(sentence) if figure.number.is_money]
        small = [figure for figure in money if figure.number.label_unit == "元"]
        others = [figure for figure in money if figure.number.label_unit == "万元"]
        if len(small) == 1 and small[0].value == 0 and len(others) >= 2:
            place = small[0].place(wide=False)
            yield Found(
                f"“{small[0].label}”写作{small[0].shown}，同句其他金额用万元。",
                f"{small[0].shown}；{others[0].shown}",
                (small[0].place(), others[0].place()),
                "请统一用万元",
                Severity.WARNING,
                fix=Fix(place, small[0].shown, "0万元"),
            )


KIND = Kind("U01", "元/万元混用", Severity.ERROR, "财政报表金额单位", paper=check_paper)
