"""明细: a header line (if the form has one) and one line for every record, empty lines of the form included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Final

from blueprints.printing import RecordsColumn, RecordsRow
from composing.inputs import Inputs
from composing.lines import Area, Line, content_cell, header_line, label_cell, merged_down
from composing.records import INDICATORS, Record, field_content, fill_record, records_of
from composing.rows.grouped import group_cell
from composing.rows.sums import sum_line
from composing.skeleton import skeleton
from composing.templates import only_place
from documents.tree import Cell, Text

_LABELS: Final = frozenset({"level1", "level2"})
_LEFT: Final = frozenset({(INDICATORS, "name"), (INDICATORS, "reason")})  # sentences; other fields are words


def records_lines(inputs: Inputs, row: RecordsRow, area: Area) -> list[Line]:
    """Lines of a records row; a page may break where a new 一级指标 begins."""
    records = wanted(inputs, row)
    body = [_line(inputs, row.columns, records, index, area) for index in range(len(records))]
    lefts = lefts_of(row.columns, area)
    merging = {left for left, column in zip(lefts, row.columns, strict=True) if column.merge}
    lines = [
        replace(line, starts=index > 0 and _begins(records, index))
        for index, line in enumerate(merged_down(body, merging))
    ]
    if row.sum is not None:
        total = sum_line(inputs, row, row.sum, area)
        lines = [total, *lines] if row.sum.at == "start" else [*lines, total]
    if row.header:
        return [header_line(area, [(column.label, column.span) for column in row.columns]), *lines]
    return [replace(lines[0], starts=True), *lines[1:]]


def lefts_of(columns: Sequence[RecordsColumn], area: Area) -> list[int]:
    """Where each column begins."""
    return list(accumulate((column.span for column in columns[:-1]), initial=area.left))


def wanted(inputs: Inputs, row: RecordsRow) -> list[Record]:
    """The records to print, with the empty lines the form asks for; never none, so that there is a line to write on."""
    records = records_of(inputs, row.table, row.only)
    if row.skeleton and row.table == INDICATORS:
        records = skeleton(inputs.blueprint.frame, records, row.skeleton, row.only)
    empty = max(row.rows, 1) - len(records)
    return records + [Record(row.table, len(records) + 1 + extra) for extra in range(empty)]


def _begins(records: Sequence[Record], index: int) -> bool:
    """Does a new 一级指标 begin here? Rows of lists may part anywhere."""
    here, above = records[index], records[index - 1]
    return here.table != INDICATORS or here.level1.strip() != above.level1.strip()


def _line(inputs: Inputs, columns: Sequence[RecordsColumn], records: Sequence[Record], index: int, area: Area) -> Line:
    pairs = zip(columns, lefts_of(columns, area), strict=True)
    cells = (
        group_cell(inputs, column, records, index, left) if column.per else _cell(inputs, column, records[index], left)
        for column, left in pairs
    )
    return Line(tuple(cell for cell in cells if cell))


def _cell(inputs: Inputs, column: RecordsColumn, record: Record, left: int) -> Cell:
    if column.text:
        name = only_place(column.text, besides=frozenset({"n"}))
        text, own = fill_record(inputs, record, column.text).strip(), record.key(name)
        return content_cell(left, column.span, Text(text), key=own, align=column.align or "left")
    content, key = field_content(inputs, record, column.field), record.key(column.field)
    if column.field in _LABELS:
        cell = label_cell(left, column.span, content.text, align=column.align)
        return replace(cell, key=key)
    align = column.align or ("left" if (record.table, column.field) in _LEFT else "center")
    return content_cell(left, column.span, content, key=key, align=align)
