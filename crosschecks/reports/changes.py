"""增减的识读: a change over last year told in a sentence: by how much, at what rate, of which amount this year and last year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from crosschecks.reports.register import Figure, Register
from crosschecks.reports.sentences import Sentence
from crosschecks.reports.words import CHANGE, PRIOR

if TYPE_CHECKING:
    from crosschecks.reports.report import Report

_COUNTED: Final = frozenset({"%", "个百分点", "百分点"})
_FROM_TO: Final = re.compile(
    r"(?:由|从)[^。；]{1,30}(?:提高|提升|增加|增长|上升|减少|下降|降低|缩短|扩大|压减|缩减|降|增|升|减|提|扩)(?:到|至)"
)
_FROM: Final = re.compile(r"(?:由|从)[^，；。]{0,16}$")
_YEARS: Final = re.compile(r"((?:19|20)\d{2})年")
_COME_TO: Final = re.compile(r"(?:到|至)约?$")
_POINTS: Final = frozenset({"个百分点", "百分点"})
_BARE: Final = frozenset(
    {"", "同比", "了", "比上年", "较上年", "幅度", "约"}
)  # words of a rate that name nothing of their own
_ONE_BY_ONE: Final = frozenset("起件人名户个次家台套辆场期所份处座宗例") | {"人次"}
_NAME: Final = 4
_NOUN: Final = 2
_THAN_PLAN: Final = re.compile(
    r"[比较](?:年初|全年|当年|调整后?的?)?(?:预算|计划)(?:数|安排|金额)?(?:的)?(?:多|增加|超出|超过|高出|超支|(?P<down>少|减少|节约|节省|结余|下降|降低|压减))(?:支出)?$"
)
_PLAN: Final = re.compile(r"预算|计划")
_BACK: Final = 4
_CLOSE: Final = (Decimal("0.6"), Decimal("1.67"))
_COMPARING: Final = re.compile(
    r"^.*(?:与|比|较|同(?!口径|期))(?:(?:19|20)\d{2}年度?|□+|上年度?|去年|上一年度?|上年同期)?(?:同口径|同期)?的?"
)
_WHOLE: Final = re.compile(r"合计|总计|共计|总额|全年|本年|决算数?$|两项|三项")
_LEAST: Final = Decimal("0.01")


@dataclass(frozen=True, eq=False)
class Change:
    """增减: amount and rate as told; this year's and last year's amount where the sentence tells them."""

    sentence: Sentence
    amount: Figure | None
    rate: Figure | None
    current: Figure | None
    prior: Figure | None

    @property
    def down(self) -> bool:
        """减少, 下降."""
        told = self.amount or self.rate
        return told is not None and told.down

    @property
    def signed(self) -> Decimal | None:
        """The amount with its direction."""
        if self.amount is None:
            return None
        return -self.amount.value if self.amount.down else self.amount.value

    @property
    def exact(self) -> bool:
        """Nothing in it is rough."""
        told = (self.amount, self.rate, self.current, self.prior)
        return all(figure.number.exact for figure in told if figure is not None)


def changes_of(report: Report) -> Iterator[Change]:
    """Every change of a report; one whose amount stands in the sentence before, under the same name, takes it from there."""
    before: Sentence | None = None
    for at, sentence in enumerate(report.sentences):
        for change in changes(sentence, report.register, report.year):
            own = before is not None and before.block is sentence.block and change.current is None
            found = _with_current(change, report.register.in_sentence(before)) if own and before is not None else change
            yield found if found.current is not None else _told_before(found, report, at)
        before = sentence


def _told_before(change: Change, report: Report, at: int) -> Change:
    """决算数50万元。与上年决算数46万元相比，下降8%: this year's amount is told under the name of last year's, a sentence or two before."""
    prior = change.prior
    noun = _COMPARING.sub("", prior.words).strip("的，、： □") if prior is not None else ""
    if prior is None or len(noun) < _NOUN or prior.sentence is not change.sentence:
        return change
    near = [s for s in report.sentences[max(0, at - _BACK) : at] if s.path == change.sentence.path and s.cell is None]
    told = [
        figure
        for sentence in near
        for figure in report.register.in_sentence(sentence)
        if figure.unit == prior.unit and figure.role == "amount" and not figure.last and figure.number.exact
    ]
    named = [figure for figure in told if figure.words.strip("，、：为共 □").endswith(noun)]
    whole = [f for f in named if _WHOLE.search(f.words) or f.words.strip("，、：为共 □") == noun]
    close = [f for f in whole if _CLOSE[0] <= f.value / prior.value <= _CLOSE[1]] if prior.value > 0 else []
    return replace(change, current=close[-1]) if len({f.value for f in close}) == 1 else change


def readings(change: Change, register: Register) -> Iterator[Change]:
    """The change as read, and as one of every other amount that its sentence tells before it (培训2860人，取证2727人，较上年增加352人)."""
    yield change
    told = change.amount or change.rate
    if change.current is None or told is None:
        return
    for figure in register.in_sentence(change.sentence):
        if figure is told:
            return
        if figure.unit == change.current.unit and figure.role == "amount" and figure.value and not figure.last:
            yield replace(change, current=figure)


def _with_current(change: Change, figures: list[Figure]) -> Change:
    told = change.amount or change.rate
    name = CHANGE.sub("", told.words).strip("各共约了： □") if told is not None else ""
    told_once = [figure for figure in figures if told is not None and _counts(figure, told.unit) and not figure.last]
    if (
        len(told_once) > 1
        and len({figure.value for figure in told_once}) == 1
        and name[-2:] == told_once[-1].words[-2:]
    ):
        return Change(
            change.sentence, change.amount, change.rate, told_once[-1], change.prior
        )  # 收、支总计 of one amount
    for figure in figures:
        same = _counts(figure, told.unit if told is change.amount and told is not None else "") and not figure.last
        if same and len(name) >= _NAME and figure.words.rstrip("共约为：了 ").endswith(name):
            return Change(change.sentence, change.amount, change.rate, figure, change.prior)
    return change


def opposed(sentence: Sentence, register: Register) -> Iterator[tuple[Figure, Figure]]:
    """增加125.50万元，下降6.81%: amount and rate of one change told in two directions."""
    for amount, rate in pairwise(register.in_sentence(sentence)):
        both = amount.role == rate.role == "change" and amount.unit not in _COUNTED and rate.unit == "%"
        bare = CHANGE.sub("", rate.words).strip("，、（ ") in _BARE
        if both and amount.down != rate.down and bare and amount.value and rate.value:
            yield amount, rate


def against_plan(sentence: Sentence, register: Register) -> Iterator[tuple[Figure, Figure, Figure]]:
    """预算58万元，决算50.80万元，比预算数多7.20万元: the difference, the budget and what it came to, where they tell another difference."""
    if "预算" not in sentence.text and "计划" not in sentence.text:
        return
    figures = register.in_sentence(sentence)
    for budget, spent, gap in zip(figures, figures[1:], figures[2:], strict=False):
        told = _THAN_PLAN.search(gap.words)
        plain = all(f.number.exact and f.unit == budget.unit and not f.last for f in (budget, spent, gap))
        if (
            not told
            or not plain
            or not _PLAN.search(budget.words)
            or _PLAN.search(spent.words)
            or budget.role != "amount"
        ):
            continue
        due, step = spent.value - budget.value, max(f.number.step for f in (budget, spent, gap))
        if abs(due - (-gap.value if told["down"] else gap.value)) > step:
            yield gap, budget, spent


def changes(sentence: Sentence, register: Register, year: int = 0) -> Iterator[Change]:
    """Every change of a sentence that compares with last year. `year`: the report's, 0 when it says none."""
    told = bool(PRIOR.search(sentence.text) or _FROM_TO.search(sentence.text))
    figures = register.in_sentence(sentence)
    if not (told or _two_years(sentence.text, year)) or not any(figure.role == "change" for figure in figures):
        return
    at = begin = 0
    while at < len(figures):
        first = figures[at]
        if first.role != "change":
            at += 1
            continue
        second = figures[at + 1] if at + 1 < len(figures) else None
        pair = second is not None and second.role == "change" and second.unit == "%" and first.down == second.down
        amount, rate = (None, first) if first.unit == "%" else (first, second if pair else None)
        end = at + (2 if amount is not None and rate is not None else 1)
        unit = amount.unit if amount is not None else ""
        if not told and CHANGE.sub("", first.words).strip("，、（ 率为") not in _BARE:
            at = begin = end
            continue  # 2022年投入…，2023年投入…，场次增长12% is no change of the money
        yield Change(sentence, amount, rate, *_ends(figures, (begin, at, end), unit, year))
        at = begin = end


