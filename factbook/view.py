"""事实的读法: a fact book as one form reads it, with the form's own reckoned figures."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import Final

from blueprints.concepts import PRIOR, PRIOR_YEAR
from blueprints.schema import Blueprint, Derived, FiguresTable
from factbook.book import FactBook
from factbook.breakdowns import Slice, slices, total_of
from factbook.projects import HEAD, Member, Projects
from factbook.reckon import reckon
from factbook.sums import SUM, column_sum
from values.money import parse_money
from values.number import parse_number
from values.numerals import plain
from values.ratio import percent_text

_DERIVED: Final = "derived."
_FIGURE: Final = "figure."
_PARTS: Final = ("total.", "share.")
_HUNDRED: Final = Decimal(100)


class View:
    """读数: what a path says, for expressions, scoring, checks and documents (satisfies `blueprints.expressions.Facts`).

    `derived.<key>` is the figure the unit filed at `figure.<key>` when the form asks for it, else the computed one. A derived
    percentage is a fraction (0.932), whether computed or filed as 93.2 or 93.2%. `prior.<path>` is the same of the year before.
    """

    def __init__(self, blueprint: Blueprint, book: FactBook) -> None:
        self.blueprint = blueprint
        self.book = book
        self._asking: set[str] = set()

    @cached_property
    def prior(self) -> View | None:
        """The year before, read by the same form; None when nothing is known of it."""
        return View(self.blueprint, self.book.prior) if self.book.prior else None

    @cached_property
    def projects(self) -> Projects:
        """The unit's projects, each read by its own form."""
        filings = self.book.related.filings if self.book.related else ()
        every = [Member(filing, View(filing.blueprint, filing.book)) for filing in filings]
        return Projects(self.blueprint.projects, every, known=self.book.related is not None)

    @cached_property
    def _derived(self) -> dict[str, Derived]:
        return {derived.key: derived for derived in self.blueprint.derived}

    @cached_property
    def _amounts(self) -> frozenset[str]:
        tables = (table for table in self.blueprint.tables if isinstance(table, FiguresTable))
        return frozenset(path for table in tables for path in table.paths("money"))

    def is_amount(self, path: str) -> bool:
        """Is the figure at `path` an amount in the form's unit?"""
        return path in self._amounts

    def number(self, path: str) -> Decimal | None:  # noqa: PLR0911 - one return per kind of path reads best
        """Number at a path (yuan, points, or as typed), None when not known."""
        if path == PRIOR_YEAR:
            return Decimal(self.book.year - 1)
        if path.startswith(PRIOR):
            return self.prior.number(path.removeprefix(PRIOR)) if self.prior else None
        if path.startswith(HEAD):
            return self.projects.number(path)
        if path.startswith(SUM):
            return column_sum(self.blueprint, self.book, path)
        if path.startswith(_PARTS):
            return self._part(path)
        if path in self._amounts:
            return parse_money(self.book.raw(path), self.book.money_unit).yuan
        if not path.startswith(_DERIVED):
            return self.book.number(path)
        key = path.removeprefix(_DERIVED)
        return self.filed_number(key) if self._is_filed(key) else self.derived_number(key)

    def raw(self, path: str) -> str:
        """Text at a path as typed; a computed figure as plain text (percentages with two decimals)."""
        if path.startswith(PRIOR) and path != PRIOR_YEAR:
            return self.prior.raw(path.removeprefix(PRIOR)) if self.prior else ""
        if path.startswith((SUM, HEAD, PRIOR_YEAR, *_PARTS)):
            return self._said(self.number(path), "percent" if path.startswith("share.") else "")
        if not path.startswith(_DERIVED):
            return self.book.raw(path)
        key = path.removeprefix(_DERIVED)
        if self._is_filed(key):
            return self.book.raw(f"{_FIGURE}{key}")
        return self._said(self.derived_number(key), self._derived[key].shape if key in self._derived else "")

    def parts(self, key: str) -> tuple[Slice, ...]:
        """The parts of a breakdown with their shares; empty when none is known, or when it is defined by itself."""
        breakdown, asking = self.blueprint.breakdown(key), f"total.{key}"
        if breakdown is None or asking in self._asking:
            return ()
        self._asking.add(asking)
        try:
            return slices(self.blueprint, self.book, self, breakdown)
        finally:
            self._asking.discard(asking)

    def _part(self, path: str) -> Decimal | None:
        head, key, *rest = path.split(".")
        parts = self.parts(key)
        return total_of(parts) if head == "total" else next((p.share for p in parts if [p.key] == rest), None)

    def derived_number(self, key: str) -> Decimal | None:
        """The computed figure only, whatever was filed; None when unknown, undefined, or defined by itself."""
        derived = self._derived.get(key)
        if derived is None or key in self._asking:
            return None
        self._asking.add(key)
        try:
            return reckon(derived, self)
        finally:
            self._asking.discard(key)

    def filed_number(self, key: str) -> Decimal | None:
        """The filed figure only, in the scale of the computed one; None when blank or not understood."""
        derived = self._derived.get(key)
        text = self.book.raw(f"{_FIGURE}{key}")
        if derived is None or not text:
            return None
        if derived.shape == "money":
            return parse_money(text, self.book.money_unit).yuan
        value = parse_number(text).value
        return value / _HUNDRED if value is not None and derived.shape == "percent" else value

    def _is_filed(self, key: str) -> bool:
        derived = self._derived.get(key)
        return derived is not None and derived.filed and bool(self.book.raw(f"{_FIGURE}{key}").strip())

    @staticmethod
    def _said(value: Decimal | None, shape: str) -> str:
        if value is None:
            return ""
        return percent_text(value) if shape == "percent" else plain(value)
