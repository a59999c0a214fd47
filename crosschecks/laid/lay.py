"""还原整份文件: runs of short lines that are a flattened table become that table, everything else stays as it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from crosschecks.laid.body import Body, body_of
from crosschecks.laid.data import data_at
from crosschecks.laid.heads import Heads, heads_at
from crosschecks.laid.labels import labelled, side_by_side
from crosschecks.laid.piece import Piece, piece_of
from crosschecks.laid.short import filled
from crosschecks.laid.spaced import spaced
from documents.readers.paper import Paper, PaperBlock, PaperCell, PaperTable, PaperText

_WIDEST: Final = 24  # columns of the widest table
_MOST: Final = 1000  # characters of a line that may be a cell


def laid(paper: Paper) -> Paper:
    """`paper` with its flattened tables laid out; only a plain text has any."""
    return replace(paper, blocks=tuple(_blocks(paper.blocks))) if paper.lined else paper


def _blocks(blocks: Sequence[PaperBlock]) -> Iterator[PaperBlock]:
    for run in _runs(blocks):
        for part in _runs([*spaced(run)]) if isinstance(run, list) else [run]:
            if isinstance(part, list):
                yield from _run(part)
            elif isinstance(part, PaperTable) and (pieces := _in_one(part)):
                yield from _run(pieces)
            else:
                yield filled(part) if isinstance(part, PaperTable) else part


def _runs(blocks: Sequence[PaperBlock]) -> Iterator[list[PaperText] | PaperBlock]:
    """Lines that follow one another, together, and everything else."""
    run: list[PaperText] = []
    for block in blocks:
        if isinstance(block, PaperText) and "\n" not in block.text and len(block.text) <= _MOST:
            run.append(block)
            continue
        if run:
            yield run
            run = []
        yield block
    if run:
        yield run


def _in_one(table: PaperTable) -> list[PaperText]:
    """Cells of a table whose rows nothing parts: they are one row as far as one can see, and the header is in it."""
    rows = list(table.rows())
    if not any(len(row) > _WIDEST for row in rows) or any(cell.across > 1 or cell.down > 1 for cell in table.cells):
        return []
    return [PaperText(cell.text, spot=cell.spot) for cell in table.cells if cell.text]


def _run(run: Sequence[PaperText]) -> Iterator[PaperBlock]:
    pieces = [piece_of(block, before) for block, before in zip(run, [None, *run], strict=False)]
    at = 0
    while at < len(pieces):
        heads = heads_at(pieces, at)
        body = body_of(pieces, heads.end, heads.roles) if heads else None
        if pairs := labelled(pieces, at) or side_by_side(pieces, at):
            yield from map(_pair, pairs)
            at += 2 * len(pairs)
            continue
        if heads is None or body is None or not body.rows or (body.torn and "source" in heads.roles):
            data = data_at(run, at)
            yield _plain(data[0]) if data else run[at]
            at += data[1] if data else 1
            continue
        yield _table(heads, body)
        unread = {piece.line for piece in body.left}
        yield from (block for block in run[heads.end : body.end] if block.spot.line in unread)
        at = body.end


def _pair(pair: tuple[Piece, Piece]) -> PaperTable:
    """Label and content: a table of its own, or the first label would be a head above the others."""
    cells = tuple(PaperCell(piece.text, column, 0, spot=piece.spot) for column, piece in enumerate(pair))
    return PaperTable((1, 1), 1, cells)


def _plain(rows: Sequence[Sequence[PaperText | None]]) -> PaperTable:
    """Rows of a table of data; a cell left out stands where its row begins."""
    cells = tuple(
        PaperCell(line.text if line else "", column, number, spot=line.spot if line else first.spot)
        for number, row in enumerate(rows)
        if (first := row[0]) is not None
        for column, line in enumerate(row)
    )
    return PaperTable((1,) * max(map(len, rows)), len(rows), cells)


def _table(heads: Heads, body: Body) -> PaperTable:
    """The header, then the rows; cells left out are empty, a row of totals stays as short as it is."""
    shift = 1 if heads.section else 0
    header = {n + shift: head.piece for n, head in enumerate(heads.columns)}
    if heads.section:
        header[0] = heads.section
    width = len(heads.columns) + shift
    cells: list[PaperCell] = []
    for number, row in enumerate([header, *({n + shift: piece for n, piece in row.items()} for row in body.rows)]):
        cells.extend(_row(row, number, width))
    return PaperTable((1,) * width, len(body.rows) + 1, tuple(cells), torn=body.torn)


def _row(row: Mapping[int, Piece], number: int, width: int) -> Iterator[PaperCell]:
    before = next(iter(row.values()))
    for column in range(width):
        piece = row.get(column)
        before = piece or before
        yield PaperCell(piece.text if piece else "", column, number, spot=before.spot)
