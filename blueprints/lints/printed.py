"""填与印相符: what the paper shows must be asked somewhere, and what is asked should be shown.

A fact printed but nowhere asked is an error. A fact asked but nowhere printed is a warning, silenced by `unprinted: true`.
An amount counts as printed where a sum above it or a figure reckoned from it is, and as asked where parts below it are.
"""

from __future__ import annotations

from collections.abc import Iterator

from blueprints import schema
from blueprints.behind import behind
from blueprints.concepts import is_identity, is_result, reachable
from blueprints.grouped import groups_of, node_named
from blueprints.lints.fault import Fault
from blueprints.references import PATHS, TEMPLATES
from blueprints.reviewed import is_review
from blueprints.schema import Blueprint, FiguresTable, FundsTable, RecordsTable
from blueprints.tables import sum_path
from blueprints.templates import places
from blueprints.walk import members, walk
from values.vocabulary import SOURCE_PARENT, Source

Places = dict[str, str]  # fact path → path in the file; rows of tables as `table.column`
STRUCTURE = frozenset({"level1", "level2"})


def faults(blueprint: Blueprint) -> Iterator[Fault]:
    """Yield facts printed but not asked, and asked but not printed."""
    printed, asked = printed_facts(blueprint), asked_facts(blueprint)
    worked_out = _computed(blueprint)
    for path, here in printed.items():
        if path not in worked_out and not (
            is_identity(path) or is_result(path) or is_review(path) or path in asked or _asked_below(path, asked)
        ):
            yield Fault(here, f"“{path}”印在表上，却没有分节询问它，请在 sections 中加上")
    told = set(printed) | behind(blueprint, printed)
    quiet = _meant(blueprint)
    for path, here in asked.items():
        if path not in told and path not in quiet and not _printed_above(path, told):
            yield Fault(here, f"“{path}”要求填写，却没有印在表上；确实不印的写 unprinted: true", "warning")


def printed_facts(blueprint: Blueprint) -> Places:
    """Every fact the parts show."""
    found: Places = {}
    for path, value in walk(blueprint):
        if not (path.startswith("parts[") or isinstance(value, Blueprint)):  # title and subtitle are the form's own
            continue
        for word in (*_named(value, path), *_of_rows(blueprint, value)):
            found.setdefault(word, path)
    return found


def _named(value: object, path: str) -> Iterator[str]:
    for name, _, content in members(value, path):
        if (type(value), name) in PATHS and content:
            yield str(content)
        elif (type(value), name) in TEMPLATES:
            for text in content if isinstance(content, tuple) else (content,):
                yield from places(str(text))


def _of_rows(blueprint: Blueprint, value: object) -> Iterator[str]:
    match value:
        case schema.MatrixRow():
            yield from _of_matrix(blueprint, value)
        case schema.RecordsRow():
            yield from _of_groups(blueprint, value)
            for column in (column for column in value.columns if not column.per):
                yield from (f"{value.table}.{word}" for word in (column.field, *places(column.text)) if word)
                if value.sum and blueprint.section_of(sum_path(value.table, column.field)):
                    yield sum_path(value.table, column.field)
        case schema.SentenceNode() if value.records:
            yield from _of_clauses(blueprint, value)
        case schema.ChartNode() if value.breakdown:
            yield f"total.{value.breakdown}"
        case schema.SeriesDef():
            yield from (path for expression in value.values for path in expression.paths)
        case schema.ScoresRow():
            leaves = (n.leaves() for n in blueprint.points if not value.nodes or n.key in value.nodes)
            shown = {column.field for column in value.columns}
            yield from (path for each in leaves for leaf in each for path in _of_leaf(leaf, shown))


def _of_groups(blueprint: Blueprint, row: schema.RecordsRow) -> Iterator[str]:
    """Scores that columns `per` a level show."""
    for column in (column for column in row.columns if column.per and column.field in {"self", "reason"}):
        nodes = (node_named(blueprint, *names) for names in groups_of(blueprint, row, column))
        yield from (f"score.{leaf.key}.{column.field}" for node in nodes if node for leaf in node.leaves())


def _of_clauses(blueprint: Blueprint, node: schema.SentenceNode) -> Iterator[str]:
    if blueprint.breakdown(node.records):
        yield f"total.{node.records}"
        return
    words = (*places(node.each), *node.needs, node.group)
    yield from (f"{node.records}.{word}" for word in words if word)


