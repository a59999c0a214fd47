"""构成的推算: the parts of a whole, and shares that add up to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from blueprints.expressions import Facts
from blueprints.schema import Blueprint, Breakdown
from factbook.book import FactBook
from factbook.sums import cell_number
from values.ratio import shares


@dataclass(frozen=True, slots=True)
class Slice:
    """构成的一部分: `amount` in yuan (or in the unit of the figures), `share` a fraction with four decimals."""

    key: str  # of an item; '' for a name of a list
    name: str
    amount: Decimal
    share: Decimal


def slices(blueprint: Blueprint, book: FactBook, facts: Facts, breakdown: Breakdown) -> tuple[Slice, ...]:
    """The known parts in the form's or the list's order; empty when none is known."""
    found = list(_items(facts, breakdown) if breakdown.items else _names(blueprint, book, breakdown))
    parts = shares([amount for _, _, amount in found])
    return tuple(Slice(*part, share) for part, share in zip(found, parts, strict=True))


def total_of(parts: Sequence[Slice]) -> Decimal | None:
    """Sum of the parts; None when none is known."""
    return sum((part.amount for part in parts), Decimal(0)) if parts else None


def _items(facts: Facts, breakdown: Breakdown) -> Iterator[tuple[str, str, Decimal]]:
    for item in breakdown.items:
        amount = item.value.evaluate(facts)
        if isinstance(amount, Decimal):
            yield item.key, item.label, amount


def _names(blueprint: Blueprint, book: FactBook, breakdown: Breakdown) -> Iterator[tuple[str, str, Decimal]]:
    """Rows of a list summed by name, in order of first appearance."""
    sums: dict[str, Decimal] = {}
    for row in book.lists.get(breakdown.records, ()):
        text = row.raw(breakdown.value)
        amount = cell_number(blueprint, book, breakdown.records, breakdown.value, text)
        name = row.raw(breakdown.name).strip()
        if amount is not None and name:
            sums[name] = sums.get(name, Decimal(0)) + amount
    yield from (("", name, amount) for name, amount in sums.items())