def _two_years(text: str, year: int) -> bool:
    """2023年支出640万元，2022年支出600万元，增长率6.67%."""
    told = {int(found) for found in _YEARS.findall(text)}
    return bool(year) and told == {year, year - 1}


def _ends(
    figures: list[Figure], span: tuple[int, int, int], unit: str, year: int
) -> tuple[Figure | None, Figure | None]:
    """This year's amount, nearest before the change, and last year's, before or right behind it."""
    begin, at, end = span
    # What stands before a semicolon and another change is that change's: 门诊…增长8%；住院…增长5%.
    text = figures[at].sentence.text
    part = text.rfind("；", figures[begin - 1].number.end, figures[at].number.start) if begin else -1
    before = [figure for figure in figures[:at] if figure.number.start > part and _counts(figure, unit)]
    priors = [
        figure
        for figure in before[-4:]
        if figure.last
        or _from(figure, before)
        or (0 < figure.year < year and figure in figures[begin:at] and not _COME_TO.search(figure.words))
    ]
    if end < len(figures) and _in_bracket_behind(figures[end]) and _counts(figures[end], unit):
        priors = [figures[end]]
    prior = priors[-1] if priors else None
    currents = [figure for figure in before if not figure.last and figure is not prior]
    current = currents[-1] if currents else None
    if prior is None and end < len(figures) and _counts(figures[end], unit):
        behind = figures[end]
        prior = behind if behind.last or (0 < behind.year < year and behind.role == "amount") else None
    if prior is None and current is None and end + 1 < len(figures):  # 较上年减少3起，由8起下降到6起
        first, second = figures[end], figures[end + 1]
        pair = _counts(first, unit) and _counts(second, unit) and _FROM.search(first.words)
        if pair and _COME_TO.search(second.words):
            prior, current = first, second
    if current is not None and prior is not None and current.unit != prior.unit:
        current = None
    return current, prior


