"""计分项: a leaf of the points tree with its rule, full marks and the facts around it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from blueprints.expressions import parse_expression
from blueprints.schema import Blueprint, PointNode, RuleDef
from factbook.book import FactBook
from factbook.view import View


@dataclass(frozen=True, slots=True)
class Leaf:
    """计分项 as a binder sees it."""

    node: PointNode
    rule: RuleDef
    of: Decimal
    blueprint: Blueprint
    book: FactBook
    view: View

    @property
    def given(self) -> Decimal | None:
        """Self score of the leaf."""
        return self.book.score(self.node.key).value

    def figure(self, name: str) -> Decimal | None:
        """Value of the expression at the parameter `name`, None while unknown."""
        value = parse_expression(self.rule.params[name]).evaluate(self.view)
        return value if isinstance(value, Decimal) else None

    def count(self, name: str) -> int | None:
        """A count that cannot be below 0; a fraction or a negative figure is not a count."""
        value = self.figure(name)
        return int(value) if value is not None and value >= 0 and value == int(value) else None

    def paths(self, *names: str) -> frozenset[str]:
        """Fact paths that these parameters read."""
        return frozenset().union(*(parse_expression(self.rule.params[name]).paths for name in names))
