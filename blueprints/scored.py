"""分值的结构: the points tree, the rules of its leaves, and the grades."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class RuleDef:
    """计分规则: kind and its parameters as written; `scoring` turns them into typed parameters and lints them."""

    kind: str
    params: Mapping[str, str] = field(default_factory=dict)
    source: str = ""


@dataclass(frozen=True, slots=True)
class PointNode:
    """分值节点.

    A leaf has `of` and a rule. An inner node has children and may state `of` (then its leaves must add up to it). `printed`
    is what the paper shows where it differs from the real points, only with `because`. `from_table` makes one line per row
    of the `indicators` table, each worth the row's own weight; `of` is then the expected sum. `items` names a list whose
    rows (column `name`) the paper prints in the leaf's place, with one score for all of them. `parts` are what a leaf of rule
    `parts` is added up from; they have points and rules and no lines of their own. `explanation` says what is looked at,
    `guidance` how it is scored.
    """

    key: str
    label: str
    of: Decimal | None = None
    rule: RuleDef | None = None
    children: tuple[PointNode, ...] = ()
    from_table: str = ""
    printed: str = ""
    because: str = ""
    explanation: str = ""
    guidance: str = ""
    items: str = ""
    parts: tuple[PointNode, ...] = ()

    def leaves(self) -> Iterator[PointNode]:
        """Leaves below (or this node itself), in printed order."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()

    def walk(self) -> Iterator[PointNode]:
        """Yield this node and all below it, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class GradeDef:
    """等次: name from `at_least` points upward; the last has None."""

    name: str
    at_least: Decimal | None = None
