"""I08 目标与项目相符 (财预〔2015〕88号“相应匹配”): a goal or a conclusion that speaks of another project of the same file. It only ever hints.

What a name shares with the names of the other projects (养老保险, 补助) says nothing; what is its own says whose goal it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crosschecks.reports.fold import folded
from crosschecks.rule import Dossier, Found, Kind, Place, Profile, Report, Severity

_LABELS: Final = ("goal", "done", "conclusion")
_LEAST: Final = 8  # characters of a goal that says something
_STRANGE: Final = 0.15  # of a name's own pairs of characters, at most, in a goal that is another's
_KNOWN: Final = 0.4  # and at least of the other's
_PAIRS: Final = 3


@dataclass(frozen=True)
class _Project:
    name: str
    own: frozenset[str]
    reports: tuple[Report, ...]


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every goal against the names of all the file's projects."""
    projects = _projects(dossier)
    for project in projects if len(projects) > 1 else ():
        for report in project.reports:
            for pair in report.pairs:
                if pair.name in _LABELS and len(pair.text) >= _LEAST:
                    other = _whose(folded(pair.text), project, projects)
                    if other:
                        yield _found(pair.label, pair.text, pair.where, project, other)


def _projects(dossier: Dossier) -> list[_Project]:
    named: dict[str, list[Report]] = {}
    for report in dossier.reports:
        if report.project:
            named.setdefault(report.project, []).append(report)
    pairs = {name: _pairs(name) for name in named}
    found: list[_Project] = []
    for name, reports in named.items():
        others: frozenset[str] = frozenset().union(*(pairs[other] for other in named if other != name))
        found.append(_Project(name, pairs[name] - others, tuple(reports)))
    return found


def _pairs(name: str) -> frozenset[str]:
    return frozenset(name[at : at + 2] for at in range(len(name) - 1) if not name[at : at + 2].isascii())


def _whose(text: str, project: _Project, projects: list[_Project]) -> _Project | None:
    """The project a text speaks of instead of its own."""
    if len(project.own) < _PAIRS or _share(text, project) > _STRANGE or project.name in text:
        return None
    others = [other for other in projects if other is not project and len(other.own) >= _PAIRS]
    best = max(others, key=lambda other: _share(text, other), default=None)
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
