"""结余的识读: what was there, what was spent and what is left, told in words near each other, where no reading of them comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Final, NamedTuple

from crosschecks.reports.kit import PART, SENTENCE, Figure, Report, Window, stage_of, windows
from crosschecks.reports.slips import mistyped

_WHOLES: Final = ("income", "received", "adjusted", "initial", "planned", "issued", "contract")  # the likeliest first
_CENT: Final = Decimal(1)
_NEAR_ONLY: Final = frozenset({"contract"})  # of one deal: only beside its payments
_LEFT: Final = ("carried", "carried_out")
_SUMMED_UP: Final = re.compile(r"累计|滚存|历年")  # what is left of many years
_OTHERWISE: Final = re.compile(r"垫|欠|借|超支|利息|调剂|调入|调出|划转|归还|分两年|分年")
_HELD: Final = re.compile(r"（?(?:其中|含|包括|包含)[^，。；]{0,8}$")
_CLOSE: Final = (Decimal("0.2"), Decimal(5))  # another thing altogether where what is left lies further off
_SPENT_IN_ALL: Final = re.compile(
    r"(?:实际|总|累计|全年)(?:共|总)?(?:支出|支付|使用|执行)"
)  # beside what single things cost
_CHANGES: Final = re.compile(r"调增|追加|增加|调减|核减|压减|减少")


class Balance(NamedTuple):
    """不合的结余. whole − spent (± more) is due; more: what was carried in (＋) and taken back (−)."""

    left: Figure
    whole: Figure
    spent: Figure
    more: tuple[tuple[Figure, int], ...]

    @property
    def due(self) -> Decimal:
        """What would be left."""
        return (
            self.whole.value - self.spent.value + sum((sign * figure.value for figure, sign in self.more), Decimal(0))
        )


def wrong_balances(report: Report) -> Iterator[Balance]:
    """Each amount left is compared once, within the narrowest stretch that tells the rest."""
    seen: set[int] = set()
    for window in windows(report):
        left = _one(_this_year(report, window, *_LEFT))
        spent = _one(window.of("spent"))
        if left is None or spent is None or id(left) in seen:
            continue
        wholes = [f for name in _WHOLES if name not in _NEAR_ONLY or window.width <= SENTENCE for f in window.of(name)]
        if not wholes or not all(figure.number.exact for figure in (left, spent, *wholes)):
            continue
        seen.update(id(figure) for figure in window.of(*_LEFT))
        found = _compared(report, window, (left, spent), wholes)
        if found is not None:
            yield found
    yield from _mistyped(report, seen)


def _mistyped(report: Report, seen: set[int]) -> Iterator[Balance]:
    """余额2.46万元 where an amount of the report less what was spent is 2.64万元: nobody needs to say what that amount is."""
    money = [f for f in report.register.by_unit.get("元", ()) if f.role == "amount" and not f.last and f.number.exact]
    stages = [(figure, stage) for figure in money if (stage := stage_of(figure)) is not None and not stage.scope]
    paid = [figure for figure, stage in stages if stage.name == "spent"]
    spent = _one(paid) or _one([figure for figure in paid if _SPENT_IN_ALL.search(figure.words)])
    left = [figure for figure, stage in stages if stage.name in _LEFT and not _is_earlier(report, figure)]
    if spent is None or report.kind != "project" or len({figure.value for figure in left}) != 1:
        return
    if id(left[0]) in seen or any(abs(figure.value - spent.value - left[0].value) < _CENT for figure in money):
        return
    scale = left[0].number.scale
    wholes = [
        f for f in money if f.value > spent.value and mistyped((f.value - spent.value) / scale, left[0].number.written)
    ]
    if wholes and len({figure.value for figure in wholes}) == 1:
        yield Balance(left[0], wholes[0], spent, ())


def _one(found: Sequence[Figure]) -> Figure | None:
    """The figure of a stage, None where two are told."""
    return found[0] if found and len({figure.value for figure in found}) == 1 else None


def _this_year(report: Report, window: Window, *names: str) -> list[Figure]:
    return [f for f in window.of(*names) if not _is_earlier(report, f)]


def _is_earlier(report: Report, figure: Figure) -> bool:
    """2022年末结转 in a report on 2023."""
    return bool(report.year and 0 < figure.year < report.year)


def _compared(report: Report, window: Window, told: tuple[Figure, Figure], wholes: Sequence[Figure]) -> Balance | None:
    left, spent = told
    before = [*window.of("carried_in"), *(f for f in window.of(*_LEFT) if _is_earlier(report, f))]
    back = window.of("returned")
    many = len({f.value for f in before}) > 1 or len({f.value for f in back}) > 1
    summed_up = bool(_SUMMED_UP.search(left.words)) and not before
    if many or summed_up or _OTHERWISE.search(window.text):
        return None
    changes = [f for f in window.figures if f.role == "change" and f.number.is_money and _CHANGES.search(f.words)]
    beside = (f for s in window.sentences[:1] for f in report.register.in_sentence(s) if window.width == PART)
    earlier = [f for f in beside if f is not left and f.number.end <= left.number.start and _is_left(f)]
    more = [
        *((f, 1) for f in (*before[:1], *earlier[-1:])),
        *((f, -1) for f in back[:1]),
        *((f, 1 - 2 * f.down) for f in changes[:3]),
    ]
    slack = max(f.number.step for f in (*wholes, spent, left, *(f for f, _ in more)) if f.value or f is left) / 2
    ways = [Balance(left, whole, spent, some) for whole in wholes for some in _some(more)]
    if any(abs(way.due - left.value) <= slack for way in ways):
        return None
    held = [(f, sign) for f, sign in more if f.role == "amount" and f not in earlier and not _HELD.search(f.words)]
    best = Balance(left, wholes[0], spent, tuple(held))
    far = best.due <= 0 or not _CLOSE[0] <= left.value / best.due <= _CLOSE[1]
    return None if far and not (window.width == PART and best.due > 0 and not window.scope) else best


def _is_left(figure: Figure) -> bool:
    stage = stage_of(figure)
    return stage is not None and stage.name in _LEFT


def _some(more: Sequence[tuple[Figure, int]]) -> Iterator[tuple[tuple[Figure, int], ...]]:
    """Every choice among a handful."""
    for count in range(len(more) + 1):
        yield from combinations(more, count)
