"""阅读次序: where a fact stands when people go through a form from its first section to its last."""

from __future__ import annotations

from collections.abc import Iterator

from blueprints.schema import Blueprint, Entry, FieldEntry, FiguresTable, FundsTable, TableEntry
from factbook.book import FactBook


def reading_order(blueprint: Blueprint, book: FactBook) -> dict[str, int]:
    """Number of every path the sections ask for; what is computed or brought in by the system has none."""
    order: dict[str, int] = {}
    for section in blueprint.sections:
        for entry in section.entries:
            for path in _paths(blueprint, book, entry):
                order.setdefault(path, len(order))
    return order


def _paths(blueprint: Blueprint, book: FactBook, entry: Entry) -> Iterator[str]:
    match entry:
        case FieldEntry():
            yield entry.path
        case TableEntry():
            yield from _table(blueprint, book, entry.table)
        case _:
            leaves = (leaf for node in blueprint.nodes() if node.key in entry.nodes for leaf in node.leaves())
            for leaf in leaves:
                yield from (f"score.{leaf.key}.self", f"score.{leaf.key}.reason")


def _table(blueprint: Blueprint, book: FactBook, key: str) -> Iterator[str]:
    table = blueprint.table(key)
    if isinstance(table, FundsTable):
        yield from (f"funds.{stage.stage}.{source}" for stage in table.stages for source in table.names())
        yield from (f"figure.{derived.key}" for derived in blueprint.derived if derived.filed)
    elif isinstance(table, FiguresTable):
        yield from table.paths()
    else:
        head = key if key == "indicators" else f"list.{key}"
        columns = table.columns if table else ()
        uids = [row.uid for row in (book.indicators if key == "indicators" else book.lists.get(key, ()))]
        yield from (f"{head}.{uid}.{column.field}" for uid in uids for column in columns)
