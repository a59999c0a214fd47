"""计分项: a leaf of the points tree with its rule, full marks and the facts around it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from blueprints.expressions import parse_expression
from blueprints.schema import Blueprint, PointNode, RuleDef
from factbook.book import FactBook
from factbook.labels import label_of
from factbook.view import View
from values.money import MoneyUnit, print_money


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

    def holds(self, name: str) -> bool | None:
        """The condition at the parameter `name`, None while it cannot be told."""
        value = parse_expression(self.rule.params[name]).evaluate(self.view)
        return value if isinstance(value, bool) else None

    def told(self, name: str) -> tuple[tuple[str, str], ...]:
        """What the facts say that the expression at `name` reads, in its order: (label, text)."""
        expression = parse_expression(self.rule.params[name])
        paths = sorted(expression.paths, key=expression.text.find)
        return tuple((label_of(self.blueprint, self.book, path), self._stands(path)) for path in paths)

    def _stands(self, path: str) -> str:
        """What stands at a path: an amount in the form's unit, anything else as typed."""
        value = self.view.number(path) if path.startswith("funds.") or self.view.is_amount(path) else None
        if value is not None:
            unit = MoneyUnit(self.blueprint.print.unit)
            return f"{print_money(value, unit)}{unit}"
        return self.view.raw(path).strip() or "（未填）"

    def part(self, node: PointNode, rule: RuleDef) -> Leaf:
        """One part of this leaf, as a leaf of its own."""
        return replace(self, node=node, rule=rule, of=node.of or Decimal(0))

    def paths(self, *names: str) -> frozenset[str]:
        """Fact paths that these parameters read."""
        return frozenset().union(*(parse_expression(self.rule.params[name]).paths for name in names))
