"""表达式: arithmetic and conditions over fact paths, three-valued.

    funds.spent.all / funds.adjusted.all < 90%
    blank(text.measures) and derived.execution_rate < 60%
    choice.kind == "一次性项目" or known(figure.sample)

Numbers (`90%` is 0.9, `1万` is 10000), paths, `+ - * /`, brackets, comparisons (`== != < <= > >=`, also `= ≠ ≤ ≥`), `and or
not`, `blank(path)`, `known(path)`, `abs(a)`, `min(a, b…)`, `max(a, b…)`, and texts in quotes, which only compare with `==` and `!=`.
Shares are fractions (93.22% is 0.9322), money is yuan, a figure typed as 98% reads as 98.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from blueprints.expression_parser import ExpressionError, parse
from blueprints.expression_tree import Facts, Node, Path, zeros

__all__ = ["Expression", "ExpressionError", "Facts", "Value", "parse_expression"]

Value = Decimal | bool | None


@dataclass(frozen=True, slots=True)
class Expression:
    """表达式 as written, parsed once. `paths` are the fact paths it asks; `shape` what it gives when known."""

    text: str
    paths: frozenset[str]
    shape: Literal["number", "condition"]
    root: Node

    def evaluate(self, facts: Facts) -> Value:
        """Return its value over `facts`: a Decimal, a bool, or None while not yet known. Never raises."""
        value = self.root.value(facts)
        return value if isinstance(value, Decimal | bool) else None

    @property
    def fact(self) -> str:
        """The path when it is that fact and nothing else, '' when it is worked out."""
        return self.root.path if isinstance(self.root, Path) else ""

    @property
    def zeros(self) -> frozenset[str]:
        """Paths of facts that are 0 wherever the condition holds."""
        return frozenset(zeros(self.root))

    def holds(self, facts: Facts) -> bool:
        """Is the condition known to be true?"""
        return self.evaluate(facts) is True

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=4096)
def parse_expression(text: str) -> Expression:
    """Parse `text`. Raises ExpressionError, saying where, why and what is allowed."""
    root = parse(text)
    shape: Literal["number", "condition"] = "condition" if root.shape == "condition" else "number"
    return Expression(text, frozenset(root.paths()), shape, root)
