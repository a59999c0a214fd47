"""明细合计: the sum of a list's figure column, as `sum.<table>.<column>` reads it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from blueprints.schema import Blueprint, RecordsTable
from factbook.book import FactBook
from values.money import parse_money
from values.number import parse_number

SUM: Final = "sum."


def column_sum(blueprint: Blueprint, book: FactBook, path: str) -> Decimal | None:
    """Sum over the rows (amounts in yuan); blanks do not count. None when nothing is filled or a figure is not understood."""
    _, table, column = path.split(".")
    texts = [row.raw(column).strip() for row in book.lists.get(table, ())]
    values = [cell_number(blueprint, book, table, column, text) for text in texts if text]
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(values) else None


def cell_number(blueprint: Blueprint, book: FactBook, table: str, column: str, text: str) -> Decimal | None:
    """One figure of a list: yuan where the column holds amounts; None when it is blank or not understood."""
    found = blueprint.table(table)
    defined = found.column(column) if isinstance(found, RecordsTable) else None
    if defined is not None and defined.shape == "money":
        return parse_money(text, book.money_unit).yuan
    return parse_number(text).value
