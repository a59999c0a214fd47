"""填报项清单: every fact one section asks for, from the blueprint and the rows on the page.

Forms, parsing and notes all walk this one list, so a page cannot show a field that would not be taken, nor take one it
does not show.
"""

from __future__ import annotations

import secrets
import string
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from blueprints.schema import (
    Blueprint,
    ColumnDef,
    Entry,
    FieldEntry,
    FiguresTable,
    FundsTable,
    PointNode,
    RecordsTable,
    ScoresEntry,
    Section,
    TableEntry,
)
from factbook.bound import is_prose

Kind = Literal["text", "prose", "choice", "boxes", "date", "number", "percent", "money", "measure"]
Rows = Mapping[str, Sequence[str]]
NUMERIC: Final = frozenset({"number", "percent", "money"})

_LETTERS: Final = string.ascii_lowercase
_COLUMN_KINDS: Final[dict[str, Kind]] = {
    "target": "measure",
    "actual": "measure",
    "weight": "number",
    "score": "number",
    "name": "prose",
    "reason": "prose",
}


@dataclass(frozen=True, slots=True)
class Ask:
    """填报项: one input. `choices` are offered, not forced: what was typed before stays choosable."""

    path: str
    label: str
    kind: Kind
    hint: str = ""
    example: str = ""
    required: bool = False
    limit: int = 0
    choices: tuple[str, ...] = ()
    cell: bool = False  # stands in a grid, its label is read out but not printed

    @property
    def quotes(self) -> bool:
        """May its text quote facts (活数据)? Names of indicators may not: facts are called by them."""
        return self.kind == "prose" and (is_prose(self.path) or self.path.startswith("list."))


def new_uid() -> str:
    """行号 for a new row: a letter and seven letters or digits."""
    tail = "".join(secrets.choice(_LETTERS + string.digits) for _ in range(7))
    return secrets.choice(_LETTERS) + tail


def asks_of(blueprint: Blueprint, section: Section, rows: Rows) -> Iterator[Ask]:
    """Every ask of the section; `rows` names the rows on the page per records table."""
    for entry in section.entries:
        yield from asks_of_entry(blueprint, entry, rows)


def asks_of_entry(blueprint: Blueprint, entry: Entry, rows: Rows) -> Iterator[Ask]:
    """Every ask of one entry."""
    match entry:
        case FieldEntry():
            yield field_ask(entry)
        case TableEntry():
            table = blueprint.table(entry.table)
            if isinstance(table, FundsTable):
                yield from funds_asks(blueprint, table)
            elif isinstance(table, FiguresTable):
                yield from figures_asks(table)
            elif table is not None:
                yield from records_asks(blueprint, table, rows.get(table.key, ()))
        case ScoresEntry():
            yield from score_asks(blueprint, entry)


def field_ask(entry: FieldEntry) -> Ask:
    """The ask of a single field."""
    kinds: dict[str, Kind] = {"line": "text", "prose": "prose", "choice": "choice", "boxes": "boxes", "date": "date"}
    kind = kinds.get(entry.widget, "number")
    return Ask(entry.path, entry.label, kind, entry.hint, entry.example, entry.required, entry.limit, entry.choices)


def funds_asks(blueprint: Blueprint, table: FundsTable) -> Iterator[Ask]:
    """The cells of a funds table and the filed figures that go with it."""
    for source in table.sources:
        for stage in table.stages:
            if table.asks(stage, source.source):
                yield Ask(f"funds.{stage.stage}.{source.source}", f"{source.label}·{stage.label}", "money", cell=True)
    yield from filed_figures(blueprint)


def figures_asks(table: FiguresTable) -> Iterator[Ask]:
    """The cells of a table of figures, row by row."""
    for row in table.rows:
        for column in table.columns:
            path = table.path(row, column)
            if path:
                yield Ask(path, f"{row.label}·{column.label}", column.shape, cell=True)


def filed_figures(blueprint: Blueprint) -> Iterator[Ask]:
    """派生数 the unit may file itself, unless a section asks for them as a field of their own."""
    own = {e.path for s in blueprint.sections for e in s.entries if isinstance(e, FieldEntry)}
    own |= {path for table in blueprint.tables if isinstance(table, FiguresTable) for path in table.paths()}
    for derived in blueprint.derived:
        path = f"figure.{derived.key}"
        if derived.filed and path not in own:
            kind: Kind = derived.shape if derived.shape != "relation" else "number"
            yield Ask(path, derived.label, kind, hint="可不填，不填按计算值")


def records_asks(blueprint: Blueprint, table: RecordsTable, uids: Sequence[str]) -> Iterator[Ask]:
    """The cells of a records table, row by row."""
    for number, uid in enumerate(uids, 1):
        for column in table.columns:
            yield cell_ask(blueprint, table, column, uid, number)


def cell_ask(blueprint: Blueprint, table: RecordsTable, column: ColumnDef, uid: str, number: int) -> Ask:
    """The ask of one cell of a records table."""
    head = "indicators" if table.key == "indicators" else f"list.{table.key}"
    label = f"第{number}行·{column.label}"
    choices = column.choices or offered(blueprint, table, column)
    kind: Kind = "choice" if choices else column_kind(table, column)
    return Ask(
        f"{head}.{uid}.{column.field}", label, kind, column.hint, required=column.required, choices=choices, cell=True
    )


def column_kind(table: RecordsTable, column: ColumnDef) -> Kind:
    """How a column's text is understood: by its declared shape, else by what the field is known to hold."""
    if column.shape != "text":
        return column.shape
    return _COLUMN_KINDS.get(column.field, "text") if table.key == "indicators" else "text"


def offered(blueprint: Blueprint, table: RecordsTable, column: ColumnDef) -> tuple[str, ...]:
    """The locality's own words for indicator classes and relations."""
    if table.key != "indicators":
        return ()
    frame = blueprint.frame
    words = {
        "level1": tuple(level.label for level in frame.levels),
        "level2": tuple(dict.fromkeys(child for level in frame.levels for child in level.children)),
        "relation": frame.relations,
    }
    return words.get(column.field, ())


def score_asks(blueprint: Blueprint, entry: ScoresEntry) -> Iterator[Ask]:
    """Self score and reason of every leaf; lines of a records table are scored in that table."""
    for leaf in scored_leaves(blueprint, entry):
        yield Ask(f"score.{leaf.key}.self", f"{leaf.label}·自评得分", "number", cell=True)
        yield Ask(f"score.{leaf.key}.reason", f"{leaf.label}·扣分原因", "prose", cell=True)
    if "total" in entry.nodes:
        yield Ask("score.total.self", "自评总分", "number", hint="可不填，不填按各行合计")


def scored_leaves(blueprint: Blueprint, entry: ScoresEntry) -> Iterator[PointNode]:
    """Leaves below the entry's nodes that are scored here."""
    for node in blueprint.points:
        for found in named(node, frozenset(entry.nodes)):
            yield from (leaf for leaf in found.leaves() if not leaf.from_table)


def named(node: PointNode, keys: frozenset[str]) -> Iterator[PointNode]:
    """Topmost nodes at or below `node` whose key is one of `keys`."""
    if node.key in keys:
        yield node
        return
    for child in node.children:
        yield from named(child, keys)


def records_tables(blueprint: Blueprint, section: Section) -> tuple[RecordsTable, ...]:
    """The records tables of a section."""
    tables = (blueprint.table(e.table) for e in section.entries if isinstance(e, TableEntry))
    return tuple(table for table in tables if isinstance(table, RecordsTable))
