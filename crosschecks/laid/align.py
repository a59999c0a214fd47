"""格与列的对齐: cells that follow one another laid on the rows and columns they fit best, merged and empty cells left out.

One pass over the cells (Viterbi), its work the number of cells times the square of the columns. Two passes, one that prefers the
left and one that prefers the right where both fit as well: a row they lay differently can be read in two ways, and stays unread.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from crosschecks.laid.costs import NEVER, Columns

_DOUBTFUL: Final = 34  # a row that fits worse is not read
_ALONE: Final = 35
_TWO: Final = 2


@dataclass(frozen=True, slots=True)
class Link:
    """两格之间: what it costs when a cell stands in the row of the one before, begins a new one, or goes on with its words."""

    same: int = 0
    new: int = 0
    joined: int = NEVER
    skipping: int = 0  # on top of `new` apart: the same row with a column left out between the two


@dataclass(frozen=True, slots=True)
class Row:
    """排好的一行: for each cell its column, and whether the row may be believed."""

    cells: tuple[tuple[int, int], ...]  # number of the cell, column; a broken cell stands here twice
    sure: bool


_Step = tuple[int, int]


def align(sorts: Sequence[str], links: Sequence[Link], columns: Columns) -> list[Row]:
    """Rows of the cells in order. `links`: of every cell to the one before it."""
    if not sorts:
        return []
    left, right = (_laid(sorts, links, columns, lean) for lean in (1, -1))
    other = dict(left)
    return [Row(cells, fits(cells, sorts, columns) and other.get(cells[0][0]) == cells) for _, cells in right]


def _laid(
    sorts: Sequence[str], links: Sequence[Link], columns: Columns, lean: int
) -> list[tuple[int, tuple[tuple[int, int], ...]]]:
    count = len(columns.roles)
    best: list[_Step] = [(columns.head[c] + columns.cost(sorts[0], c), lean * c) for c in range(count)]
    back: list[list[tuple[int, bool]]] = [[(-1, True)] * count]
    for at in range(1, len(sorts)):
        best, came = _step(best, (sorts[at], links[at]), columns, lean)
        back.append(came)
    ends = [(best[c][0] + columns.tail[c], best[c][1], c) for c in range(count)]
    column = min(ends)[2]
    rows: list[tuple[int, tuple[tuple[int, int], ...]]] = []
    cells: list[tuple[int, int]] = []
    for at in range(len(sorts) - 1, -1, -1):
        cells.append((at, column))
        column, new = back[at][column]
        if new:
            rows.append((at, tuple(reversed(cells))))
            cells = []
    return rows[::-1]


def _step(
    best: Sequence[_Step], cell: tuple[str, Link], columns: Columns, lean: int
) -> tuple[list[_Step], list[tuple[int, bool]]]:
    """One cell further: for every column the best way to have come there."""
    sort, link = cell
    count = len(columns.roles)
    ended = min((best[p][0] + columns.tail[p], best[p][1], p) for p in range(count))
    costs: list[_Step] = []
    came: list[tuple[int, bool]] = []
    for column in range(count):
        own = columns.cost(sort, column)
        ways = [(ended[0] + link.new + columns.head[column] + own, ended[1] + lean * column, ended[2], True)]
        if link.joined < NEVER:
            more = link.joined + (columns.broken(column) if sort != "bracket" else 0)
            ways.append((best[column][0] + more, best[column][1], column, False))
        for left in range(column):
            apart = link.same if column == left + 1 else link.skipping
            cost = best[left][0] + apart + columns.inside[left][column] + own
            ways.append((cost, best[left][1] + lean * column, left, False))
        cost, tie, before, new = min(ways)
        costs.append((cost, tie))
        came.append((before, new))
    return costs, came


def fits(cells: Sequence[tuple[int, int]], sorts: Sequence[str], columns: Columns) -> bool:
    """Does the row fit, leaving aside what links cost?"""
    places = list(dict.fromkeys(column for _, column in cells))
    cost = columns.head[places[0]] + columns.tail[places[-1]]
    cost += sum(columns.inside[one][two] for one, two in pairwise(places))
    told: set[int] = set()
    for at, column in cells:
        more = 0 if sorts[at] == "bracket" else columns.broken(column)
        cost += more if column in told else columns.cost(sorts[at], column)  # what goes on with a cell is of any sort
        told.add(column)
    # 预算执行率 has points and often neither target nor level.
    return len(places) >= _TWO and cost <= _DOUBTFUL + (_ALONE if sorts[cells[0][0]] == "itself" else 0)
