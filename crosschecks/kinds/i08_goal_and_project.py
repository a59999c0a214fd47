"""I08 目标与项目相符 (财预〔2015〕88号“相应匹配”): a goal or a conclusion that speaks of another project of the same file. It only ever hints.

What a name shares with the names of the other projects (养老保险, 补助) says nothing; what is its own says whose goal it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from crosschecks.reports.fold import folded
from crosschecks.rule import Dossier, Found, Kind, Place, Profile, Report, Severity

_LABELS: Final = ("goal", "done", "conclusion")
_LEAST: Final = 8  # characters of a goal that says something
_STRANGE: Final = 0.15  # of a name's own pairs of characters, at most, in a goal that is another's
_KNOWN: Final = 0.4  # and at least of the other's
_PAIRS: Final = 3
_ROWS: Final = 3  # indicators that tell what a project is about
_SENTENCE: Final = 15
_COMMON: Final = frozenset(
    [
        "完成",
        "提高",
        "提升",
        "保障",
        "确保",
        "实现",
        "加强",
        "推进",
        "项目",
        "工作",
        "资金",
        "及时",
        "有效",
        "全面",
        "群众",
        "满意",
        "意度",
        "服务",
        "质量",
    ]
)


@dataclass(frozen=True)
class _Project:
    name: str
    own: frozenset[str]
    reports: tuple[Report, ...]
    number: int


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every goal against the names of all the file's projects."""
    projects = _projects(dossier)
    owners = {pair: project for project in projects for pair in project.own}
    for project in projects if len(projects) > 1 else ():
        for report in project.reports:
            for pair in report.pairs:
                if pair.name in _LABELS and len(pair.text) >= _LEAST:
                    other = _whose(folded(pair.text), project, owners)
                    if other:
                        yield _found(pair.label, pair.text, pair.where, project, other)
    for report in dossier.reports:
        yield from _strange(report)


def _strange(report: Report) -> Iterator[Found]:
    """A goal without a word of the project's name or of its indicators, in a file that has no other project to compare with."""
    goal = report.pair("goal")
    rows = [row.name for table in report.indicators for row in table.lines if row.name]
    if goal is None or not report.project or len(rows) < _ROWS or len(goal.text) < _SENTENCE:
        return
    told = _pairs(folded(goal.text)) - _COMMON
    known = frozenset().union(_pairs(report.project), *(_pairs(name) for name in rows)) - _COMMON
    if told and known and not told & known:
        yield Found(
            f"“{goal.label}”与本项目“{report.project}”及各项指标没有相同的用词，疑似抄自其他项目。",
            f"目标{len(told)}个词，项目名称和指标{len(known)}个词，相同0个",
            (goal.where,),
            "请照本项目批复的绩效目标重写",
            severity=Severity.WARNING,
        )


def _projects(dossier: Dossier) -> list[_Project]:
    named: dict[str, list[Report]] = {}
    for report in dossier.reports:
        if report.project:
            named.setdefault(report.project, []).append(report)
    pairs = {name: _pairs(name) for name in named}
    times = Counter(pair for own in pairs.values() for pair in own)
    return [
        _Project(name, frozenset(pair for pair in pairs[name] if times[pair] == 1), tuple(reports), number)
        for number, (name, reports) in enumerate(named.items())
    ]


def _pairs(name: str) -> frozenset[str]:
    return frozenset(name[at : at + 2] for at in range(len(name) - 1) if not name[at : at + 2].isascii())


def _whose(text: str, project: _Project, owners: Mapping[str, _Project]) -> _Project | None:
    """The project a text speaks of instead of its own, found by the pairs of characters that only its name has."""
    if len(project.own) < _PAIRS or _share(text, project) > _STRANGE or project.name in text:
        return None
    spoken = {other.number: other for pair in _pairs(text) if (other := owners.get(pair))}
    others = [other for other in spoken.values() if other is not project and len(other.own) >= _PAIRS]
    best = max(others, key=lambda other: (_share(text, other), -other.number), default=None)
    told = best is not None and _share(text, best) >= _KNOWN and sum(pair in text for pair in best.own) >= _PAIRS
    return best if told else None


def _share(text: str, project: _Project) -> float:
    return sum(pair in text for pair in project.own) / len(project.own)


def _found(label: str, text: str, place: Place, project: _Project, other: _Project) -> Found:
    return Found(
        f"“{label}”说的是“{other.name}”，与本项目“{project.name}”不符，疑似抄自其他项目。",
        f"与本项目名称的用词相同{_share(folded(text), project):.0%}，与“{other.name}”相同{_share(folded(text), other):.0%}",
        (place,),
        "请照本项目批复的绩效目标重写",
        severity=Severity.WARNING,
    )


KIND = Kind("I08", "目标与项目相符", Severity.WARNING, "财预〔2015〕88号", paper=check_paper)
