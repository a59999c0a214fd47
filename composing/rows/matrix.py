"""资金矩阵: a header line and one line for every source of a funds table."""

from __future__ import annotations

from dataclasses import replace

from blueprints.printing import MatrixColumn, MatrixRow
from blueprints.reviewed import is_review
from blueprints.schema import Derived, FundsTable, SourceDef
from composing.figures import NOTHING, full_marks, fund, point_node, printed, score_key, self_score
from composing.inputs import Inputs
from composing.lines import Area, Line, content_cell, header_line, label_cell
from composing.reviewing import review_of_node
from composing.rows.cells import usual
from composing.typed import percent, typed
from documents.tree import Cell, Content, Text
from values.ratio import ratio
from values.vocabulary import Source


def matrix_lines(inputs: Inputs, row: MatrixRow, area: Area) -> list[Line]:
    """Header, if asked, and sources. Full marks and score stand on the first source's line only; a field fills its whole column."""
    table = inputs.blueprint.table(row.table)
    lines = [header_line(area, [(column.label, column.span) for column in row.columns])] if row.header else []
    if not isinstance(table, FundsTable):
        return lines
    for number, source in enumerate(table.sources):
        cells, left = [], area.left
        for column in row.columns:
            cell = _cell(inputs, table, column, source, first=number == 0)
            if column.kind != "field":
                cells.append(replace(cell, column=left))
            elif number == 0:
                cells.append(replace(cell, column=left, rowspan=len(table.sources)))
            left += column.span
        lines.append(Line(tuple(cells)))
    return lines


def _cell(inputs: Inputs, table: FundsTable, column: MatrixColumn, source: SourceDef, *, first: bool) -> Cell:
    """The cell of one column on one source's line, not yet in its place."""
    key = ""
    match column.kind:
        case "axis":
            return label_cell(0, column.span, source.label)
        case "field":
            return _field(inputs, column)
        case "stage":
            if not _asked(table, column.stage, source.source):
                return content_cell(0, column.span, NOTHING)
            content = fund(inputs, column.stage, source.source)
            return content_cell(0, column.span, content, key=f"funds.{column.stage}.{source.source}")
        case "rate":
            content, key = _rate(inputs, column, source.source)
        case _:
            content, key = _score(inputs, column) if first else (Text(column.otherwise), "")
    return content_cell(0, column.span, content, key=key, align="center")


def _score(inputs: Inputs, column: MatrixColumn) -> tuple[Content, str]:
    node = point_node(inputs.blueprint, column.node)
    if node is None:
        return NOTHING, ""
    if column.kind == "review":
        return review_of_node(inputs, node), ""
    return (
        (full_marks(inputs, node), "") if column.kind == "points" else (self_score(inputs, node.key), score_key(node))
    )


def _asked(table: FundsTable, stage: str, source: str) -> bool:
    """Does the form ask for this amount?"""
    return all(table.asks(column, source) for column in table.stages if column.stage == stage)


def _field(inputs: Inputs, column: MatrixColumn) -> Cell:
    content = printed(inputs, column.path)
    if column.note:
        content = Text("\n".join(part for part in (column.note, content.text) if part))
    return content_cell(
        0, column.span, content, key="" if is_review(column.path) else column.path, align=usual(column.path) or "left"
    )


def _rate(inputs: Inputs, column: MatrixColumn, source: str) -> tuple[Content, str]:
    """The rate of one source and its fact path: as filed for the total, else worked out from the amounts."""
    filed = _filed(inputs, column) if source == Source.ALL else None
    key = f"figure.{filed.key}" if filed else ""
    raw = inputs.book.raw(key) if key else ""
    return (typed(raw) if raw.strip() else _computed(inputs, column, source)), key


def _computed(inputs: Inputs, column: MatrixColumn, source: str) -> Content:
    part, whole = inputs.book.fund(column.stage, source), inputs.book.fund(column.over, source)
    if part == 0 and whole == 0:
        return typed(column.when_zero)
    value = ratio(part, whole)
    return NOTHING if value is None else percent(value)


def _filed(inputs: Inputs, column: MatrixColumn) -> Derived | None:
    """The form's own figure for this rate, if the unit may file one: the one worked out from just these two amounts."""
    pair = {f"funds.{column.stage}.all", f"funds.{column.over}.all"}
    found = (derived for derived in inputs.blueprint.derived if derived.filed and derived.shape == "percent")
    return next((derived for derived in found if derived.value.paths == pair), None)
