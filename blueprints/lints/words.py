"""词汇: tables, columns of funds, nodes, grades and level keys that a form names must exist in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from blueprints import schema
from blueprints.lints.fault import Fault
from blueprints.project_references import groups_of
from blueprints.projects import PROJECTS
from blueprints.references import known
from blueprints.schema import Blueprint, FundsTable, RecordsTable
from blueprints.walk import walk

_RULE: Final = re.compile(r"[SFTUDNIR]\d{2}")


def known_word(word: str, allowed: Iterable[str], path: str, what: str) -> Iterator[Fault]:
    """Yield a fault unless `word` is allowed."""
    yield from (Fault(*fault) for fault in known(word, allowed, path, what))


def faults(blueprint: Blueprint) -> Iterator[Fault]:
    """Yield words that mean nothing."""
    for path, value in walk(blueprint):
        finder = FINDERS.get(type(value))
        if finder is not None:
            yield from finder(blueprint, value, path)


def _matrix(blueprint: Blueprint, row: schema.MatrixRow, path: str) -> Iterator[Fault]:
    table = blueprint.table(row.table)
    if not isinstance(table, FundsTable):
        yield from known_word(
            row.table, [t.key for t in blueprint.tables if isinstance(t, FundsTable)], f"{path}.matrix", "资金表"
        )
        return
    stages = [stage.stage for stage in table.stages]
    leaves = [leaf.key for leaf in blueprint.leaves()]
    for number, column in enumerate(row.columns, 1):
        here = f"{path}.columns[{number}]"
        if column.kind in {"stage", "rate"}:
            yield from known_word(column.stage, stages, here, "本表的资金环节")
        if column.kind == "rate":
            yield from known_word(column.over, stages, f"{here}.over", "本表的资金环节")
        if column.kind in {"points", "score"}:
            yield from known_word(column.node, leaves, here, "分值节点")


def _records(blueprint: Blueprint, row: schema.RecordsRow | schema.SentenceNode, path: str) -> Iterator[Fault]:
    listed = row.table if isinstance(row, schema.RecordsRow) else row.records
    if row.only and listed == PROJECTS:
        yield from known_word(row.only, groups_of(blueprint), f"{path}.only", "项目的类别")
    elif row.only:
        yield from known_word(row.only, [level.key for level in blueprint.frame.levels], f"{path}.only", "一级指标的键")
    if (
        isinstance(row, schema.RecordsRow)
        and row.skeleton
        and not (row.table == "indicators" and blueprint.frame.levels)
    ):
        yield Fault(f"{path}.skeleton", "skeleton 只用于 indicators，且 frame 须写明 levels")


def _score_rows(blueprint: Blueprint, row: schema.ScoresRow, path: str) -> Iterator[Fault]:
    for word in row.nodes:
        yield from known_word(word, [node.key for node in blueprint.points], f"{path}.scores", "顶层分值节点")
    if not blueprint.points:
        yield Fault(f"{path}.scores", "本表样没有分值（points），不能印评分表")


def _table_entry(blueprint: Blueprint, entry: schema.TableEntry, path: str) -> Iterator[Fault]:
    yield from known_word(entry.table, [table.key for table in blueprint.tables], f"{path}.table", "表格")


def _scores_entry(blueprint: Blueprint, entry: schema.ScoresEntry, path: str) -> Iterator[Fault]:
    for word in entry.nodes:
        node = blueprint.node(word)
        if node is None or any(leaf.from_table for leaf in node.leaves()):
            allowed = [n.key for n in blueprint.nodes() if not any(leaf.from_table for leaf in n.leaves())]
            yield from known_word(word, [key for key in allowed if key != word], f"{path}.scores", "可填自评得分的节点")


def _ask(blueprint: Blueprint, entry: schema.FieldEntry, path: str) -> Iterator[Fault]:
    if entry.path == "grade.self":
        for word in entry.choices:
            yield from known_word(word, [grade.name for grade in blueprint.grades], f"{path}.choices", "等次")


def _check(blueprint: Blueprint, check: schema.CheckDef, path: str) -> Iterator[Fault]:
    if not _RULE.fullmatch(check.rule):
        yield Fault(
            f"{path}.rule", f"“{check.rule}”不是规则编号，应为一个类别字母（S F T U D N I R）加两位数字，如 S01"
        )
    tables = {table.key: table for table in blueprint.tables}
    names = [*(node.key for node in blueprint.nodes()), *(k for k, t in tables.items() if isinstance(t, RecordsTable))]
    for word in _words(check, "of"):
        yield from known_word(word, names, f"{path}.of", "分值节点或明细表")
    for word in _words(check, "table"):
        yield from known_word(word, tables, f"{path}.table", "表格")
        yield from _sources(check, tables.get(word), path)


def _sources(check: schema.CheckDef, table: schema.TableDef | None, path: str) -> Iterator[Fault]:
    if isinstance(table, FundsTable):
        for name in ("parts", "total"):
            for source in _words(check, name):
                yield from known_word(source, table.names(), f"{path}.{name}", "本表的资金来源")
    if isinstance(table, RecordsTable):
        for name in ("parts", "total", "columns"):
            for column in _words(check, name):
                yield from known_word(column, table.figures(), f"{path}.{name}", "本表的数字列")


def _words(check: schema.CheckDef, name: str) -> tuple[str, ...]:
    content = check.params.get(name, ())
    return content if isinstance(content, tuple) else (content,)


FINDERS: Final[dict[type, Callable[..., Iterator[Fault]]]] = {
    schema.MatrixRow: _matrix,
    schema.RecordsRow: _records,
    schema.SentenceNode: _records,
    schema.ScoresRow: _score_rows,
    schema.TableEntry: _table_entry,
    schema.ScoresEntry: _scores_entry,
    schema.FieldEntry: _ask,
    schema.CheckDef: _check,
}
