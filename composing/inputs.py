"""印刷所需: what every composer reads, bound together once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from blueprints.expressions import Expression
from blueprints.schema import Blueprint, FieldEntry
from factbook.book import FactBook
from factbook.view import View
from scoring.reviewed import Review
from scoring.sheet import ScoreSheet

_DAYS_OF_PROJECTS: Final = ("project.starts", "project.ends")


@dataclass(frozen=True)
class Inputs:
    """表样、事实与评分: pure values; nothing is looked up elsewhere while composing."""

    blueprint: Blueprint
    book: FactBook
    sheet: ScoreSheet
    review: Review | None = None  # what the bureau decided; None on every paper but the one after approval

    @cached_property
    def view(self) -> View:
        """Facts with the form's derived figures."""
        return View(self.blueprint, self.book)

    @cached_property
    def before(self) -> Inputs | None:
        """The year before under the same form; None when nothing is known of it."""
        prior = self.book.prior
        return replace(self, book=replace(prior, identity=self.book.identity)) if prior else None

    @cached_property
    def days(self) -> frozenset[str]:
        """日期: paths that hold a day, because the form asks for one there or the project has one."""
        asked = (entry for section in self.blueprint.sections for entry in section.entries)
        dates = (entry.path for entry in asked if isinstance(entry, FieldEntry) and entry.widget == "date")
        return frozenset((*dates, *_DAYS_OF_PROJECTS))

    def shown(self, when: Expression | None) -> bool:
        """Is an optional piece printed? Only a condition known to be false leaves it out: unknown is not wrong."""
        return when is None or when.evaluate(self.view) is not False
