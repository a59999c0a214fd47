"""不再询问的内容: what is written in a filing and has no place in another version of its form; the facts stay, nobody sees them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from blueprints.schema import Blueprint, RecordsTable
from entry.asks import asks_of, records_tables
from entry.grids import uids_in
from factbook.book import FactBook
from factbook.labels import label_of


@dataclass(frozen=True, slots=True)
class Losses:
    """不再询问的: names of fields, columns with the number of their rows, amounts. `amounts`: those that still count in a blank total."""

    labels: tuple[str, ...] = ()
    amounts: tuple[str, ...] = ()


def losses(old: Blueprint, new: Blueprint, book: FactBook) -> Losses:
    """Everything written that the new version does not ask for, in the order of the old one."""
    still = set(_asked(new, book))
    gone = [path for path in _asked(old, book) if path not in still and book.raw(path).strip()]
    rows = Counter(_column(path) for path in gone)
    named = dict.fromkeys(_column(path) for path in gone)
    labels = tuple(_named(old, book, place, rows[place]) for place in named)
    money = (path for path in gone if path.startswith("funds.") and _counts(book, path))
    return Losses(labels, tuple(label_of(old, book, path) for path in money))


def _asked(form: Blueprint, book: FactBook) -> list[str]:
    return [
        ask.path
        for section in form.sections
        for ask in asks_of(form, section, {t.key: uids_in(book, t.key) for t in records_tables(form, section)})
    ]


def _column(path: str) -> str:
    """The column of a cell in a row people add (`list.people.name`); any other path is its own place."""
    match path.split("."):
        case ["indicators", _, column]:
            return f"indicators.{column}"
        case ["list", table, _, column]:
            return f"list.{table}.{column}"
    return path


def _named(form: Blueprint, book: FactBook, place: str, rows: int) -> str:
    words = place.removeprefix("list.").split(".")
    table = form.table(words[0]) if place.startswith(("list.", "indicators.")) else None
    column = table.column(words[1]) if isinstance(table, RecordsTable) else None
    if table is None or column is None:
        return label_of(form, book, place)
    return f"{table.label}·{column.label}（{rows} 行）"


def _counts(book: FactBook, path: str) -> bool:
    """Is it an amount other than nothing?"""
    _, stage, source = path.split(".")
    return bool(book.fund_filed(stage, source))
