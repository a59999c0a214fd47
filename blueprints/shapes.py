"""写法: how the values of the schema are spelled in YAML, where a key of its own says which kind a thing is.

Everything else is one to one: a key is the name of a dataclass field. `TAGS` maps the deciding key to the class and the field
its value goes into; `KIND` adds what the key itself says. `WORDS` are nodes without any content.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from blueprints import schema


@dataclass(frozen=True, slots=True)
class Tag:
    """标记键: class, the field its value fills ('' for a bare mark such as `blank: true`), and fields fixed by the key."""

    cls: type
    into: str
    fixed: Mapping[str, str] = field(default_factory=dict)


def _tag(cls: type, into: str, **fixed: str) -> Tag:
    return Tag(cls, into, MappingProxyType(fixed))


NODES: Final = {
    "title": _tag(schema.TitleNode, "text"),
    "line": _tag(schema.LineNode, "parts"),
    "heading": _tag(schema.HeadingNode, "text"),
    "prose": _tag(schema.ProseNode, "path"),
    "sentence": _tag(schema.SentenceNode, "text"),
    "clauses": _tag(schema.SentenceNode, "records"),
    "boilerplate": _tag(schema.BoilerplateNode, "text"),
    "grid": _tag(schema.GridNode, "columns"),
    "signoff": _tag(schema.SignoffNode, "rows"),
    "cover": _tag(schema.CoverNode, "groups"),
    "chart": _tag(schema.ChartNode, "kind"),
}
ROWS: Final = {
    "title": _tag(schema.TitleRow, "text"),
    "cells": _tag(schema.CellsRow, "cells"),
    "group": _tag(schema.GroupRow, "label"),
    "matrix": _tag(schema.MatrixRow, "table"),
    "records": _tag(schema.RecordsRow, "table"),
    "scores": _tag(schema.ScoresRow, "nodes"),
}
CELLS: Final = {
    "label": _tag(schema.CellDef, "text", kind="label"),
    "field": _tag(schema.CellDef, "path", kind="field"),
    "text": _tag(schema.CellDef, "text", kind="text"),
    "boxes": _tag(schema.CellDef, "path", kind="boxes"),
    "blank": _tag(schema.CellDef, "", kind="blank"),
}
MATRIX_COLUMNS: Final = {
    "axis": _tag(schema.MatrixColumn, "", kind="axis"),
    "stage": _tag(schema.MatrixColumn, "stage", kind="stage"),
    "rate": _tag(schema.MatrixColumn, "stage", kind="rate"),
    "points": _tag(schema.MatrixColumn, "node", kind="points"),
    "score": _tag(schema.MatrixColumn, "node", kind="score"),
    "review": _tag(schema.MatrixColumn, "node", kind="review"),
    "field": _tag(schema.MatrixColumn, "path", kind="field"),
}
ENTRIES: Final = {
    "ask": _tag(schema.FieldEntry, "path"),
    "table": _tag(schema.TableEntry, "table"),
    "scores": _tag(schema.ScoresEntry, "nodes"),
}
TABLES: Final = {
    "funds": _tag(schema.FundsTable, "key"),
    "figures": _tag(schema.FiguresTable, "key"),
    "records": _tag(schema.RecordsTable, "key"),
}

TAGS: Final[Mapping[Any, Mapping[str, Tag]]] = MappingProxyType(
    {
        schema.PrintNode: NODES,
        schema.RowDef: ROWS,
        schema.CellDef: CELLS,
        schema.MatrixColumn: MATRIX_COLUMNS,
        schema.Entry: ENTRIES,
        schema.TableDef: TABLES,
    },
)
WORDS: Final[Mapping[Any, Mapping[str, type]]] = MappingProxyType(
    {schema.PrintNode: {"title": schema.TitleNode, "page_break": schema.PageBreakNode}},
)
# Classes whose remaining keys are parameters, understood by another room.
OPEN: Final[Mapping[type, str]] = MappingProxyType({schema.RuleDef: "params", schema.CheckDef: "params"})
# Fields that no file writes.
UNWRITTEN: Final[Mapping[type, frozenset[str]]] = MappingProxyType(
    {schema.Blueprint: frozenset({"text", "digest", "origin"})},
)
# Fields without a default that a file may still leave out.
OPTIONAL: Final[Mapping[type, frozenset[str]]] = MappingProxyType(
    {
        schema.Blueprint: frozenset(
            {"subtitle", "print", "frame", "derived", "tables", "points", "grades", "checks", "parameters"},
        ),
    },
)


def spelled(value: object) -> tuple[str, str]:
    """Return (field, YAML key) of the deciding key of a value, ('', '') for a class without one."""
    kind: type = type(value)
    for key, tag in _tags_of(kind):
        same = all(getattr(value, name, None) == fixed for name, fixed in tag.fixed.items())
        if same and (not tag.into or tag.fixed or getattr(value, tag.into)):
            return tag.into, key
    return "", ""


@cache
def _tags_of(kind: Any) -> list[tuple[str, Tag]]:
    return [(key, tag) for tags in TAGS.values() for key, tag in tags.items() if issubclass(kind, tag.cls)]
