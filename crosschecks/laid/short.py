"""缺格的行: rows of a table that have fewer cells than its header, merged cells left out, moved under the columns they fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

from crosschecks.laid.align import Link, align, fits
from crosschecks.laid.costs import Columns
from crosschecks.laid.heads import heads_of
from crosschecks.laid.sorts import sort_of
from documents.readers.paper import PaperCell, PaperTable

_NEVER: Final = 10_000
_WIDEST: Final = 40
_ROW: Final = 2  # so many figures make it a row of the table, and no label with its content


def filled(table: PaperTable) -> PaperTable:
    """`table` with its short rows laid out; one without column words, or without short rows, is returned as it is."""
    rows: list[Sequence[PaperCell]] = list(table.rows())
    columns: Columns | None = None
    width = 0
    torn = table.torn
    kept: list[Sequence[PaperCell]] = []
    for row in rows:
        roles = heads_of([cell.text for cell in row]) if 2 < len(row) <= _WIDEST else None
        if roles:
            columns, width = Columns.of(roles), len(row)
        elif columns is not None and 1 < len(row) < width:
            moved = _moved(row, columns, width)
            torn = torn or moved is None
            kept.append(moved or [])
            continue
        kept.append(row)
    return replace(table, cells=tuple(chain.from_iterable(kept)), torn=torn)


def _moved(row: Sequence[PaperCell], columns: Columns, width: int) -> Sequence[PaperCell] | None:
    """The cells under the columns they fit; where that is not plain, as they were, and None where they do not fit so either."""
    sorts = [sort_of(cell.text) if cell.text else "empty" for cell in row]
    if "sum" in sorts[:2] or any(cell.across > 1 or cell.down > 1 for cell in row):
        return row
    (laid, *more) = align(sorts, [Link(new=_NEVER)] * len(row), columns)
    if more or not laid.sure:
        figures = sum(sort in {"number", "points", "share"} for sort in sorts)
        return row if figures < _ROW or fits([(at, at) for at in range(len(row))], sorts, columns) else None
    places = dict(laid.cells)
    if sorts[0] == "itself":
        places[0] = 0  # it stands in the first column and belongs to no level
    by_column = {places[at]: cell for at, cell in enumerate(row)}
    last = row[0]
    found: list[PaperCell] = []
    for column in range(width):
        cell = by_column.get(column)
        last = cell or last
        found.append(replace(cell, column=column) if cell else PaperCell("", column, row[0].row, spot=last.spot))
    return found
