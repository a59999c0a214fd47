"""推算: the value of a derived figure, of the form as a whole or of one row of a list."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from blueprints.expressions import Expression, Facts
from blueprints.schema import Blueprint, Derived, RecordsTable
from factbook.book import FactBook, ListRow
from factbook.sums import cell_number


def reckon(derived: Derived, facts: Facts) -> Decimal | None:
    """`value`, or `value` ÷ `over`; 0 ÷ 0 gives `when_zero`. None while something is unknown."""
    value = _number(derived.value, facts)
    if derived.over is None or value is None:
        return value
    over = _number(derived.over, facts)
    if over is None or over:
        return None if over is None else value / over
    return _number(derived.when_zero, facts) if derived.when_zero and value == 0 else None


def _number(expression: Expression, facts: Facts) -> Decimal | None:
    value = expression.evaluate(facts)
    return value if isinstance(value, Decimal) else None


class RowFacts:
    """一行的数字: columns of one row of a list, computed ones included (satisfies `blueprints.expressions.Facts`)."""

    def __init__(self, blueprint: Blueprint, book: FactBook, table: str, row: ListRow) -> None:
        self._blueprint, self._book, self._table, self._row = blueprint, book, table, row

    def number(self, path: str) -> Decimal | None:
        """Figure in a column; yuan for amounts."""
        derived = computed_columns(self._blueprint, self._table).get(path)
        if derived is not None:
            return reckon(derived, self)
        return cell_number(self._blueprint, self._book, self._table, path, self._row.raw(path))

    def raw(self, path: str) -> str:
        """Cell as typed."""
        return self._row.raw(path)


def computed_columns(blueprint: Blueprint, table: str) -> Mapping[str, Derived]:
    """Computed columns of a list by key."""
    found = blueprint.table(table)
    return {derived.key: derived for derived in found.computed} if isinstance(found, RecordsTable) else {}
