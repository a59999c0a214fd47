"""占比的识读: a share told in prose with the amount it is of and the whole it is a share of, whichever way that is said.

占本年支出合计的92.97% names its whole, 占常住人口30.6万人的12.6% tells it, 分别占49.21%、11.11%和39.68% deals shares out to the amounts before, and
a share behind a part of a total is of that total. A whole that is named and nowhere told is not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from crosschecks.reports.register import Figure
from crosschecks.reports.words import GENERIC

if TYPE_CHECKING:
    from crosschecks.reports.report import Report

_BASE: Final = re.compile(r"占(?:了|到)?(?P<base>[^，；。占]{2,28}?)的?(?:比重|比例|份额)?(?:为|是|达到?|约)?$")
_DEALT: Final = re.compile(
    r"(?:占比|比重|比例)分别(?:为|是|达到?)|分别占(?P<base>[^，；。占]{0,24}?)的?(?:比重|比例)?(?:为|是)?$"
)
_SAID_DEALT: Final = re.compile("分别占|(?:占比|比重|比例)分别")
_TAIL: Final = re.compile(r"(?:分别|为|是|达到?|共计?|合计数|约|：|的|计)+$")
_OF: Final = re.compile(r"的(?:比重|比例)?(?:为|是|约|达到?)?")
_WHOLE: Final = re.compile(r"占|完成(?:全年|年度)?(?:任务|目标|计划)|(?:任务|目标|计划)$")
_ANY_WHOLE: Final = re.compile(r"总|合计|全部|全年|当年|本年|比重|比例")
_TOLD: Final = re.compile(r"占|完成")
_BARE: Final = re.compile(r"[，、（]?占(?:比)?(?:为)?")
_ALL: Final = re.compile(r"^(?:全部|所有|全市|全县|全区|全省|项目|本项目|总)+|总数$|数$")
_EMPTY_SUBJECT: Final = re.compile(
    r"其中|分别|部分|金额|资金|数量|人数|户数|面积|比例|比重|总数|合计|共计|两项|两者|三者|上述|以上|该项|此项|仅|约|共|均|各|只|其|也|已|则|就|的"
)
_BARE_SHARE: Final = re.compile(r"[，、（]?(?:约|共|合计)?占")
_STAGE_WORDS: Final = re.compile("下达|到位|批复|年初|计划|调整|申报|拨付")
_TWO: Final = 2
_NOUN: Final = 8
_CROWD: Final = 12
_LIST: Final = 3
_NAME: Final = 4


_Words = dict[tuple[str, str], list[Figure]]


class Portion(NamedTuple):
    """占比: `part` is `share` per cent of `whole`."""

    share: Figure
    part: Figure
    whole: Figure

    @property
    def due(self) -> Decimal:
        """What it comes to, in per cent."""
        return self.part.value / self.whole.value * 100

    @property
    def agrees(self) -> bool:
        """Is the share what the amounts make it?"""
        return abs(self.due - self.share.value) <= self.rounding

    @property
    def rounding(self) -> Decimal:
        """What rounding of all three may do."""
        amounts = (self.part.number.step + self.whole.number.step) / 2 / self.whole.value * 100
        return self.share.number.step / 2 + amounts


def portions(report: Report) -> Iterator[Portion]:
    """Every share of a report whose whole is known, exact figures only."""
    wholes, words = _wholes(report), _by_words(report)
    before: list[Figure] = []
    for sentence in report.sentences:
        earlier, before = before, report.register.in_sentence(sentence)
        if "%" not in sentence.text or not _TOLD.search(sentence.text):
            continue
        figures = report.register.in_sentence(sentence)
        told = (*_dealt(report, figures), *_single(report, figures, wholes, words))
        for share, part, whole in told or _listed(figures, earlier):
            exact = share.number.exact and part.number.exact and whole.number.exact
            if exact and whole.value > 0 and part is not whole and part.unit == whole.unit:
                portion = Portion(share, part, whole)
                if portion.agrees or not _of_another(words, share, part):
                    yield portion


def _by_words(report: Report) -> _Words:
    """Figures by their unit and the pairs of characters around them; what more than a few figures share names none of them."""
    found: _Words = {}
    for figure in report.register.figures:
        if figure.role == "amount" and figure.unit != "%":
            for word in _pairs(figure.label[-_NOUN:]) | _pairs(figure.after[:_NOUN]):
                told = found.setdefault((figure.unit, word), [])
                if len(told) < _CROWD:
                    told.append(figure)
    return found


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}


def _of_another(words: _Words, share: Figure, part: Figure) -> bool:
    """Is it a share of another figure of the report that goes by the name of the whole (学生, of whom two numbers are told)?"""
    base = _BASE.search(share.words)
    told = [figure for word in _pairs(base["base"] if base else "") for figure in words.get((part.unit, word), ())]
    return any(other.value > part.value and Portion(share, part, other).agrees for other in told)


# --- one share ---


def _single(
    report: Report, figures: list[Figure], wholes: dict[str, list[tuple[str, Figure]]], words: _Words
) -> Iterator[tuple[Figure, Figure, Figure]]:
    for at, share in enumerate(figures):
        if share.unit != "%" or not at or _is_dealt(figures, at):
            continue
        before = figures[at - 1]
        told = [figure for figure in figures[:at] if figure.role == "amount" and figure.unit != "%"]
        if before.unit != "%" and _OF.fullmatch(share.words) and _WHOLE.search(before.words):
            parts = [figure for figure in told if figure is not before and figure.unit == before.unit]
            if parts:
                yield share, parts[-1], before
            continue
        base = _BASE.search(share.words)
        part = _subject_told(share, share.owner, told) if share.role == "share" and share.owner is not None else None
        if part is None:
            continue
        total = report.totals.get(id(part))
        whole = _whole(base["base"] if base else None, part, total, (wholes, words))
        if whole is not None and not _of_the_list(share, total, whole):
            yield share, part, whole


def _whole(
    base: str | None,
    part: Figure,
    total: Figure | None,
    known: tuple[dict[str, list[tuple[str, Figure]]], _Words],
) -> Figure | None:
    """What the share is of: the amount its words name, else the total of the list the part stands in."""
    if base is None:
        return total
    whole = _named(base, part, known[0]) or _counted(known[1], base, part)
    return total if whole is None and total is not None and _may_name(base, total) else whole


def _of_the_list(share: Figure, total: Figure | None, whole: Figure) -> bool:
    """Behind a list (其中甲20万元，乙30万元，占下达资金的95%) it may be the whole list's, and is right as such."""
    if total is None or total is whole or whole.value <= 0 or not _BARE_SHARE.match(share.words):
        return False
    return Portion(share, total, whole).agrees


