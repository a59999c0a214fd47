"""变动对照: what differs between two fact books, cell by cell, from data and not from printed text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from blueprints.schema import Blueprint
from factbook.book import INDICATOR_FIELDS, FactBook
from factbook.labels import label_of


@dataclass(frozen=True, slots=True)
class Change:
    """一处变动. kind added / removed: the cell's whole row is new or gone; order: rows stand in another order."""

    path: str
    label: str
    old: str
    new: str
    kind: Literal["edited", "added", "removed", "order"] = "edited"


def diff_books(old: FactBook, new: FactBook, blueprint: Blueprint) -> list[Change]:
    """Every cell that differs, in the order of the new book, then what only the old one had."""
    before, after = dict(cells(old)), dict(cells(new))
    old_rows, new_rows = _rows(old), _rows(new)
    changes = []
    for path in [*after, *(gone for gone in before if gone not in after)]:
        was, stands = before.get(path, ""), after.get(path, "")
        if was != stands:
            label = label_of(blueprint, new if path in after else old, path)
            changes.append(Change(path, label, was, stands, _kind(row_of(path), old_rows, new_rows)))
    return changes + list(_moved(old, new, blueprint))


def cells(book: FactBook) -> Iterator[tuple[str, str]]:
    """Every cell of a book as (path, text as typed)."""
    yield from book.identity.items()
    for (stage, source), amount in book.funds.items():
        yield f"funds.{stage}.{source}", amount.raw
    yield from book.statements.items()
    for row in book.indicators:
        for name in (*INDICATOR_FIELDS, *row.notes):
            yield f"indicators.{row.uid}.{name}", row.raw(name)
    for key, rows in book.lists.items():
        for item in rows:
            for name, text in item.cells.items():
                yield f"list.{key}.{item.uid}.{name}", text
    for key, entry in book.scores.items():
        yield f"score.{key}.self", entry.raw
        yield f"score.{key}.reason", entry.reason


def row_of(path: str) -> str:
    """Path of the row a cell belongs to, '' for a cell outside tables."""
    match path.split("."):
        case ["indicators", uid, _]:
            return f"indicators.{uid}"
        case ["list", key, uid, _]:
            return f"list.{key}.{uid}"
    return ""


def _kind(row: str, old: set[str], new: set[str]) -> Literal["edited", "added", "removed"]:
    if not row or (row in old and row in new):
        return "edited"
    return "removed" if row in old else "added"


def _rows(book: FactBook) -> set[str]:
    indicators = {f"indicators.{row.uid}" for row in book.indicators}
    return indicators | {f"list.{key}.{row.uid}" for key, rows in book.lists.items() for row in rows}


def _moved(old: FactBook, new: FactBook, blueprint: Blueprint) -> Iterator[Change]:
    tables = {"indicators": ([r.uid for r in old.indicators], [r.uid for r in new.indicators])}
    for key in new.lists:
        tables[f"list.{key}"] = ([r.uid for r in old.lists.get(key, ())], [r.uid for r in new.lists[key]])
    for path, (before, after) in tables.items():
        stayed_before, stayed_after = _kept(before, after), _kept(after, before)
        if stayed_before != stayed_after:
            table = blueprint.table(path.removeprefix("list."))
            name = table.label if table else path
            yield Change(path, f"{name}的行次序", "、".join(stayed_before), "、".join(stayed_after), "order")


def _kept(rows: Iterable[str], others: Iterable[str]) -> list[str]:
    known = set(others)
    return [uid for uid in rows if uid in known]
