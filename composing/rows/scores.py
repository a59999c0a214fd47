"""评分表: the points tree line by line, full marks beside the self scores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

from blueprints.printing import RecordsColumn, ScoresRow
from blueprints.schema import PointNode
from blueprints.templates import fill
from composing.figures import NOTHING, full_marks, score_key, self_score
from composing.inputs import Inputs
from composing.lines import Area, Line, blank_cell, content_cell, header_line, label_cell, merged_down
from composing.rows.records import lefts_of
from composing.typed import counted, typed
from documents.tree import Cell, Content, Text
from scoring.sheet import ScoreLine

_LEVELS: Final = frozenset({"level1", "level2", "level3"})
_LEFT: Final = frozenset({"reason", "guidance"})


@dataclass(frozen=True, slots=True)
class _Item:
    """One printed line: a leaf, or one indicator row (`line`) of a leaf."""

    node: PointNode
    words: dict[str, str]
    line: ScoreLine | None = None


def scores_lines(inputs: Inputs, row: ScoresRow, area: Area) -> list[Line]:
    """Lines of a score table; a page may break before every level-one node."""
    lefts = lefts_of(row.columns, area)
    merging = {left for left, column in zip(lefts, row.columns, strict=True) if column.merge}
    lines = [header_line(area, [(column.label, column.span) for column in row.columns])] if row.header else []
    for index, top in enumerate(_tops(inputs, row)):
        block = [] if row.level1 != "row" else [_level_line(inputs, row, top, area)]
        if not block or top.children:
            items = [_item_line(inputs, row, item, area) for item in _items(inputs, top)]
            block += merged_down(items, merging)
        first = replace(block[0], starts=index > 0 or not row.header)
        lines += [first, *block[1:]]
    return lines


def _tops(inputs: Inputs, row: ScoresRow) -> list[PointNode]:
    return [node for node in inputs.blueprint.points if not row.nodes or node.key in row.nodes]


def _items(inputs: Inputs, top: PointNode) -> Iterator[_Item]:
    for leaf, above in _leaves(top, ()):
        level2 = above[1].label if len(above) > 1 else ""
        words = {"level1": top.label, "level2": level2, "level3": leaf.label, "guidance": leaf.guidance}
        rows = [line for line in inputs.sheet.lines if leaf.from_table and line.node == leaf.key]
        for line in rows:
            yield _Item(leaf, {**words, "level3": line.label}, line)
        if not rows:
            yield _Item(leaf, words)


def _leaves(node: PointNode, above: tuple[PointNode, ...]) -> Iterator[tuple[PointNode, tuple[PointNode, ...]]]:
    if not node.children:
        yield node, above
    for child in node.children:
        yield from _leaves(child, (*above, node))


def _level_line(inputs: Inputs, row: ScoresRow, top: PointNode, area: Area) -> Line:
    """一级行: its words across the leading label columns, its points in theirs."""
    words = {"label": top.label, **{field: _total(inputs, top, field).text for field in ("of", "self", "computed")}}
    text = fill(row.level1_text, lambda name: words.get(name, ""))
    leading = list(takewhile(lambda column: column.field in _LEVELS, row.columns))
    width = sum(column.span for column in leading)
    cells = [label_cell(area.left, width, text)] if width else []
    left = area.left + width
    for column in row.columns[len(leading) :]:
        cells.append(_level_cell(inputs, column, top, left))
        left += column.span
    return Line(tuple(cells))


def _level_cell(inputs: Inputs, column: RecordsColumn, top: PointNode, left: int) -> Cell:
    if column.field not in {"of", "self", "computed"}:
        return blank_cell(left, column.span)
    key = score_key(top) if column.field == "self" else ""
    content = _total(inputs, top, column.field)
    return content_cell(left, column.span, content, key=key, align=column.align or "center")


def _total(inputs: Inputs, top: PointNode, field: str) -> Content:
    if field == "of":
        return full_marks(inputs, top)
    if field == "self":
        return self_score(inputs, top.key)
    total = inputs.sheet.nodes.get(top.key)
    return counted(total.computed) if total and total.computed is not None else NOTHING


def _item_line(inputs: Inputs, row: ScoresRow, item: _Item, area: Area) -> Line:
    pairs: Sequence[tuple[RecordsColumn, int]] = list(zip(row.columns, lefts_of(row.columns, area), strict=True))
    return Line(tuple(_item_cell(inputs, column, item, left) for column, left in pairs))


def _item_cell(inputs: Inputs, column: RecordsColumn, item: _Item, left: int) -> Cell:
    if column.field in _LEVELS:
        return label_cell(left, column.span, item.words[column.field], align=column.align)
    content, key = _item_content(inputs, item, column.field)
    align = column.align or ("left" if column.field in _LEFT else "center")
    return content_cell(left, column.span, content, key=key, align=align)


def _item_content(inputs: Inputs, item: _Item, field: str) -> tuple[Content, str]:
    """What stands in a column of one line, and its fact path."""
    path = item.line.path if item.line else score_key(item.node)
    match field:
        case "of":
            return _marks(inputs, item), ""
        case "self":
            return (typed(item.line.self_raw) if item.line else self_score(inputs, item.node.key)), path
        case "reason":
            raw = item.line.reason if item.line else inputs.book.score(item.node.key).reason
            return Text(raw), path.rpartition(".")[0] + ".reason" if path else ""
        case "computed":
            line = item.line or inputs.sheet.line(item.node.key)
            return (NOTHING if line is None or line.award.points is None else counted(line.award.points)), ""
        case "guidance":
            return Text(item.words["guidance"]), ""
    return NOTHING, ""


def _marks(inputs: Inputs, item: _Item) -> Content:
    if item.line is None:
        return full_marks(inputs, item.node)
    return NOTHING if item.line.of is None else counted(item.line.of)
