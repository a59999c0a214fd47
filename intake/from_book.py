"""上年填报: last year's book of the same subject read as if it were a file; its facts stand at the same paths."""

from __future__ import annotations

from collections.abc import Iterator

from blueprints.schema import (
    Blueprint,
    FieldEntry,
    FiguresTable,
    FundsTable,
    RecordsTable,
    ScoresEntry,
    Section,
    TableEntry,
)
from blueprints.tables import TableDef
from factbook.book import FactBook
from factbook.paths import INDICATORS
from intake.reading import Found, FoundRow, How, Reading


def reading_of(blueprint: Blueprint, book: FactBook) -> Reading:
    """What `book` says at the places that this year's form asks for."""
    asked = (path for section in blueprint.sections for path in asked_paths(blueprint, section))
    facts = {path: Found(path, book.raw(path), How.PLACE) for path in asked if book.raw(path).strip()}
    tables = (table for table in blueprint.tables if isinstance(table, RecordsTable))
    rows = {table.key: tuple(_rows(table, book)) for table in tables}
    return Reading(facts, {table: found for table, found in rows.items() if found})


def asked_paths(blueprint: Blueprint, section: Section) -> Iterator[str]:
    """Paths of the single facts that a section asks for, in its order."""
    for entry in section.entries:
        match entry:
            case FieldEntry():
                yield entry.path
            case TableEntry():
                table = blueprint.table(entry.table)
                yield from _figures(table)
            case ScoresEntry():
                nodes = (blueprint.node(key) for key in entry.nodes)
                leaves = (leaf for node in nodes if node for leaf in node.leaves() if not leaf.from_table)
                yield from (f"score.{leaf.key}.{part}" for leaf in leaves for part in ("self", "reason"))


def _figures(table: TableDef | None) -> Iterator[str]:
    """Cells of a table of amounts or figures, row by row."""
    match table:
        case FundsTable():
            for source in table.names():
                yield from (f"funds.{stage.stage}.{source}" for stage in table.stages if table.asks(stage, source))
        case FiguresTable():
            yield from table.paths()


def _rows(table: RecordsTable, book: FactBook) -> Iterator[FoundRow]:
    rows = book.indicators if table.key == INDICATORS else book.lists.get(table.key, ())
    for row in rows:
        texts = {column.field: text for column in table.columns if (text := row.raw(column.field)).strip()}
        if texts:
            yield FoundRow(table.key, texts, How.PLACE)
