"""评分表: the points tree line by line, full marks beside the self scores."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import Final

from blueprints.printing import RecordsColumn, ScoresRow
from blueprints.reviewed import REVIEW_COLUMNS
from blueprints.schema import PointNode
from blueprints.templates import fill
from composing.figures import NOTHING, computed_points, full_marks, out_of_100, score_key, self_score
from composing.inputs import Inputs
from composing.lines import Area, Line, blank_cell, content_cell, header_line, label_cell, merged_down
from composing.records import records_of
from composing.reviewing import reason_of_line, review_of_line, review_of_node
from composing.rows.items import Item, blank_items, spanned
from composing.rows.records import lefts_of
from composing.typed import counted, typed
from documents.tree import Cell, Content, Text

_LEVELS: Final = frozenset({"level1", "level2", "level3"})
_LEFT: Final = frozenset({"reason", "review_reason", "guidance", "explanation"})


def scores_lines(inputs: Inputs, row: ScoresRow, area: Area) -> list[Line]:
    """Lines of a score table; a page may break before every level-one node."""
    lefts = lefts_of(row.columns, area)
    merging = {left for left, column in zip(lefts, row.columns, strict=True) if column.merge}
    lines = [header_line(area, [(column.label, column.span) for column in row.columns])] if row.header else []
    for index, top in enumerate(_tops(inputs, row)):
        block = [] if row.level1 != "row" else [_level_line(inputs, row, top, area)]
        if not block or top.children:
            lines_of_items = [_item_line(inputs, row, item, area) for item in _items(inputs, top)]
            block += merged_down(lines_of_items, merging)
        first = replace(block[0], starts=index > 0 or not row.header, heads=row.level1 == "row" and len(block) > 1)
        lines += [first, *block[1:]]
    return lines


def _tops(inputs: Inputs, row: ScoresRow) -> list[PointNode]:
    return [node for node in inputs.blueprint.points if not row.nodes or node.key in row.nodes]


def _items(inputs: Inputs, top: PointNode) -> Iterator[Item]:
    for leaf, above in _leaves(top, ()):
        rows = [line for line in inputs.sheet.lines if leaf.from_table and line.node == leaf.key]
        for line in rows:
            yield Item(leaf, above, line.label, line=line)
        if leaf.items:
            records = records_of(inputs, leaf.items) or blank_items(inputs.blueprint, leaf.items)
            for number, record in enumerate(records):
                name, height = record.raw("name"), len(records) if number == 0 else 0
                yield Item(leaf, above, name, key=record.key("name"), height=height)
        elif not rows:
            yield Item(leaf, above, leaf.label)


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
    if column.field not in {"of", "self", "computed", "review"}:
        return blank_cell(left, column.span)
    key = score_key(top) if column.field == "self" else ""
    content = _total(inputs, top, column.field)
    return content_cell(left, column.span, content, key=key, align=column.align or "center")


def _total(inputs: Inputs, top: PointNode, field: str) -> Content:
    if field == "of":
        return full_marks(inputs, top)
    if field == "self":
        return self_score(inputs, top.key)
    if field == "review":
        return review_of_node(inputs, top)
    total = inputs.sheet.nodes.get(top.key)
    return counted(total.computed) if total and total.computed is not None else NOTHING


def _item_line(inputs: Inputs, row: ScoresRow, item: Item, area: Area) -> Line:
    pairs = spanned(item, list(zip(row.columns, lefts_of(row.columns, area), strict=True)))
    cells = (_item_cell(inputs, column, item, left) for column, left in pairs)
    return Line(tuple(cell for cell in cells if cell is not None))


def _item_cell(inputs: Inputs, column: RecordsColumn, item: Item, left: int) -> Cell | None:
    """One cell; None below a cell that all rows of a leaf share."""
    if column.field in _LEVELS:
        cell = label_cell(left, column.span, _level_text(inputs, column, item), align=column.align)
        return replace(cell, key=item.key) if column.field == "level3" else cell
    if item.height == 0:
        return None
    content, key = _item_content(inputs, item, column.field)
    align = column.align or ("left" if column.field in _LEFT else "center")
    return replace(content_cell(left, column.span, content, key=key, align=align), rowspan=item.height)


def _level_text(inputs: Inputs, column: RecordsColumn, item: Item) -> str:
    """The words of a level; the column's own template for a node that has points."""
    node = item.level(column.field)
    if column.field == "level3" or node is None:
        return item.name if column.field == "level3" else ""
    of = full_marks(inputs, node).text
    if not column.text or of in {"", "0", "-"}:
        return node.label
    return fill(column.text, lambda name: {"label": node.label, "of": of}.get(name, ""))


def _item_content(inputs: Inputs, item: Item, field: str) -> tuple[Content, str]:
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
        case "computed" | "out_of_100":
            line = item.line or inputs.sheet.line(item.node.key)
            return (computed_points(line) if field == "computed" else out_of_100(line)), ""
        case "guidance" | "explanation":
            return Text(inputs.blueprint.with_numbers(getattr(item.node, field))), ""
    return _reviewed(inputs, item, field) if field in REVIEW_COLUMNS else NOTHING, ""


def _reviewed(inputs: Inputs, item: Item, field: str) -> Content:
    if field == "review_reason":
        return reason_of_line(inputs, item.line.key if item.line else item.node.key)
    return review_of_line(inputs, item.line.key) if item.line else review_of_node(inputs, item.node)


def _marks(inputs: Inputs, item: Item) -> Content:
    if item.line is None:
        return full_marks(inputs, item.node)
    return NOTHING if item.line.of is None else counted(item.line.of)
