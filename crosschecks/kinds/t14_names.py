"""T14 名称一致 (公开文件校核；政府收支分类科目 [知]): one thing has one name.

Four ways to tell that two names are meant to be one: a name of the trade and its shortened or former form in one paper (城乡养老保险 beside
城乡居民养老保险); the same 项 under two different 款 of one 类; a word of a project's own name with a single character exchanged; and two names
beside the same label. Other abbreviations, and names of other projects, places and organs, are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from crosschecks.reports.fold import folded
from crosschecks.rule import (
    Context,
    Dossier,
    Found,
    Kind,
    Place,
    Profile,
    Report,
    Sentence,
    Severity,
    texts,
)

# Names of the trade: what is written wrong or was replaced, and the name that stands. No place, project or person stands here.
_TRADE: Final = (
    (r"城乡养老保险(?!制度衔接)", "城乡居民养老保险", r"城乡居民(?:基本)?养老保险"),
    (r"城乡医疗保险", "城乡居民医疗保险", r"城乡居民(?:基本)?医疗保险"),
    (r"行政事业单位离退休（款）", "行政事业单位养老支出（款）", r"行政事业单位养老支出（款）"),
    (r"医疗卫生与计划生育支出（类）", "卫生健康支出（类）", r"卫生健康支出（类）"),
    (r"文化体育与传媒支出（类）", "文化旅游体育与传媒支出（类）", r"文化旅游体育与传媒支出（类）"),
    (r"国土海洋气象等支出（类）", "自然资源海洋气象等支出（类）", r"自然资源海洋气象等支出（类）"),
    (r"一般公共财政预算", "一般公共预算", r"一般公共预算"),
    (r"公共财政预算拨款", "一般公共预算财政拨款", r"一般公共预算财政拨款"),
    (r"政府基金预算", "政府性基金预算", r"政府性基金预算"),
    (r"因公出国费", "因公出国（境）费", r"因公出国（境）费"),
    (r"公务用车运行费", "公务用车运行维护费", r"公务用车运行维护费"),
)
_NAMES: Final = tuple((re.compile(wrong), proper, re.compile(right)) for wrong, proper, right in _TRADE)
_ITEM: Final = re.compile(
    r"(?P<class>[\u4e00-\u9fff]{2,20}?)（类）(?P<group>[\u4e00-\u9fff]{2,24}?)（款）(?P<item>[\u4e00-\u9fff、]{2,30}?)（项）"
)
_LABELS: Final = {"unit": "项目（实施）单位", "department": "主管部门"}
_CORE: Final = 6  # characters of a name that are looked for …
_BEFORE: Final = 4  # … and which of them may be another
_SHORT: Final = 5
_SIDE: Final = 2
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_LEVEL: Final = "省市县区州旗镇乡村中央级上下本前后大小一二三四五六七八九十年月日的和与及等在为"


@dataclass(frozen=True, slots=True)
class Params:
    """参数: places that name the same thing."""

    named: tuple[str, ...]


def check(context: Context, params: Params) -> Iterator[Found]:
    """Two places of the form against each other, one name within the other being a shorter form."""
    yield from _labelled(context.named(params.named))


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """All four."""
    for report in dossier.reports:
        yield from _trade(report)
        yield from _own_name(report) if len(report.project) >= _CORE else _short_name(report)
        for name in _LABELS:
            yield from _labelled([(_bare(pair.text), pair.where) for pair in report.pairs if pair.name == name])
    yield from _accounts(dossier)


# --- names of the trade ---


def _trade(report: Report) -> Iterator[Found]:
    """A shortened form, once, where the same report has the right one; titles of papers are quoted as they are."""
    for wrong, proper, right in _NAMES:
        hit = next(_outside_titles(report.sentences, wrong), None)
        other = next(((s, m) for s in report.sentences if (m := right.search(s.text))), None) if hit else None
        if hit and other:
            yield _differ(hit[1].group(), other[1].group(), (_at(*hit), _at(*other)), f"请统一写为“{proper}”")


def _outside_titles(
    sentences: Iterable[Sentence], pattern: re.Pattern[str]
) -> Iterator[tuple[Sentence, re.Match[str]]]:
    for sentence in sentences:
        for match in pattern.finditer(sentence.text):
            if sentence.text.rfind("《", 0, match.start()) <= sentence.text.rfind("》", 0, match.start()):
                yield sentence, match


def _at(sentence: Sentence, match: re.Match[str]) -> Place:
    return sentence.place(*match.span())


# --- 类、款、项 ---


def _accounts(dossier: Dossier) -> Iterator[Found]:
    """One 项 of one 类 under two 款."""
    known: dict[tuple[str, str], tuple[str, Place]] = {}
    told: set[tuple[str, str]] = set()
    for sentence in dossier.sentences():
        for match in _ITEM.finditer(sentence.text) if "（项）" in sentence.text else ():
            key = (match["class"][-4:], match["item"])
            group, place = known.setdefault(key, (match["group"], _at(sentence, match)))
            if (
                group != match["group"]
                and key not in told
                and not any(wrong.search(f"{name}（款）") for name in (group, match["group"]) for wrong, *_ in _NAMES)
            ):
                told.add(key)
                yield _differ(
                    f"{group}（款）",
                    f"{match['group']}（款）",
                    (place, _at(sentence, match)),
                    f"“{match['item']}（项）”只属于一个款，请按当年政府收支分类科目统一",
                )


# --- a project's own name ---


def _own_name(report: Report) -> Iterator[Found]:
    """A stretch of the name that stands in the report with one character exchanged, once a report."""
    name = "".join(char for char in report.project if _HAN.match(char))
    text = "\n".join(sentence.text for sentence in report.sentences)
    name += "项目" if f"{name}项目" in text else ""
    for core in (name[at : at + _CORE] for at in range(len(name) - _CORE + 1)):
        exchanged = re.compile(f"{core[:_BEFORE]}(?![{core[_BEFORE]}{_LEVEL}])[\u4e00-\u9fff]{core[_BEFORE + 1 :]}")
        if core[_BEFORE] in _LEVEL or not exchanged.search(text):
            continue
        hit = next(((s, match) for s in report.sentences if (match := exchanged.search(s.text))), None)
        if hit is not None:
            yield _differ(core, hit[1].group(), (_at(*hit),), f"项目名称写作“{core}”，请统一")
            return


def _short_name(report: Report) -> Iterator[Found]:
    """临时救助项目 and 临时求助项目: a name too short to be looked for by itself, before the word 项目."""
    name = report.project
    if not _CORE - 2 <= len(name) < _CORE or not any(f"{name}项目" in sentence.text for sentence in report.sentences):
        return
    ways = [f"{name[:at]}(?![{name[at]}{_LEVEL}])[\u4e00-\u9fff]{name[at + 1 :]}项目" for at in range(len(name))]
    exchanged = re.compile("|".join(f"(?:{way})" for way in ways))
    hit = next(((s, match) for s in report.sentences if (match := exchanged.search(s.text))), None)
    if hit is not None:
        yield _differ(f"{name}项目", hit[1].group(), (_at(*hit),), f"项目名称写作“{name}”，请统一")


# --- the same label ---


def _bare(text: str) -> str:
    words = folded(text).replace(" ", "")
    return "" if re.search(r"盖章|签字|^\d|[年月日]$", words) else re.sub(r"（[^（）]*）$", "", words)


def _labelled(named: list[tuple[str, Place]]) -> Iterator[Found]:
    """Names that share all but a few characters and are no shorter form of each other."""
    names = {name: place for name, place in reversed(named) if len(name) > _SHORT}
    for one, two in [(one, two) for one in names for two in names if one < two]:
        if one in two or two in one or abs(len(one) - len(two)) > _SIDE:
            continue
        same = sum(a == b for a, b in zip(one, two, strict=False))
        if same >= max(len(one), len(two)) - _SIDE:
            yield _differ(one, two, (names[one], names[two]), "请核对并统一名称")


def _differ(one: str, two: str, places: tuple[Place, ...], remedy: str) -> Found:
    return Found(f"“{one}”与“{two}”名称不一致。", f"{one}≠{two}", places, remedy)


KIND = Kind(
    "T14",
    "名称一致",
    Severity.WARNING,
    "公开文件校核",
    Params,
    {"named": texts},
    check,
    frozenset({"named"}),
    paper=check_paper,
)
