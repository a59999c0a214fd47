"""分页: which rows stay together, and how the label of a group taller than a page is repeated on the next one.

A pure step before the writers: they get rows, and rows only. Where pages end is found by laying out (PDF) or by
estimate (DOCX); this module turns such places into a table whose merged cells never cross a page.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from .grid import header_count
from .tree import Cell, Role, Row, Table, Text

SAFETY = 0.965  # an estimate a little too careful ends a page one row early; a careless one repeats a label mid-page
REPEATED_CHARACTERS = 40  # a longer text is content, not a label: it is printed once


def blocks(table: Table) -> list[tuple[int, int]]:
    """Return the body as half-open runs of rows that form one group each.

    No merged cell crosses a boundary (HTML cuts spans at a `<tbody>`), so two groups tied by a cell are one run.
    """
    start = header_count(table)
    runs: list[tuple[int, int]] = []
    reach = start
    for index in range(start, len(table.rows)):
        row = table.rows[index]
        changed = row.break_before or row.group != table.rows[index - 1].group
        if index > start and changed and index >= reach:
            runs.append((start, index))
            start = index
        reach = max([reach, *(index + cell.rowspan for cell in row.cells)])
    if start < len(table.rows):
        runs.append((start, len(table.rows)))
    return runs


def kept_rows(table: Table, heights: Sequence[float], limit: float) -> frozenset[int]:
    """Return the rows after which no page may end.

    That is inside heads, inside groups and merged cells up to `limit` tall, and below a heading row inside a group.
    """
    head = header_count(table)
    spans = [(0, head + 1)] if 0 < head < len(table.rows) else []
    spans += blocks(table)
    spans += [(i, i + cell.rowspan) for i, row in enumerate(table.rows) for cell in row.cells if cell.rowspan > 1]
    offsets = [0.0, *accumulate(heights)]
    kept: set[int] = set()
    for start, stop in spans:
        if offsets[stop] - offsets[start] <= limit:
            kept.update(range(start, stop - 1))
    for start, stop in blocks(table):
        kept.update(i for i in range(start, stop - 1) if _heads(table.rows[i]))
    return frozenset(kept)


def _heads(row: Row) -> bool:
    """Is the row a heading of what follows: said so, a title, or nothing but printed words beside the label of its group?"""
    single = [cell.role for cell in row.cells if cell.rowspan == 1]
    return row.heads or Role.TITLE in single or (len(single) > 1 and all(role is Role.LABEL for role in single))


def crossed_rows(table: Table) -> frozenset[int]:
    """Return the rows above which a page end would cut a merged cell."""
    return frozenset(
        below
        for index, row in enumerate(table.rows)
        for cell in row.cells
        for below in range(index + 1, index + cell.rowspan)
    )


def split(table: Table, breaks: Collection[int]) -> Table:
    """Return the table with every merged cell cut at the rows `breaks`, short labels repeated below each cut."""
    places = sorted(set(breaks))
    if not places:
        return table
    rows = [replace(row, break_before=row.break_before or i in places) for i, row in enumerate(table.rows)]
    cells: list[list[Cell]] = [[] for _ in rows]
    for index, row in enumerate(rows):
        for cell in row.cells:
            _cut(cells, index, cell, places)
    ordered = [tuple(sorted(line, key=lambda cell: cell.column)) for line in cells]
    return replace(table, rows=tuple(replace(row, cells=line) for row, line in zip(rows, ordered, strict=True)))


def _cut(cells: list[list[Cell]], index: int, cell: Cell, places: list[int]) -> None:
    stop = index + cell.rowspan
    edges = [index, *places[bisect_left(places, index + 1) : bisect_left(places, stop)], stop]
    for start, end in pairwise(edges):
        part = replace(cell, rowspan=end - start)
        cells[start].append(part if start == index else _continued(part))


def _continued(cell: Cell) -> Cell:
    # A figure printed twice would count twice, a long text would read twice; the key belongs to the first piece.
    repeated = isinstance(cell.content, Text) and len(cell.content.text) <= REPEATED_CHARACTERS
    return replace(cell, key="", content=cell.content if repeated else Text(""))


def page_starts(
    rows: Sequence[Row], heights: Sequence[float], kept: Collection[int], *, first: float, page: float
) -> list[int]:
    """Estimate the rows that start a new page; `first` and `page` are the heights left for rows on the first, on later pages."""
    starts: list[int] = []
    room, unit_start, unit = first, 0, 0.0
    for index, height in enumerate(heights[: len(rows)]):
        unit += height
        if index in kept:
            continue
        if unit > room and unit_start > 0:
            starts.append(unit_start)
            room = page
        room -= unit
        while room < 0:  # a unit taller than a page flows on
            room += page
        unit_start, unit = index + 1, 0.0
    return starts


def split_by_estimate(table: Table, heights: Sequence[float], *, first: float, page: float, limit: float) -> Table:
    """Return the table split where a page is expected to end inside a merged cell; lengths in millimetres."""
    head, first, page = sum(heights[: header_count(table)]), first * SAFETY, page * SAFETY
    starts = page_starts(table.rows, heights, kept_rows(table, heights, limit), first=first, page=page - head)
    return split(table, crossed_rows(table).intersection(starts))
