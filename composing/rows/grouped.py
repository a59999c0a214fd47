"""按组合并的格: points and scores of a 一级 or 二级指标 in one cell over all its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from blueprints.grouped import node_named
from blueprints.printing import RecordsColumn
from blueprints.schema import PointNode
from composing.figures import NOTHING, full_marks, score_key, self_score
from composing.inputs import Inputs
from composing.lines import content_cell
from composing.records import Record
from composing.reviewing import review_of_node
from composing.typed import counted
from documents.tree import Cell, Content, Text


def group_cell(inputs: Inputs, column: RecordsColumn, records: Sequence[Record], index: int, left: int) -> Cell | None:
    """Cell of the group whose first row is at `index`; None on its other rows. Rows without a level have a cell each."""
    here = _place(records[index], column)
    if here and index and _place(records[index - 1], column) == here:
        return None
    height = sum(1 for _ in takewhile(lambda record: _place(record, column) == here, records[index:])) if here else 1
    node = node_named(inputs.blueprint, *here) if here else None
    content, key = _content(inputs, node, column.field) if node else (NOTHING, "")
    align = column.align or ("left" if column.field == "reason" else "center")
    return replace(content_cell(left, column.span, content, key=key, align=align), rowspan=height)


def _place(record: Record, column: RecordsColumn) -> tuple[str, ...]:
    """Names of the group a row is in; () where the row does not say."""
    names = (record.level1.strip(), record.level2.strip()) if column.per == "level2" else (record.level1.strip(),)
    return names if names[-1] else ()


def _content(inputs: Inputs, node: PointNode, field: str) -> tuple[Content, str]:
    match field:
        case "of":
            return full_marks(inputs, node), ""
        case "self":
            return self_score(inputs, node.key), score_key(node)
        case "review":
            return review_of_node(inputs, node), ""
        case "reason":
            own = score_key(node).replace(".self", ".reason")
            return Text(inputs.book.score(node.key).reason if own else ""), own
    total = inputs.sheet.nodes.get(node.key)
    return (NOTHING if total is None or total.computed is None else counted(total.computed)), ""
