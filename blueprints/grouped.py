"""按组计分: the node of the points tree that bears the name of a 一级 or 二级指标, for columns `per` a level."""

from __future__ import annotations

from collections.abc import Iterator

from blueprints.printing import RecordsColumn, RecordsRow
from blueprints.schema import Blueprint
from blueprints.scored import PointNode


def node_named(blueprint: Blueprint, level1: str, level2: str = "") -> PointNode | None:
    """Node of a 一级指标, or of a 二级指标 below it (anywhere, where the tree leaves the 一级 out); None when there is none."""
    wanted = level2.strip() or level1.strip()
    if not wanted:
        return None
    inside = (
        next((node for node in blueprint.nodes() if node.label.strip() == level1.strip()), None) if level2 else None
    )
    places = [inside.walk()] if inside else []
    return next(
        (node for nodes in (*places, blueprint.nodes()) for node in nodes if node.label.strip() == wanted), None
    )


def groups_of(blueprint: Blueprint, row: RecordsRow, column: RecordsColumn) -> Iterator[tuple[str, str]]:
    """Names (一级, 二级) of the groups that a column `per` a level has a cell for; 二级 is '' for a column per level1."""
    for level in blueprint.frame.levels:
        if not row.only or level.key == row.only:
            yield from (
                [(level.label, "")] if column.per == "level1" else ((level.label, child) for child in level.children)
            )
