"""键的唯一: every key of a form stands once, and is a plain lower-case word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from blueprints.lints.fault import Fault, repeated
from blueprints.schema import Blueprint, FieldEntry, FiguresTable, FundsTable, PointNode, RecordsTable
from blueprints.shapes import spelled
from blueprints.walk import walk

_KEY: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")


def faults(blueprint: Blueprint) -> Iterator[Fault]:
    """Yield keys that repeat or are no words."""
    nodes = [(f"{path}.key", value.key) for path, value in walk(blueprint) if isinstance(value, PointNode)]
    tables = [(f"tables[{n}].{spelled(t)[1]}", t.key) for n, t in enumerate(blueprint.tables, 1)] + [
        (f"breakdowns[{n}].key", b.key) for n, b in enumerate(blueprint.breakdowns, 1)
    ]
    sections = [(f"sections[{n}].key", s.key) for n, s in enumerate(blueprint.sections, 1)]
    figures = [(f"derived[{n}].key", d.key) for n, d in enumerate(blueprint.derived, 1)]
    compared = [(f"comparisons[{n}].key", c.key) for n, c in enumerate(blueprint.comparisons, 1)]
    projects = blueprint.projects
    about = [(f"projects.figures[{n}].key", f.key) for n, f in enumerate(projects.figures, 1)] if projects else []
    groups = [(f"projects.groups[{n}].key", g.key) for n, g in enumerate(projects.groups, 1)] if projects else []
    numbers = [(f"parameters[{n}].key", p.key) for n, p in enumerate(blueprint.parameters, 1)]
    for what, words in (
        ("分值节点的键", nodes),
        ("表格和构成的键", tables),
        ("分节的键", sections),
        ("派生数的键", figures),
        ("比较的键", compared),
        ("年度参数的键", numbers),
        ("项目的数的键", about),
        ("项目类别的键", groups),
    ):
        yield from repeated(words, what)
        yield from (
            Fault(p, f"{what}“{w}”应由小写字母开头，只含小写字母、数字、下划线")
            for p, w in words
            if not _KEY.fullmatch(w)
        )
    yield from (Fault(path, "“total”留作总分，请换一个键") for path, word in nodes if word == "total")
    yield from _columns(blueprint)
    yield from _asked_twice(blueprint)


def _columns(blueprint: Blueprint) -> Iterator[Fault]:
    for number, table in enumerate(blueprint.tables, 1):
        path = f"tables[{number}]"
        if isinstance(table, FundsTable):
            yield from repeated(((f"{path}.stages[{n}]", s.stage) for n, s in enumerate(table.stages, 1)), "资金环节")
            yield from repeated(
                ((f"{path}.sources[{n}]", s.source) for n, s in enumerate(table.sources, 1)), "资金来源"
            )
        elif isinstance(table, FiguresTable):
            yield from repeated(((f"{path}.rows[{n}]", r.row) for n, r in enumerate(table.rows, 1)), "行")
            yield from repeated(((f"{path}.columns[{n}]", c.column) for n, c in enumerate(table.columns, 1)), "列")
        elif isinstance(table, RecordsTable):
            columns = [(f"{path}.columns[{n}]", c.field) for n, c in enumerate(table.columns, 1)]
            computed = [(f"{path}.computed[{n}]", d.key) for n, d in enumerate(table.computed, 1)]
            yield from repeated([*columns, *computed], "列")


def _asked_twice(blueprint: Blueprint) -> Iterator[Fault]:
    asked = [(f"{path}.ask", value.path) for path, value in walk(blueprint) if isinstance(value, FieldEntry)]
    for number, table in enumerate(blueprint.tables, 1):
        if isinstance(table, FiguresTable):
            asked += [(f"tables[{number}].figures", word) for word in table.paths()]
    yield from repeated(asked, "填报项")