def _subject_told(share: Figure, part: Figure, told: list[Figure]) -> Figure | None:
    """追加部分占年初预算的11.20%: what the words right before 占 name, the amount before where they name nothing; None when nobody told it."""
    name = _EMPTY_SUBJECT.sub("", share.words.rpartition("占")[0].strip("，、：（） □"))
    if "占" in name or "，" in name or len(name) < _TWO:
        return part
    if _is_called(name, part):
        return part
    near = reversed(told[-_CROWD:])
    return next((figure for figure in near if figure.unit == part.unit and _is_called(name, figure)), None)


def _is_called(name: str, figure: Figure) -> bool:
    """Do two characters of the name that follow each other stand in the words before the figure or behind it?"""
    beside = figure.words + figure.after
    return any(word in beside for word in _pairs(name))


def _may_name(base: str, total: Figure) -> bool:
    """May the words speak of the total of the list? 下达资金 is not what was spent of it."""
    stages = _STAGE_WORDS.findall(base)
    if stages and not any(word in total.words for word in stages):
        return False
    return bool(_ANY_WHOLE.search(base)) or any(base[at : at + 2] in total.label for at in range(len(base) - 1))


def _wholes(report: Report) -> dict[str, list[tuple[str, Figure]]]:
    """Amounts by the last characters of the words before them."""
    found: dict[str, list[tuple[str, Figure]]] = {}
    for figure in report.register.figures:
        if figure.role == "amount" and figure.unit != "%" and not figure.last and figure.number.exact:
            tail = _TAIL.sub("", figure.words).strip("，：、 □")
            if len(tail) >= _NAME:
                found.setdefault(tail[-_NAME:], []).append((tail, figure))
    return found


