"""项目的读数: counts and sums over the papers of the unit's projects, as `projects.…` reads them.

Unknown is None, never zero: a sum over projects of which one has not filled in the figure is not known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from blueprints.expressions import Facts
from blueprints.projects import COUNT, PROJECTS, SUM, ProjectFigure, ProjectsDef
from factbook.book import RelatedFiling

HEAD: Final = f"{PROJECTS}."


@dataclass(frozen=True)
class Member:
    """一个项目: its paper, and its facts as its own form reads them."""

    filing: RelatedFiling
    facts: Facts

    def figure(self, figure: ProjectFigure) -> Decimal | None:
        """One of the form's figures, None while unknown."""
        value = figure.value.evaluate(self.facts)
        return value if isinstance(value, Decimal) else None


class Projects:
    """单位的项目 as one form looks at them; `known` is False where nobody has looked."""

    def __init__(self, definition: ProjectsDef | None, every: Sequence[Member], *, known: bool) -> None:
        self.definition = definition
        self.every = tuple(every)
        self.known = known and definition is not None

    def members(self, group: str = "") -> tuple[Member, ...]:
        """All, or those of one group; a paper that does not tell whether it belongs is not of the group."""
        if group in {"", PROJECTS}:
            return self.every
        found = self.definition.group(group) if self.definition else None
        return tuple(each for each in self.every if found and found.when.holds(each.facts))

    def number(self, path: str) -> Decimal | None:
        """Number at a `projects.…` path; None where nothing is known, or the figure of one of them is missing."""
        if not self.known or self.definition is None:
            return None
        group, word, key = split(path)
        members = self.members(group)
        if word == COUNT:
            return Decimal(len(members))
        figure = self.definition.figure(key)
        values = [each.figure(figure) for each in members] if figure else [None]
        added = [value for value in values if value is not None]
        return sum(added, Decimal(0)) if len(added) == len(values) else None


def split(path: str) -> tuple[str, str, str]:
    """(group or '', count or sum, figure or '') of a `projects.…` path."""
    words = path.removeprefix(HEAD).split(".")
    group = words.pop(0) if len(words) > 1 and words[0] != SUM else ""
    return group, words[0], words[1] if len(words) > 1 else ""


def project_label(definition: ProjectsDef | None, path: str) -> str:
    """What people call a `projects.…` path: 常年项目个数, 各项目预算执行数合计; '' where the form has no projects."""
    if definition is None:
        return ""
    group, word, key = split(path)
    found, figure = definition.group(group), definition.figure(key)
    if word == COUNT:
        return f"{found.label if found else '项目'}个数"
    return f"{found.label if found else '各项目'}{figure.label if figure else key}合计"
