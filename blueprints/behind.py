"""数从何来: the facts behind reckoned figures; what is told through a share or a difference is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from blueprints.concepts import PRIOR
from blueprints.expressions import Expression
from blueprints.schema import Blueprint, Breakdown, Derived, RecordsTable


def behind(blueprint: Blueprint, printed: Iterable[str]) -> set[str]:
    """Facts that printed figures are reckoned from, at any depth; columns of lists as `table.column`."""
    known: set[str] = set()
    waiting = list(printed)
    while waiting:
        for path in _sources(blueprint, waiting.pop()):
            if path not in known:
                known.add(path)
                waiting.append(path)
    return known


def _sources(blueprint: Blueprint, path: str) -> Iterator[str]:
    match path.removeprefix(PRIOR).split("."):
        case ["derived", key]:
            yield from (p for d in blueprint.derived if d.key == key for p in _read(d.value, d.over, d.when_zero))
        case ["compare", key, *_]:
            yield from (p for c in blueprint.comparisons if c.key == key for p in _read(c.now, c.then))
        case ["total" | "share", key, *_]:
            breakdown = blueprint.breakdown(key)
            yield from _parts(breakdown) if breakdown else ()
        case ["sum", table, column]:
            yield f"{table}.{column}"
        case [table, column]:
            yield from _of_row(blueprint, table, column)


def _read(*expressions: Expression | None) -> Iterator[str]:
    for expression in expressions:
        yield from expression.paths if expression else ()


def _parts(breakdown: Breakdown) -> Iterator[str]:
    yield from (path for item in breakdown.items for path in item.value.paths)
    if breakdown.records:
        yield from (f"{breakdown.records}.{column}" for column in (breakdown.name, breakdown.value))


def _of_row(blueprint: Blueprint, key: str, column: str) -> Iterator[str]:
    """Columns that a computed column of a list is reckoned from."""
    table = blueprint.table(key)
    found: tuple[Derived, ...] = table.computed if isinstance(table, RecordsTable) else ()
    for derived in found:
        if derived.key == column:
            yield from (f"{key}.{word}" for word in _read(derived.value, derived.over, derived.when_zero))
