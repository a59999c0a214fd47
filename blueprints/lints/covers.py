"""封面: a cover has its part to itself, and its boxes belong to a fact."""

from __future__ import annotations

from collections.abc import Iterator

from blueprints.covers import CoverLineDef, CoverNode
from blueprints.lints.fault import Fault
from blueprints.schema import Blueprint
from blueprints.walk import walk


def faults(blueprint: Blueprint) -> Iterator[Fault]:
    """Yield covers that share their part, and boxes without a fact."""
    for number, part in enumerate(blueprint.parts, 1):
        if len(part.nodes) > 1 and any(isinstance(node, CoverNode) for node in part.nodes):
            yield Fault(f"parts[{number}].nodes", "封面（cover）须单独一个部分，其余内容写在下一个部分")
    for path, value in walk(blueprint):
        if isinstance(value, CoverLineDef) and value.options and not value.path:
            yield Fault(path, "勾选的行须写 path，如 choice.kind")
