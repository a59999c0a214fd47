"""事实的读法: a fact book as one form reads it, with the form's own derived figures."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property

from blueprints.schema import Blueprint, Derived
from factbook.book import FactBook
from factbook.sums import SUM, column_sum
from values.money import parse_money
from values.number import parse_number
from values.numerals import plain
from values.ratio import percent_text

_PREFIX = "derived."
_HUNDRED = Decimal(100)


class View:
    """读数: what a path says, for expressions, scoring, checks and documents (satisfies `blueprints.expressions.Facts`).

    `derived.<key>` is the figure the unit filed at `figure.<key>` when the form asks for it, else the computed one. A derived
    percentage is a fraction (0.932), whether computed or filed as 93.2 or 93.2%.
    """

    def __init__(self, blueprint: Blueprint, book: FactBook) -> None:
        self.blueprint = blueprint
        self.book = book
        self._asking: set[str] = set()

    @cached_property
    def _derived(self) -> dict[str, Derived]:
        return {derived.key: derived for derived in self.blueprint.derived}

    def number(self, path: str) -> Decimal | None:
        """Number at a path (yuan, points, or as typed), None when not known."""
        if path.startswith(SUM):
            return column_sum(self.blueprint, self.book, path)
        if not path.startswith(_PREFIX):
            return self.book.number(path)
        key = path.removeprefix(_PREFIX)
        if self._is_filed(key):
            return self.filed_number(key)
        return self.derived_number(key)

    def raw(self, path: str) -> str:
        """Text at a path as typed; a computed figure as plain text (percentages with two decimals)."""
        if path.startswith(SUM):
            total = column_sum(self.blueprint, self.book, path)
            return "" if total is None else plain(total)
        if not path.startswith(_PREFIX):
            return self.book.raw(path)
        key = path.removeprefix(_PREFIX)
        if self._is_filed(key):
            return self.book.raw(f"figure.{key}")
        value = self.derived_number(key)
        if value is None:
            return ""
        return percent_text(value) if self._derived[key].shape == "percent" else plain(value)

    def derived_number(self, key: str) -> Decimal | None:
        """The computed figure only, whatever was filed; None when unknown, undefined, or defined by itself."""
        derived = self._derived.get(key)
        if derived is None or key in self._asking:
            return None
        self._asking.add(key)
        try:
            value = derived.value.evaluate(self)
        finally:
            self._asking.discard(key)
        return value if isinstance(value, Decimal) else None

    def filed_number(self, key: str) -> Decimal | None:
        """The filed figure only, in the scale of the computed one; None when blank or not understood."""
        derived = self._derived.get(key)
        text = self.book.raw(f"figure.{key}")
        if derived is None or not text:
            return None
        if derived.shape == "money":
            return parse_money(text, self.book.money_unit).yuan
        value = parse_number(text).value
        return value / _HUNDRED if value is not None and derived.shape == "percent" else value

    def _is_filed(self, key: str) -> bool:
        derived = self._derived.get(key)
        return derived is not None and derived.filed and bool(self.book.raw(f"figure.{key}").strip())
