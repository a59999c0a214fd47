"""合计行: the sums of a list's figure columns on one line."""

from __future__ import annotations

from blueprints.printing import RecordsRow, SumDef
from blueprints.schema import RecordsTable
from blueprints.tables import sum_path
from composing.figures import filled, sum_of
from composing.inputs import Inputs
from composing.lines import Area, Line, blank_cell, content_cell, label_cell
from composing.typed import typed


def sum_line(inputs: Inputs, row: RecordsRow, total: SumDef, area: Area) -> Line:
    """The label across the columns before the first figure, then sums (as filed, else added up) and blanks."""
    table = inputs.blueprint.table(row.table)
    figures = table.figures() if isinstance(table, RecordsTable) else ()
    first = next((n for n, column in enumerate(row.columns) if column.field in figures), len(row.columns))
    width = sum(column.span for column in row.columns[:first])
    cells = [label_cell(area.left, width, filled(inputs, total.label))]
    left = area.left + width
    for column in row.columns[first:]:
        if column.field in figures:
            path = sum_path(row.table, column.field)
            raw = inputs.book.raw(path)
            content = typed(raw) if raw.strip() else sum_of(inputs, row.table, column.field)
            key = path if inputs.blueprint.section_of(path) else ""
            cells.append(content_cell(left, column.span, content, key=key, align=column.align or "center"))
        else:
            cells.append(blank_cell(left, column.span))
        left += column.span
    return Line(tuple(cells))
