"""表身的还原: the cells below a header that stand one a line, laid on its columns; where the table ends; rows that stay unread."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from crosschecks.laid.align import Link, Row, align
from crosschecks.laid.costs import NEVER, OF_LEVELS, Columns
from crosschecks.laid.heads import heads_at
from crosschecks.laid.piece import Piece, joined
from crosschecks.laid.sorts import sort_of
from crosschecks.reports.fold import folded
from crosschecks.reports.indicators import SUMMED
from crosschecks.reports.pairs import label_of
from documents.readers.text_blocks import HEADING, TITLE

_LABELLED: Final = re.compile(r"([^：，。；]{2,14})：\S.*")
_SENTENCES: Final = re.compile(r".{24,}。")
_LONG: Final = 150
_MOST_GAP: Final = 5
_PROSE: Final = frozenset({"reason", "explain", "standard", "actual"})
_FIGURES: Final = frozenset({"number", "points", "dash", "share"})
_CELLS: Final = _FIGURES | {"first", "second", "either", "relation", "bound"}
_BEHIND: Final = _FIGURES | {"unit", "bound", "amount"}
_NEAR: Final = 3
_STANDING: Final = 0.6  # so many rows with an empty line behind them: empty lines part rows
_APART: Final = 40  # a new row without an empty line, where empty lines part rows
_WITHIN: Final = 20  # an empty line inside a row
_EMPTY: Final = 4  # an empty line where a column is left out: the empty cell itself
_BRACKET: Final = 1
_BROKEN: Final = {"prose": 5, "words": 15}


@dataclass(frozen=True, slots=True)
class Body:
    """表身. rows: column → cell; end: the piece behind; left: pieces no row could take; torn: some of them were rows."""

    rows: tuple[dict[int, Piece], ...]
    end: int
    left: tuple[Piece, ...] = ()
    torn: bool = False


def body_of(pieces: Sequence[Piece], start: int, roles: Sequence[str]) -> Body:
    """Rows from a piece on, as far as the table goes."""
    columns = Columns.of(roles)
    rows: list[dict[int, Piece]] = []
    left: list[Piece] = []
    kept = start  # behind the last row that could be read
    at = start
    while at < len(pieces):
        if _is_total(pieces, at, roles):
            end = _figures(pieces, at + 1, roles)
            rows.append(_total(pieces[at:end], roles))
            at = kept = end
            if not _is_partial(rows[-1][0]):
                break
            continue
        if _is_over(pieces, at, roles, first=at == start) or heads_at(pieces, at) is not None:
            break
        end = _stretch(pieces, at, roles)
        told, unread, last = _rows(pieces[at:end], columns)
        rows.extend(told)
        left.extend(unread)
        kept = at + last if told else kept
        at = end
    line = pieces[kept].line if kept < len(pieces) else pieces[-1].line + 1
    within = tuple(piece for piece in left if piece.line < line)
    # What stands behind the last row and looks like cells may have been rows too.
    behind = [piece for piece in left if piece.line >= line and sort_of(piece.text) in _CELLS]
    return Body(tuple(rows), kept, within, torn=bool(within) or len(behind) > 1)


def _is_total(pieces: Sequence[Piece], at: int, roles: Sequence[str]) -> bool:
    """合计 and its figures; that of a funds table has all of them and is a row like the others."""
    sums = sort_of(pieces[at].text) == "sum" and "source" not in roles
    return sums and _figures(pieces, at + 1, roles) > at + 1


def _total(pieces: Sequence[Piece], roles: Sequence[str]) -> dict[int, Piece]:
    """The figures under the columns that are added up, where there are as many; else behind the label."""
    summed = [at for at, role in enumerate(roles) if role in SUMMED and at > 0]
    places = summed if len(summed) == len(pieces) - 1 else range(1, len(pieces))
    return {0: pieces[0], **dict(zip(places, pieces[1:], strict=False))}


def _is_partial(piece: Piece) -> bool:
    return "小计" in folded(piece.text)


def _figures(pieces: Sequence[Piece], at: int, roles: Sequence[str]) -> int:
    """Behind the figures that follow a word of totals; empty lines may stand for its empty cells."""
    while at < len(pieces) and sort_of(pieces[at].text) in _FIGURES and pieces[at].gap <= len(roles):
        at += 1
    return at


def _stretch(pieces: Sequence[Piece], at: int, roles: Sequence[str]) -> int:
    """Behind the cells up to the next row of totals or the end of the table."""
    end = at + 1
    while end < len(pieces) and not _is_total(pieces, end, roles) and not _is_over(pieces, end, roles):
        if heads_at(pieces, end) is not None:
            break
        end += 1
    return end


def _is_over(pieces: Sequence[Piece], at: int, roles: Sequence[str], *, first: bool = False) -> bool:
    """Does something else begin here?"""
    text = folded(pieces[at].text)
    told = _LABELLED.fullmatch(text)
    prose = len(text) > _LONG or (_SENTENCES.search(text) and not _PROSE & set(roles))
    if prose and at + 1 < len(pieces) and sort_of(pieces[at + 1].text) in _BEHIND:
        return False  # a long cell inside a row
    label = label_of(text) and not _has_figures(pieces, at)
    other = HEADING.match(text) or TITLE.fullmatch(text) or label or (told and label_of(told[1]))
    return bool(other or prose or (pieces[at].gap > _MOST_GAP and not first))


def _has_figures(pieces: Sequence[Piece], at: int) -> bool:
    """项目目标 with points behind it is a level, not the label of what was aimed at."""
    return sum(sort_of(piece.text) in {"number", "points"} for piece in pieces[at + 1 : at + 1 + _NEAR]) > 1


def _rows(pieces: Sequence[Piece], columns: Columns) -> tuple[list[dict[int, Piece]], list[Piece], int]:
    """Rows that may be believed, the pieces of the others, and how many pieces there are up to the last of them."""
    sorts = [sort_of(piece.text) for piece in pieces]
    laid = align(sorts, _links(pieces, sorts, len(columns.roles)), columns)
    # Figures that begin a row nobody could read may belong to the row before.
    good = [row for row, after in zip(laid, [*laid[1:], None], strict=True) if row.sure and not _spills(after, sorts)]
    kept = {id(row) for row in good}
    if columns.roles[0] == "source":  # 其他资金 with dashes only says nothing, wherever they stand
        good = [
            row if row.sure else Row(row.cells[:1], sure=True)
            for row in laid
            if id(row) in kept or _says_nothing(row, sorts)
        ]
    told = {row.cells[0][0] for row in good}
    unread = [pieces[at] for row in laid if row.cells[0][0] not in told for at, _ in row.cells]
    return [_cells(row, pieces, columns) for row in good], unread, good[-1].cells[-1][0] + 1 if good else 0


def _says_nothing(row: Row, sorts: Sequence[str]) -> bool:
    return row.cells[0][1] == 0 and all(sorts[at] == "dash" for at, _ in row.cells[1:])


def _spills(row: Row | None, sorts: Sequence[str]) -> bool:
    return row is not None and not row.sure and sorts[row.cells[0][0]] in _FIGURES


def _cells(row: Row, pieces: Sequence[Piece], columns: Columns) -> dict[int, Piece]:
    found: dict[int, list[Piece]] = {}
    for at, column in row.cells:
        found.setdefault(column, []).append(pieces[at])
    itself = sort_of(pieces[row.cells[0][0]].text) == "itself"
    if itself:
        found[0] = found.pop(min(found))  # it stands in the first column and belongs to no level
    # Where a dash says no more than an empty cell: merged with the one above, or not asked of this row.
    empty = OF_LEVELS | {"name", "target", "actual"} if itself else OF_LEVELS
    return {
        column: joined(parts)
        for column, parts in found.items()
        if columns.roles[column] not in empty or sort_of(parts[0].text) != "dash"
    }


def _links(pieces: Sequence[Piece], sorts: Sequence[str], width: int) -> list[Link]:
    """Empty lines part rows where they stand about once a row, and every line may have one more."""
    gaps = [piece.gap for piece in pieces[1:]]
    usual = min(gaps, default=0)
    parted = sum(gap > usual for gap in gaps) >= _STANDING * max(1, len(pieces) / width - 1)
    return [
        Link(),
        *(_link(piece, sort, usual, parted=parted) for piece, sort in zip(pieces[1:], sorts[1:], strict=True)),
    ]


def _link(piece: Piece, sort: str, usual: int, *, parted: bool) -> Link:
    apart = piece.gap > usual
    joins = NEVER if apart else _BRACKET if sort == "bracket" else _BROKEN.get(sort, NEVER)
    if not parted:
        return Link(joined=joins)
    return Link(_WITHIN if apart else 0, 0 if apart else _APART, joins, _EMPTY if apart else 0)
