"""成文的固定构成: what is always made of the same things, told in words near each other: 基本＝人员＋公用, 支出＝基本＋项目, 三公, 原值＝净值＋折旧.

An amount told barely (执行356.80万元, 支出决算11.00万元) is of the thing its sentence or its heading speaks of. Budgets are compared with
budgets, what was spent with what was spent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from crosschecks.reports.kit import PARAGRAPH, WHOLE, Figure, Found, Report, Severity, once, plain, windows


@dataclass(frozen=True, slots=True)
class Composition:
    """构成. rule: whose it is; widest: how far apart.

    needed: parts without which nothing is said; others: parts that may stand beside them; loose: what some count in and some do not.
    """

    rule: str
    title: str
    whole: re.Pattern[str]
    needed: tuple[re.Pattern[str], ...]
    others: tuple[re.Pattern[str], ...] = ()
    loose: tuple[re.Pattern[str], ...] = ()
    widest: int = WHOLE - 1


_NUMBER: Final = r"(?:决算|预算|执行|支出|财政拨款|合计|总计|总额|总数|共计|小计|数|额|金额|费用)*"


def _word(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern + _NUMBER)


def _words(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(_word(pattern) for pattern in patterns)


_SOURCES: Final = (
    "上级补助", "事业", "(?:事业单位)?经营", "附属单位上缴", "其[他它]", "非税", "专户", "政府性基金预算财政拨款", "国有资本经营预算财政拨款",
    "财政专户管理资金",
)  # fmt: skip
_KINDS: Final = (
    Composition(
        "F08",
        "基本支出",
        _word(r"基本支出"),
        _words(r"人员(?:经费|支出|费用)", r"(?:日常)?公用(?:经费|支出|费用)"),
    ),
    Composition(
        "F08",
        "支出合计",
        _word(r"(?:部门|单位|整体|总|决算|预算|合计)*(?:支出|预算|决算)"),
        _words(r"基本支出", r"项目支出"),
        _words(r"(?:事业单位)?经营支出", r"上缴上级(?:支出)?", r"对附属单位(?:的)?补助(?:支出)?"),
    ),
    Composition(
        "F08",
        "基本支出",
        _word(r"基本支出"),
        _words(r"工资福利支出", r"商品(?:和|与)?服务支出"),
        _words(r"对个人(?:和|与)?家庭(?:的)?补助(?:支出)?", r"(?:其他)?资本性支出"),
    ),
    Composition(
        "F09",
        "收入合计",
        _word(r"(?:总|部门|单位)*收入"),
        _words(r"(?:一般公共预算)?(?:财政拨款|财政补助|财政)(?:收入)?"),
        _words(
            *(f"{source}收入" for source in _SOURCES),
        ),
        _words(r"(?:年初|上年)(?:结转|结余)(?:结余)?", r"使用非财政拨款(?:结余|结转).{0,4}"),
        PARAGRAPH,
    ),
    Composition(
        "F12",
        "三公经费",
        _word(r"三公(?:经费)?"),
        _words(r"公务接待费?", r"公务用车(?:购置(?:及|和)?)?运行(?:维护)?(?:费)?"),
        _words(r"因公出国境?(?:费|经费)?", r"公务用车购置费?"),
    ),
    Composition(
        "F12",
        "资产原值",
        _word(r"(?:固定)?(?:资产)?(?:账面)?原值"),
        _words(r"(?:固定)?(?:资产)?(?:账面)?净值", r"(?:固定资产)?(?:累计)?折旧"),
    ),
)
_NOISE: Final = re.compile(
    r"[□“”\"：:，、（）\s；]|其中|本年度?|全年度?|年度|当年|年末|年底|实际|经费支出(?=共|为)|合计(?=基本)|为|共计?|分别|包括|即|由|和|及|与|的|达到?|约|主要|按支出性质分|用于"
)
_FISCAL: Final = re.compile(r"^(?:一般公共?预算|财政拨款)+(?=[^收入支出])")
_BARE: Final = re.compile(r"(?:支出|决算|执行|预算|安排|完成|数|额|财政拨款|批复|下达|调整后|年初)*")
_TOPIC: Final = re.compile(r"基本支出|项目支出|[“\"]?三公[”\"]?经费|人员经费|公用经费")
_MADE_OF: Final = re.compile(r"(?:由[^，。；]{0,8}(?:组成|构成)|构成(?:为|如下)?|(?:主要)?包括|分为)：?")
_BUDGET: Final = re.compile(r"预算(?!执行)|计划|控制数|批复|安排|下达")
_SPENT: Final = re.compile(r"决算|执行|支出(?!预算|计划)|完成")


@dataclass(frozen=True, eq=False)
class Composed:
    """不合的构成. elsewhere: the parts make up what was planned instead."""

    kind: Composition
    whole: Figure
    parts: tuple[Figure, ...]
    elsewhere: bool = False

    @property
    def summed(self) -> Decimal:
        """The parts together, in the base unit."""
        return sum((part.value for part in self.parts), Decimal(0))


@dataclass(frozen=True, eq=False)
class _Named:
    figure: Figure
    name: str
    planned: bool


@once
def wrong_compositions(report: Report) -> tuple[Composed, ...]:
    """From the narrowest stretch that tells whole and parts, each list of parts once."""
    return tuple(_wrong(report))


def _wrong(report: Report) -> Iterator[Composed]:
    names = {id(each.figure): each for figure in report.register.figures if (each := _named(figure)) is not None}
    done: set[tuple[int, ...]] = set()
    for window in windows(report):
        told = [names[id(figure)] for figure in window.figures if id(figure) in names]
        for kind in _KINDS if len(told) > 2 and window.width < WHOLE else ():
            if window.width <= kind.widest:
                yield from _compared(kind, told, done)
    yield from _apart(report, names, done)


def _apart(report: Report, names: Mapping[int, _Named], done: set[tuple[int, ...]]) -> Iterator[Composed]:
    """基本支出由两部分组成：人员经费…，公用经费…: what they make up is told in another chapter, at one amount."""
    everywhere = list(names.values())
    for sentence in report.prose:
        match = _MADE_OF.search(sentence.text)
        figures = report.register.in_sentence(sentence) if match else []
        parts = [names[id(f)] for f in figures if id(f) in names and match and f.number.start >= match.end()]
        for kind in _KINDS if len(parts) > 1 else ():
            wholes = [
                n for n in everywhere if kind.whole.fullmatch(n.name) and n.name in sentence.text and n not in parts
            ]
            if match and wholes and kind.whole.fullmatch(_NOISE.sub("", sentence.text[: match.start()])):
                yield from _compared(kind, [*wholes, *parts], done)


def _named(figure: Figure) -> _Named | None:
    """What an amount is of; None for what is no amount of this year."""
    if not figure.number.is_money or figure.role != "amount" or figure.last or not figure.number.exact:
        return None
    lead, _, own = figure.words.rpartition("：")
    words = _FISCAL.sub("", _NOISE.sub("", own if len(own) > 1 else f"{lead}{own}"))
    planned = bool(_BUDGET.search(words)) and not _SPENT.search(words)
    if _BARE.fullmatch(words):
        before = figure.sentence.text[: figure.number.start]
        heading = figure.sentence.path[-1].name if figure.sentence.path else ""
        topics = _TOPIC.findall(before) or _TOPIC.findall(heading)
        words = (_NOISE.sub("", topics[-1]) if topics else "") + words
    return _Named(figure, words, planned) if words else None


def _compared(kind: Composition, told: Sequence[_Named], done: set[tuple[int, ...]]) -> Iterator[Composed]:
    for planned in (False, True):
        parts = _parts(kind, [each for each in told if each.planned is planned])
        key = tuple(id(part) for part in parts)
        wholes = [each for each in told if kind.whole.fullmatch(each.name) and each.figure not in parts]
        own = [each.figure for each in wholes if each.planned is planned]
        if not parts or not own or key in done:
            continue
        done.add(key)
        slack = (
            max((figure.number.step for figure in (*own, *parts) if figure.value), default=Decimal(0)) * len(parts) / 2
        )
        summed = sum((part.value for part in parts), Decimal(0))
        more = [each.figure.value for each in told if any(loose.fullmatch(each.name) for loose in kind.loose)]
        sums = [summed, *(summed + value for value in more), summed + sum(more, Decimal(0))]
        if (
            any(abs(whole.value - one) <= slack for whole in own for one in sums)
            or len({whole.value for whole in own}) > 1
        ):
            continue
        elsewhere = any(abs(each.figure.value - summed) <= slack for each in wholes)
        if _near(own[0].value, summed):
            yield Composed(kind, own[0], tuple(parts), elsewhere)


def _near(whole: Decimal, summed: Decimal) -> bool:
    return whole > 0 and whole / 3 <= summed <= whole * 3


def _parts(kind: Composition, told: Sequence[_Named]) -> list[Figure]:
    """Every part at one amount; empty where a needed one is missing or told with two."""
    found: list[Figure] = []
    for at, pattern in enumerate((*kind.needed, *kind.others)):
        own = [each for each in told if pattern.fullmatch(each.name) and each.figure not in found]
        if len({each.figure.value for each in own}) > 1 or (not own and at < len(kind.needed)):
            return []
        inside = own and "购置" in own[0].name and any("购置" in part.words and "运行" in part.words for part in found)
        if own and not inside:
            found.append(own[0].figure)
    return found if len(found) > 1 else []


def told_compositions(report: Report, rule: str) -> Iterator[Found]:
    """Those of a rule, as findings; a list told as one (其中) is T07's; parts that make up what was planned may stand in the wrong place."""
    listed = {
        (id(found.total), frozenset(map(id, found.parts)))
        for found in report.breakdowns
        if found.exact and not found.open and found.cue.startswith(("其中", "（"))
    }
    for one in wrong_compositions(report):
        if one.kind.rule == rule and (id(one.whole), frozenset(map(id, one.parts))) not in listed:
            yield _found(one)


def _found(one: Composed) -> Found:
    scale, unit = one.whole.number.scale, one.whole.number.label_unit
    shown = "＋".join(plain(part.value / scale) for part in one.parts)
    summed, whole = plain(one.summed / scale), plain(one.whole.value / scale)
    name = one.whole.label or one.kind.title
    return Found(
        f"“{name}”{one.whole.shown}与构成之和{summed}{unit}不符。",
        f"{shown}＝{summed}，与{whole}相差{plain(abs(one.summed - one.whole.value) / scale)}",
        (one.whole.place(), *(part.place() for part in one.parts)),
        "请核对合计与各项构成",
        Severity.WARNING if one.elsewhere else None,
    )
