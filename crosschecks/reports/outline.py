"""提纲: chapters and their sections as the reports of one file have them, and where a missing one should stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from crosschecks.reports.report import Report
from crosschecks.reports.sentences import Heading
from crosschecks.reports.spoken import alike

_CHAPTER: Final = 2  # 一、
_SECTION: Final = 3  # （一）
_SIBLINGS: Final = 3  # reports of one outline, at least
_MOST: Final = 0.66
_ALIKE: Final = 0.5  # 资金到位及使用情况 and 资金计划、到位及使用情况 are one section


@dataclass(frozen=True, eq=False)
class Missing:
    """缺的一章或一节: its name, how many of how many reports have it, and the heading that follows where it should stand."""

    name: str
    have: int
    told: int
    chapter: bool
    following: Heading | None


def missing(reports: Sequence[Report]) -> Iterator[tuple[Report, Missing]]:
    """What most reports of one outline have and one has not; a section only where its chapter has others."""
    told = [(report, chapters) for report in reports if len(chapters := _outline(report)[0]) >= _SIBLINGS]
    if len(told) < _SIBLINGS:
        return
    counted = Counter(name for _, found in told for name in found)
    named = Counter(name for report, _ in told for name in {heading.name for heading in report.headings})
    sections = Counter(pair for report, _ in told for pair in _outline(report)[1])
    after = _after(report for report, _ in told)
    for report, own in told:
        for name, have in counted.items():
            if have >= _MOST * len(told) and not any(heading.name == name for heading in report.headings):
                yield report, Missing(name, have, len(told), chapter=True, following=_next(report, name, after))
        divided = {chapter for chapter, _ in _outline(report)[1]}
        for (chapter, name), number in sections.items():
            usual = number >= _SIBLINGS and named[name] >= _MOST * len(told)
            if usual and chapter in divided & own and not _has(report, name, named):
                yield report, Missing(name, named[name], len(told), chapter=False, following=_next(report, name, after))


def _outline(report: Report) -> tuple[set[str], set[tuple[str, str]]]:
    """Names of its chapters, and of its sections with their chapters."""
    chapters: set[str] = set()
    sections: set[tuple[str, str]] = set()
    chapter = ""
    for heading in report.headings:
        if heading.number and heading.level == _CHAPTER:
            chapter = heading.name
            chapters.add(chapter)
        elif heading.number and heading.level == _SECTION and chapter:
            sections.add((chapter, heading.name))
    return chapters, sections


def _has(report: Report, name: str, named: Counter[str]) -> bool:
    """By this name, or by one like it that is no other section beside it."""
    own = {heading.name for heading in report.headings}
    return name in own or any(alike(other, name) >= _ALIKE and named[other] < named[name] for other in own)


def _after(reports: Iterator[Report]) -> dict[str, list[str]]:
    """What follows a heading in the reports that have it."""
    found: dict[str, list[str]] = {}
    for report in reports:
        for one, other in pairwise(heading for heading in report.headings if heading.number):
            found.setdefault(one.name, []).append(other.name)
    return found


def _next(report: Report, name: str, after: dict[str, list[str]]) -> Heading | None:
    follows = {follower for follower, _ in Counter(after.get(name, ())).most_common(2)}
    return next((heading for heading in report.headings if heading.name in follows), None)
