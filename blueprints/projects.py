"""单位的项目: how a department's form looks at the filings of its projects: which forms count, groups, and figures of each.

The filings are handed in as finished values; a form names what it wants of them here and nowhere else, so that its paths stay
finite: `projects.count`, `projects.sum.<figure>`, and for a group `projects.<group>.count`, `projects.<group>.sum.<figure>`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from blueprints.expressions import Expression

PROJECTS: Final = "projects"  # first word of the paths, and the name under which projects are listed like rows
COUNT: Final = "count"
SUM: Final = "sum"
# What a listed project is known by, besides the form's figures.
PROJECT_WORDS: Final = ("n", "name", "code", "code_and_name", "attribute", "form", "state")


@dataclass(frozen=True, slots=True)
class ProjectFigure:
    """项目的一个数: an expression over the facts of each project's own form. Money and numbers can be added up."""

    key: str
    label: str
    value: Expression
    shape: Literal["money", "number", "percent"] = "money"


@dataclass(frozen=True, slots=True)
class ProjectGroup:
    """项目的一类: those projects for which a condition over their own facts is known to hold."""

    key: str
    label: str
    when: Expression


@dataclass(frozen=True, slots=True)
class ProjectsDef:
    """项目: `forms` by which a project counts (the first one it has filed stands for it), figures and groups."""

    forms: tuple[str, ...]
    figures: tuple[ProjectFigure, ...] = ()
    groups: tuple[ProjectGroup, ...] = ()

    def figure(self, key: str) -> ProjectFigure | None:
        """Figure by key, or None."""
        return next((figure for figure in self.figures if figure.key == key), None)

    def group(self, key: str) -> ProjectGroup | None:
        """Group by key, or None."""
        return next((group for group in self.groups if group.key == key), None)

    def paths(self) -> Iterator[str]:
        """Every path this gives."""
        for head in (PROJECTS, *(f"{PROJECTS}.{group.key}" for group in self.groups)):
            yield f"{head}.{COUNT}"
            yield from (f"{head}.{SUM}.{figure.key}" for figure in self.figures if figure.shape != "percent")

    def words(self) -> tuple[str, ...]:
        """What a line about one project may say."""
        return (*PROJECT_WORDS, *(figure.key for figure in self.figures))
