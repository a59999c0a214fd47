"""印刷所需: what every composer reads, bound together once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from blueprints.expressions import Expression
from blueprints.schema import Blueprint
from factbook.book import FactBook
from factbook.view import View
from scoring.sheet import ScoreSheet


@dataclass(frozen=True)
class Inputs:
    """表样、事实与评分: pure values; nothing is looked up elsewhere while composing."""

    blueprint: Blueprint
    book: FactBook
    sheet: ScoreSheet

    @cached_property
    def view(self) -> View:
        """Facts with the form's derived figures."""
        return View(self.blueprint, self.book)

    @cached_property
    def before(self) -> Inputs | None:
        """The year before under the same form; None when nothing is known of it."""
        prior = self.book.prior
        return replace(self, book=replace(prior, identity=self.book.identity)) if prior else None

    def shown(self, when: Expression | None) -> bool:
        """Is an optional piece printed? Only a condition known to be false leaves it out: unknown is not wrong."""
        return when is None or when.evaluate(self.view) is not False