def _in_bracket_behind(figure: Figure) -> bool:
    """增长7.14%（上年1.40万人次）: last year's amount of the change right before."""
    return figure.last and figure.words.startswith("（")


def _from(figure: Figure, told: list[Figure]) -> bool:
    """由95.1%提高到96.4%: the first is what it was."""
    at = told.index(figure)
    behind = told[at + 1].words if at + 1 < len(told) else ""
    return bool(re.search(r"(?:由|从)[^，；。]{0,16}$", figure.words)) and bool(_COME_TO.search(behind))


def _counts(figure: Figure, unit: str) -> bool:
    """May it be one of the two amounts?"""
    shares = unit in _POINTS and figure.role == "share"  # 占部门预算的59.78%，与上年的58.20%相比提高1.58个百分点
    return (
        (figure.role == "amount" or shares)
        and "/" not in figure.unit
        and (figure.unit == ("%" if unit in _POINTS else unit) if unit else figure.unit not in _COUNTED)
    )


def rate_due(change: Change) -> tuple[Decimal, Decimal, Decimal] | None:
    """Last year's amount, the rate it gives, and what rounding may do to it; None when the sentence does not tell."""
    amount, current, prior = change.amount, change.current, change.prior
    signed = change.signed
    if signed is None and current is not None and prior is not None:
        signed = current.value - prior.value
    if signed is None or (prior is None and current is None):
        return None
    last = prior.value if prior is not None else current.value - signed if current is not None else Decimal(0)
    if last <= 0:
        return None
    steps = [_step(figure) for figure in (amount, prior or current) if figure is not None]
    if amount is None and current is not None:
        steps.append(_step(current))
    step = sum(steps, Decimal(0)) / 2
    slack = (step / last + abs(signed) * step / last / last) * 100
    return last, abs(signed) / last * 100, max(slack, _LEAST)


def _step(figure: Figure) -> Decimal:
    """What rounding may do to a figure; things counted one by one (9起, 16件) are not rounded."""
    number = figure.number
    whole = number.scale == 1 == number.step and number.unit in _ONE_BY_ONE
    return Decimal(0) if whole else number.step


def turned(change: Change) -> bool:
    """下降8% of what has risen: the direction, where the sentence tells both amounts and no amount of the change."""
    current, prior, rate = change.current, change.prior, change.rate
    if current is None or prior is None or rate is None or change.amount is not None or prior.value <= 0:
        return False
    gap = current.value - prior.value
    return abs(gap) > max(current.number.step, prior.number.step) and rate.value > 0 and (gap < 0) != rate.down


def amount_due(change: Change) -> Decimal | None:
    """This year's amount less last year's, where the sentence tells both and the change is another; None when it agrees."""
    amount, current, prior, signed = change.amount, change.current, change.prior, change.signed
    if amount is None or current is None or prior is None or signed is None:
        return None
    told = (amount, current, prior)
    counted = all(f.number.scale == 1 == f.number.step and not f.number.is_money and f.unit != "%" for f in told)
    slack = Decimal(0) if counted else max(figure.number.step for figure in told)
    due = current.value - prior.value
    return due if abs(due - signed) > slack else None
