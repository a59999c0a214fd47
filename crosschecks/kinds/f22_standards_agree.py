"""F22 标准一致: one policy's standard (元/人/月 and the like) has one value throughout a paper.

Two rates of one unit that both stand as 人均 or 标准 are one standard when their sentences, with the project they belong to, share a name of five
characters. Grades of a scale (a list of rates in one sentence), increases and bounds are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosschecks.reports.standards import Standard, standards
from crosschecks.rule import Dossier, Figure, Found, Kind, Profile, Report, Severity

_WORD: Final = re.compile(r"人均|标准|每人|补助|补贴|发放|领取")
_NAME: Final = 3
_SHARED: Final = 5
_MOST: Final = 60
_COMMON: Final = re.compile(r"标准|人均|每人每月|每人每年|元|发放|补助|补贴|资金|项目|年度|\d|[，。；：、（）]")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Rates of every report, by unit."""
    by_unit: dict[str, list[tuple[Figure, str]]] = {}
    for report in dossier.reports:
        for figure in report.register.figures:
            if "/" in figure.unit and figure.unit.startswith("元") and _is_standard(figure, report):
                by_unit.setdefault(figure.unit, []).append((figure, _theme(figure, report)))
    for rates in by_unit.values():
        yield from _different(rates[:_MOST])
    for report in dossier.reports:
        yield from _for_each(report)


def _for_each(report: Report) -> Iterator[Found]:
    """So much for each, told in words (每馆每年25万元), of one subject and never twice in one sentence."""
    by_noun: dict[tuple[str, str], list[Standard]] = {}
    for standard in standards(report):
        if "/" not in standard.figure.unit and standard.per:
            by_noun.setdefault((standard.per, standard.time), []).append(standard)
    for (per, _), group in by_noun.items():
        for at, one in enumerate(group[:_MOST]):
            for other in group[at + 1 : _MOST]:
                if one.value != other.value and _same_subject(one, other):
                    name = min(one.subject, other.subject, key=len)
                    yield Found(
                        f"“{name}”标准出现不同数值：每{per}{one.figure.shown}、{other.figure.shown}。",
                        f"{one.figure.shown}≠{other.figure.shown}",
                        (one.figure.place(), other.figure.place()),
                        "请核对政策标准并统一；分段执行或含其他级次补助的，写明",
                    )


def _same_subject(one: Standard, other: Standard) -> bool:
    """One name within the other, in two sentences; years that differ are two standards."""
    short, long = sorted((one.subject, other.subject), key=len)
    years = {year for year in (one.figure.year, other.figure.year) if year}
    apart = one.figure.sentence is not other.figure.sentence
    return apart and len(short) >= _NAME and short in long and len(years) < 2


def _is_standard(figure: Figure, report: Report) -> bool:
    others = [f for f in report.register.in_sentence(figure.sentence) if f.unit == figure.unit]
    clause = figure.sentence.text[slice(*figure.sentence.clause(figure.number.start))]
    alone = len({other.value for other in others}) == 1
    return figure.number.exact and not figure.last and figure.role == "amount" and alone and bool(_WORD.search(clause))


def _theme(figure: Figure, report: Report) -> str:
    """What the rate is about: its sentence and the project's name, without the words every standard has."""
    return _COMMON.sub(
        "□", f"{report.project}□{figure.sentence.block.label}□{figure.sentence.text[: figure.number.start]}"
    )


def _different(rates: list[tuple[Figure, str]]) -> Iterator[Found]:
    told: set[object] = set()
    for at, (one, theme) in enumerate(rates):
        for other, its_theme in rates[at + 1 :]:
            pair = frozenset((one.value, other.value))
            if one.value == other.value or pair in told:
                continue
            name = _shared(theme, its_theme)
            if not name or (one.year and other.year and one.year != other.year):
                continue
            told.add(pair)
            same = [f for f, _ in rates if f.value in pair]
            yield Found(
                f"“{name}”标准出现不同数值：{one.shown}、{other.shown}。",
                f"{one.shown}≠{other.shown}",
                tuple(figure.place() for figure in same),
                "请核对政策标准并统一；分段执行或含其他级次补助的，写明",
            )


def _shared(one: str, other: str) -> str:
    """The longest name both themes have, '' when it is shorter than five characters."""
    best = ""
    pieces = [piece for piece in one.split("□") if len(piece) >= _SHARED]
    for piece in pieces:
        for start in range(len(piece) - _SHARED + 1):
            length = max(_SHARED, len(best) + 1)
            while start + length <= len(piece) and piece[start : start + length] in other:
                best = piece[start : start + length]
                length += 1
    return best


KIND = Kind("F22", "标准一致", Severity.ERROR, "公开文件勾稽", paper=check_paper)
