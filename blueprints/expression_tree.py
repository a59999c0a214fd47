"""表达式的节点: what a parsed expression consists of, and its three-valued evaluation.

A value is a Decimal, a bool, a text, or None for 尚不能判断 (not yet known). None spreads through arithmetic and comparisons;
`and`/`or` decide as soon as one side is enough (Kleene). Division by zero gives None.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal, DecimalException
from typing import Final, Literal, Protocol

Result = Decimal | bool | str | None
Shape = Literal["number", "condition", "text"]


class Facts(Protocol):
    """What an expression may ask."""

    def number(self, path: str) -> Decimal | None:
        """Return the number at `path` (money in yuan, 98% as 98), None when unknown."""

    def raw(self, path: str) -> str:
        """Return the text at `path` as typed, '' when nothing was."""


class Node(Protocol):
    """节点 of an expression."""

    @property
    def shape(self) -> Shape:
        """What it gives when known."""

    def paths(self) -> Iterator[str]:
        """Fact paths below."""

    def value(self, facts: Facts) -> Result:
        """Its value, None when not yet known."""


@dataclass(frozen=True, slots=True)
class Number:
    """数 as written: 90% is 0.9, 1万 is 10000."""

    number: Decimal

    @property
    def shape(self) -> Shape:
        """A number."""
        return "number"

    def paths(self) -> Iterator[str]:
        """None."""
        yield from ()

    def value(self, facts: Facts) -> Result:
        """The number."""
        return self.number


@dataclass(frozen=True, slots=True)
class Path:
    """事实: read as a number, or as text where it is compared with a text."""

    path: str
    shape: Shape = "number"

    def paths(self) -> Iterator[str]:
        """Itself."""
        yield self.path

    def value(self, facts: Facts) -> Result:
        """Number or text at the path; nothing typed is None."""
        return facts.raw(self.path).strip() or None if self.shape == "text" else facts.number(self.path)


@dataclass(frozen=True, slots=True)
class Text:
    """文字 in quotes."""

    text: str

    @property
    def shape(self) -> Shape:
        """A text."""
        return "text"

    def paths(self) -> Iterator[str]:
        """None."""
        yield from ()

    def value(self, facts: Facts) -> Result:
        """The text."""
        return self.text


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """四则运算 and abs, min, max over numbers."""

    word: str
    operands: tuple[Node, ...]

    @property
    def shape(self) -> Shape:
        """A number."""
        return "number"

    def paths(self) -> Iterator[str]:
        """Those of the operands."""
        for operand in self.operands:
            yield from operand.paths()

    def value(self, facts: Facts) -> Result:
        """Result, None when an operand is unknown or the divisor is 0."""
        numbers = [n for n in (o.value(facts) for o in self.operands) if isinstance(n, Decimal)]
        if len(numbers) < len(self.operands):
            return None
        try:
            return NUMERIC[self.word](*numbers)
        except DecimalException:
            return None


@dataclass(frozen=True, slots=True)
class Comparison:
    """比较 of two numbers or two texts."""

    sign: str
    left: Node
    right: Node

    @property
    def shape(self) -> Shape:
        """A condition."""
        return "condition"

    def paths(self) -> Iterator[str]:
        """Those of both sides."""
        yield from self.left.paths()
        yield from self.right.paths()

    def value(self, facts: Facts) -> Result:
        """True or false, None when a side is unknown."""
        left, right = self.left.value(facts), self.right.value(facts)
        return None if left is None or right is None else COMPARE[self.sign](left, right)


@dataclass(frozen=True, slots=True)
class Logic:
    """且、或、非."""

    word: Literal["and", "or", "not"]
    operands: tuple[Node, ...]

    @property
    def shape(self) -> Shape:
        """A condition."""
        return "condition"

    def paths(self) -> Iterator[str]:
        """Those of the operands."""
        for operand in self.operands:
            yield from operand.paths()

    def value(self, facts: Facts) -> Result:
        """Kleene's logic: one false decides an `and`, one true an `or`."""
        values = [operand.value(facts) for operand in self.operands]
        if self.word == "not":
            return None if values[0] is None else not values[0]
        decisive = self.word == "or"
        if decisive in values:
            return decisive
        return None if None in values else not decisive


@dataclass(frozen=True, slots=True)
class Asked:
    """填了没有: `blank(path)` nothing typed there; `known(path)` a number can be read there. Never unknown."""

    word: Literal["blank", "known"]
    path: str

    @property
    def shape(self) -> Shape:
        """A condition."""
        return "condition"

    def paths(self) -> Iterator[str]:
        """The path."""
        yield self.path

    def value(self, facts: Facts) -> Result:
        """True or false."""
        known = facts.number(self.path) is not None
        return known if self.word == "known" else not known and not facts.raw(self.path).strip()


def zeros(node: Node) -> Iterator[str]:
    """Paths that are 0 wherever the condition holds: one compared with 0, or joined to others by `and`."""
    match node:
        case Comparison("==", Path(path), Number(number)) if not number:
            yield path
        case Logic("and", operands):
            for operand in operands:
                yield from zeros(operand)


NUMERIC: Final[dict[str, Callable[..., Decimal]]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "negative": operator.neg,
    "abs": abs,
    "min": min,
    "max": max,
}
COMPARE: Final[dict[str, Callable[[object, object], bool]]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,  # type: ignore[dict-item] # both sides have one shape, seen by the parser
    "<=": operator.le,  # type: ignore[dict-item] # same
    ">": operator.gt,  # type: ignore[dict-item] # same
    ">=": operator.ge,  # type: ignore[dict-item] # same
}