def _named(base: str, part: Figure, wholes: dict[str, list[tuple[str, Figure]]]) -> Figure | None:
    """The amount a whole's name stands before: of the same sentence, else the only one of the report."""
    name = _TAIL.sub("", base).strip("，：、 □的")
    told = [
        figure
        for tail, figure in wholes.get(name[-_NAME:], ())
        if (tail.endswith(name) or name.endswith(tail)) and figure.unit == part.unit and figure is not part
    ]
    own = [figure for figure in told if figure.sentence is part.sentence and figure.number.start < part.number.start]
    if own:
        return own[-1]
    return told[0] if len({figure.value for figure in told}) == 1 else None


def _counted(words: _Words, base: str, part: Figure) -> Figure | None:
    """The one number of the whole: 全部标段 beside 34个施工标段, 全县行政村 beside 全县236个行政村."""
    name = _ALL.sub("", _TAIL.sub("", base).strip("，：、 □的"))
    known = [
        f for f in words.get((part.unit, name[:2]), ()) if f is not part and f.number.exact and f.value >= part.value
    ]
    told = [f for f in known if name in f.after[:_NOUN]] or [f for f in known if _calls(name, f)]
    return told[0] if len({figure.value for figure in told}) == 1 and not told[0].last else None


def _calls(name: str, figure: Figure) -> bool:
    """在册总数 beside 在册优抚对象260人: heads and things go by what they are called, sums of money by more."""
    return len(name) > 1 and not figure.number.is_money and name in figure.label and name not in GENERIC


def _listed(figures: list[Figure], earlier: list[Figure]) -> Iterator[tuple[Figure, Figure, Figure]]:
    """A list of amounts with their shares and no word of the whole: the amount before it that most of the shares are of."""
    pairs = [(f, f.owner) for f in figures if f.role == "share" and f.owner is not None and _BARE.fullmatch(f.words)]
    pairs = [(share, owner) for share, owner in pairs if owner.number.is_money]
    if len(pairs) < _LIST:
        return
    parts = {id(part) for _, part in pairs}
    for whole in reversed([*earlier, *figures]):
        if id(whole) in parts or whole.unit != "元" or whole.role != "amount" or whole.last or not whole.value:
            continue
        good = sum(Portion(share, part, whole).agrees for share, part in pairs)
        if good * 3 >= len(pairs) * 2:
            yield from ((share, part, whole) for share, part in pairs)
            return


# --- 分别占 ---


def _is_dealt(figures: list[Figure], at: int) -> bool:
    return any(_DEALT.search(figure.words) for figure in figures[max(0, at - 6) : at + 1] if figure.unit == "%")


def _dealt(report: Report, figures: list[Figure]) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Shares told one after the other, for as many amounts of one unit told right before."""
    if not figures or not _SAID_DEALT.search(figures[0].sentence.text):
        return
    for at, first in enumerate(figures):
        if first.unit != "%" or not _DEALT.search(first.words):
            continue
        run = [first]
        for figure in figures[at + 1 :]:
            if figure.unit != "%" or figure.words.strip("、和及与，") != "":
                break
            run.append(figure)
        parts = [figure for figure in figures[:at] if figure.role == "amount" and figure.unit != "%"][-len(run) :]
        if len(parts) < len(run) or len({part.unit for part in parts}) > 1:
            continue
        totals = {id(total): total for part in parts if (total := report.totals.get(id(part))) is not None}
        if not totals:
            summed = sum(part.value for part in parts)
            totals = {
                id(f): f for f in figures[:at] if f.value == summed and f.unit == parts[0].unit and f not in parts
            }
        if len(totals) == 1:
            (whole,) = totals.values()
            yield from ((share, part, whole) for share, part in zip(run, parts, strict=True))
