"""分值: leaves have points and a rule, nodes add up, everything together is 100, grades fall in order.

Real forms break this (遂宁 prints 65/35 over leaves of 56/44): `of` is what counts, `printed` what the paper shows, and it is
accepted only with a `because`.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from blueprints.lints.fault import Fault, repeated
from blueprints.schema import Blueprint, PointNode, RecordsTable
from blueprints.walk import walk
from values.numerals import plain

FULL: Final = Decimal(100)
_NEEDED: Final = ("weight", "score")


def faults(blueprint: Blueprint) -> Iterator[Fault]:
    """Yield nodes that do not add up and leaves that cannot be scored."""
    for path, value in walk(blueprint):
        if isinstance(value, PointNode):
            yield from (_inner(value, path) if value.children else _leaf(blueprint, value, path))
            if value.printed and not value.because:
                yield Fault(f"{path}.printed", "印的分值与实际不同时，须用 because 写明原因")
    total = sum((leaf.of or Decimal(0) for leaf in blueprint.leaves()), Decimal(0))
    excused = any(node.printed and node.because for node in blueprint.points)
    if blueprint.points and total != FULL and not excused:
        yield Fault(
            "points", f"各项分值合计{plain(total)}分，应为100分；确实不是100分的，在顶层节点写 printed 和 because"
        )
    yield from _grades(blueprint)


def _inner(node: PointNode, path: str) -> Iterator[Fault]:
    total = sum((leaf.of or Decimal(0) for leaf in node.leaves()), Decimal(0))
    if node.of is not None and node.of != total:
        yield Fault(
            f"{path}.of",
            f"“{node.label}”{plain(node.of)}分，下级合计{plain(total)}分；of 写实际的分，表上印的另用 printed 和 because",
        )
    if node.rule is not None or node.from_table:
        yield Fault(path, f"“{node.label}”有下级，不能再有 rule 或 from_table")


def _leaf(blueprint: Blueprint, leaf: PointNode, path: str) -> Iterator[Fault]:
    if leaf.of is None or leaf.of < 0:
        yield Fault(path, f"“{leaf.label}”没有下级，须写 of（分值，不小于0）")
    if leaf.rule is None:
        yield Fault(path, f"“{leaf.label}”没有下级，须写 rule（计分规则），由人评分的写 {{kind: manual}}")
    if leaf.from_table:
        yield from _rows(blueprint, leaf, path)
    if leaf.items:
        yield from _items(blueprint, leaf, path)
    if leaf.parts:
        yield from _parts(leaf, path)


def _items(blueprint: Blueprint, leaf: PointNode, path: str) -> Iterator[Fault]:
    """Rows printed in the leaf's place are those of a list, each with a name."""
    table = blueprint.table(leaf.items)
    if leaf.items == "indicators" or not isinstance(table, RecordsTable) or table.column("name") is None:
        yield Fault(
            f"{path}.items", f"“{leaf.items}”应是一张有 name 列的明细表（indicators 除外），各行共用这一项的得分"
        )
    if leaf.from_table:
        yield Fault(f"{path}.items", "逐行计分（from_table）的节点不能再写 items")


def _parts(leaf: PointNode, path: str) -> Iterator[Fault]:
    total = sum((part.of or Decimal(0) for part in leaf.parts), Decimal(0))
    if leaf.of is not None and leaf.of != total:
        yield Fault(f"{path}.parts", f"“{leaf.label}”{plain(leaf.of)}分，各分项合计{plain(total)}分，应当相等")
    for number, part in enumerate(leaf.parts, 1):
        if part.children or part.parts or part.from_table or part.items:
            yield Fault(f"{path}.parts[{number}]", "分项只写 key、label、of、rule，不能再有下级")


def _rows(blueprint: Blueprint, leaf: PointNode, path: str) -> Iterator[Fault]:
    table = blueprint.table(leaf.from_table)
    if leaf.from_table != "indicators" or not isinstance(table, RecordsTable):
        yield Fault(
            f"{path}.from_table", f"“{leaf.from_table}”不能逐行计分，只有明细表 indicators 可以，且须在 tables 中写明"
        )
        return
    for column in _NEEDED:
        if table.column(column) is None:
            yield Fault(f"{path}.from_table", f"逐行计分的 indicators 须有 {column} 列")


def _grades(blueprint: Blueprint) -> Iterator[Fault]:
    yield from repeated(((f"grades[{n}]", g.name) for n, g in enumerate(blueprint.grades, 1)), "等次")
    bounds = [g.at_least for g in blueprint.grades]
    if bounds and (bounds[-1] is not None or None in bounds[:-1]):
        yield Fault("grades", "最后一个等次不写 at_least，其余都要写，这样每个总分都有等次")
    known = [bound for bound in bounds if bound is not None]
    if known != sorted(known, reverse=True):
        yield Fault("grades", "等次应由高到低排列")