def _of_leaf(leaf: schema.PointNode, shown: set[str]) -> Iterator[str]:
    head = leaf.from_table or f"score.{leaf.key}"
    if "self" in shown:
        yield f"{head}.{'score' if leaf.from_table else 'self'}"
    if leaf.items:
        yield f"{leaf.items}.name"
    if "reason" in shown:
        yield f"{head}.reason"


def _of_matrix(blueprint: Blueprint, row: schema.MatrixRow) -> Iterator[str]:
    for column in row.columns:
        if column.kind == "score":
            yield f"score.{column.node}.self"
        stages = {"stage": (column.stage,), "rate": (column.stage, column.over)}.get(column.kind, ())
        yield from _amounts(blueprint.table(row.table), stages)


def _amounts(table: schema.TableDef | None, stages: tuple[str, ...] | None = None) -> Iterator[str]:
    """Paths of the cells a funds table asks, of some stages or of all."""
    if isinstance(table, FiguresTable):
        yield from table.paths()
    if isinstance(table, FundsTable):
        for stage in table.stages:
            if stages is None or stage.stage in stages:
                yield from (f"funds.{stage.stage}.{s}" for s in table.names() if table.asks(stage, s))


def asked_facts(blueprint: Blueprint) -> Places:
    """Every fact the sections ask."""
    found: Places = {}
    for path, value in walk(blueprint):
        if path.startswith("sections["):
            for word in _asks(blueprint, value):
                found.setdefault(word, path)
    return found


def _asks(blueprint: Blueprint, value: object) -> Iterator[str]:
    match value:
        case schema.FieldEntry():
            yield value.path
        case schema.ScoresEntry():
            for node in filter(None, map(blueprint.node, value.nodes)):
                for leaf in node.leaves():
                    yield f"score.{leaf.key}.self"
                    yield f"score.{leaf.key}.reason"
        case schema.TableEntry():
            table = blueprint.table(value.table)
            yield from _amounts(table)
            if table is not None and table is blueprint.first_funds():
                yield from (f"figure.{derived.key}" for derived in blueprint.derived if derived.filed)
            if isinstance(table, RecordsTable):
                yield from (f"{table.key}.{column.field}" for column in table.columns)


def _computed(blueprint: Blueprint) -> set[str]:
    """Columns of lists that are worked out row by row."""
    lists = (table for table in blueprint.tables if isinstance(table, RecordsTable))
    return {f"{table.key}.{derived.key}" for table in lists for derived in table.computed}


def _asked_below(path: str, asked: Places) -> bool:
    match path.split("."):
        case ["funds", stage, source]:
            below = {word.split(".")[2] for word in asked if word.startswith(f"funds.{stage}.")}
            return reachable(Source(source), below)
        case [table, "n" | "self" | "computed" | "of" | "progress" | "out_of_100" | "review" | "review_reason"]:
            return any(word.startswith(f"{table}.") for word in asked)
    return False


def _printed_above(path: str, printed: set[str]) -> bool:
    match path.split("."):
        case ["funds", stage, source]:
            parent = SOURCE_PARENT.get(Source(source))
            above = f"funds.{stage}.{parent.value}" if parent else ""
            return bool(parent) and (above in printed or _printed_above(above, printed))
        case ["figure", key]:
            return f"derived.{key}" in printed
        case ["indicators", column]:
            return column in STRUCTURE
    return False


def _meant(blueprint: Blueprint) -> set[str]:
    entries = (entry for section in blueprint.sections for entry in section.entries)
    quiet = {entry.path for entry in entries if isinstance(entry, schema.FieldEntry) and entry.unprinted}
    for table in blueprint.tables:
        if isinstance(table, RecordsTable):
            quiet |= {f"{table.key}.{column.field}" for column in table.columns if column.unprinted}
        elif table.unprinted:
            quiet |= set(_amounts(table) if isinstance(table, FundsTable) else table.paths())
    # A reason is asked wherever a score may be lowered, also where the paper has no column for it.
    return quiet | {f"score.{leaf.key}.reason" for leaf in blueprint.leaves()} | {"score.total.self", "grade.self"}
