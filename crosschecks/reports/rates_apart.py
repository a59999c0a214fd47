"""离得远的执行率: a rate of execution whose amounts stand in other sentences, another section or a table.

One of the two stands beside the rate (the amount spent, or the budget it says it is of); the other is the only one of its kind that the report
tells for the whole. A rate that any budget of the report gives is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from crosschecks.reports.kit import Figure, Place, Report, Stage, stage_of
from crosschecks.reports.spending import Whole, spent_in

_RATE: Final = re.compile(
    r"(?:^|[，；：。、（])(?:整体|总体|总|部门|单位|全年|资金|预算|经费|当年|年度)*(?:执行|支出|支付|使用|完成)(?:率|进度)(?:（[^（）]*）)?(?:为|是|仅|达到?|约|：)*$"
)
_NAMED: Final = re.compile(r"预算(?:执行|完成|支出)率|执行率|支出率|支付率|使用率|(?:执行|支出|支付)进度")
_NOT_OURS: Final = re.compile(r"目标|不低于|应达|上年|去年|同期|季度|上半年|月底|预期|要求|力争|采购|三公|项目")
_BASES: Final = ("adjusted", "initial", "planned", "issued", "received", "income")
_AROUND: Final = 12  # sentences
_MOST: Final = 4
_SPAN: Final = 40  # figures of a sentence that are looked at; no sentence of a report has more
_BESIDE: Final = 12  # figures looked at before a rate
_CLOSE: Final = Decimal("1.5")
_LEAST: Final = Decimal("0.01")


class Apart(NamedTuple):
    """不合的率: what it is reckoned from, in yuan, with where that is told."""

    rate: Figure
    part: Decimal
    whole: Decimal
    places: tuple[Place, ...]

    @property
    def due(self) -> Decimal:
        """In per cent."""
        return self.part / self.whole * 100


def rates_apart(report: Report, known: set[int]) -> Iterator[Apart]:
    """Rates that no one has spoken of yet."""
    bases = _bases(report) if len(_spent(report)) <= _MOST else []  # of many amounts spent none is that of the whole
    whole = spent_in(report)
    for place, sentence in enumerate(report.prose):
        figures = report.register.in_sentence(sentence) if "%" in sentence.text else []
        for at, rate in enumerate(figures):
            if rate.unit == "%" and id(rate) not in known and _is_rate(report, rate):
                beside = [
                    (f, stage)
                    for f in figures[max(0, at - _BESIDE) : at]
                    if (stage := stage_of(f)) is not None and _whole(stage)
                ]
                spent = [f for f, stage in beside if stage.name == "spent"]
                own = [f for f, stage in beside if stage.name in _BASES]
                # 某专项1720万元，实际执行1719.81万元，执行率100%: an amount of something else is what the rate is of.
                other = any(
                    f.number.is_money and not any(f is g for g in (*spent, *own))
                    for f in figures[max(0, at - _BESIDE) : at]
                )
                yield from ([] if other else _by_base(rate, spent, own, bases)) or _by_spending(
                    report, place, rate, (own, whole)
                )


def _is_rate(report: Report, rate: Figure) -> bool:
    words = rate.sentence.text[max(0, rate.behind - 1) : rate.number.start]
    start, _ = rate.sentence.clause(rate.number.start)
    own = _NAMED.search(words) and _RATE.search(rate.sentence.text[max(0, start - 1) : rate.number.start])
    year = not (rate.year and report.year and rate.year != report.year)
    return bool(own) and year and rate.number.exact and not rate.last and not _NOT_OURS.search(rate.words)


def _bases(report: Report) -> list[Figure]:
    """What a report tells to be the budget, the grant or the receipts of the whole."""
    told: list[tuple[Figure, Stage]] = [
        (figure, stage)
        for figure in report.register.by_unit.get("元", ())
        if figure.sentence.cell is None and (stage := stage_of(figure)) is not None
    ]
    names = [f for f, stage in told if stage.name in _BASES and _whole(stage)]
    return [f for f in names if f.value and f.number.exact and not f.last]


def _spent(report: Report) -> set[Decimal]:
    """Every amount that may be the spending of the whole."""
    figures = (f for f in report.register.by_unit.get("元", ()) if f.sentence.cell is None)
    return {f.value for f in figures if (stage := stage_of(f)) is not None and stage.name == "spent" and _whole(stage)}


def _whole(stage: Stage) -> bool:
    """共下达我市, 全市支出: the whole of what came here."""
    return not stage.scope or bool(re.fullmatch(r"(?:我|本|全)[市县区省州局院校镇乡]", stage.scope))


def _by_base(rate: Figure, spent: list[Figure], own: list[Figure], bases: list[Figure]) -> list[Apart]:
    """The amount spent beside it, the budget further away."""
    values = {figure.value for figure in bases}
    if own or len({figure.value for figure in spent}) != 1 or not values or len(values) > _MOST:
        return []
    part = spent[-1]
    ways = [Apart(rate, part.value, f.value, (rate.place(), part.place(), f.place())) for f in bases]
    return _told(rate, ways)


def _by_spending(report: Report, at: int, rate: Figure, told: tuple[list[Figure], Whole | None]) -> list[Apart]:
    """The budget in its paragraph, the amount spent in the table of the whole."""
    (own, spent), sentence = told, report.prose[at]
    near = own or [
        figure
        for other in report.prose[max(0, at - _AROUND) : at + _AROUND]
        if other.block is sentence.block
        for figure in report.register.in_sentence(other)[:_SPAN]
        if (stage := stage_of(figure)) is not None and stage.name in _BASES and not stage.scope and not figure.last
    ]
    beside = [
        f for f in report.register.in_sentence(sentence)[:_SPAN] if (s := stage_of(f)) is not None and s.name == "spent"
    ]
    if not near or beside or spent is None:
        return []
    ways = [Apart(rate, spent.yuan, f.value, (rate.place(), spent.place, f.place())) for f in reversed(near) if f.value]
    return _told(rate, ways)


def _told(rate: Figure, ways: list[Apart]) -> list[Apart]:
    """The likeliest, where none agrees and it is not far off."""
    step = max(rate.number.step / 2, _LEAST)
    if any(abs(way.due - rate.value) <= step for way in ways):
        return []
    near = [way for way in ways if rate.value > 0 and way.due / _CLOSE <= rate.value <= way.due * _CLOSE]
    return near[:1]
