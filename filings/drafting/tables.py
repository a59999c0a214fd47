"""数据表的辨认: a funds table or an indicator table on paper becomes a table of the form, not a hundred single places.

Told by the head row only, and all of it: one head that means nothing, and the grid is copied as it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from documents.readers.paper import PaperCell
from filings.drafting.guess import squeeze
from filings.drafting.words import COLUMNS, LEVELS, SOURCES, STAGES, meaning, points_of

FEWEST = 4  # heads that make an indicator table
_RATE, _POINTS, _SCORE, _AXIS = "rate", "points", "score", "axis"
Cells = Mapping[tuple[int, int], PaperCell]


@dataclass(frozen=True, slots=True)
class Head:
    """一栏表头: what it is, its words and the paper columns it covers."""

    means: str
    label: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class FundsFound:
    """资金表. `points`: full marks of the execution rate, '' when the paper gives none."""

    heads: tuple[Head, ...]
    sources: tuple[tuple[str, str], ...]
    points: str
    end: int

    @property
    def stages(self) -> list[Head]:
        """Columns of amounts."""
        return [head for head in self.heads if head.means not in {_AXIS, _RATE, _POINTS, _SCORE}]

    @property
    def base(self) -> str:
        """The stage that the rate is over."""
        return next((one for one in ("adjusted", "initial", "planned") if one in {h.means for h in self.stages}), "")

    @property
    def has_score(self) -> bool:
        """Is the execution rate scored in this table?"""
        return any(head.means == _SCORE for head in self.heads)


@dataclass(frozen=True, slots=True)
class IndicatorsFound:
    """指标表. `levels`: names of level one with their points and the names of level two, in the paper's order."""

    heads: tuple[Head, ...]
    levels: tuple[tuple[str, str, tuple[str, ...]], ...]
    end: int


@dataclass(slots=True)
class TablesFound:
    """纸上的数据表: at most one of each; a second one is copied cell by cell. `grades`: names to tick, from the best."""

    funds: FundsFound | None = None
    indicators: IndicatorsFound | None = None
    grades: list[str] = field(default_factory=list)
    choices: dict[str, list[str]] = field(default_factory=dict)


def heads_in(cells: Cells, row: int, column: int, width: int) -> list[PaperCell]:
    """The cells of a row from `column` on, when they fill it and none reaches below; else none."""
    found = []
    while column < width:
        cell = cells.get((row, column))
        if cell is None or cell.down > 1:
            return []
        found.append(cell)
        column += cell.across
    return found


def indicators_at(cells: Cells, row: int, column: int, width: int, last: int) -> IndicatorsFound | None:
    """An indicator table whose head is this row."""
    heads = [_head(cell, meaning(COLUMNS, squeeze(cell.text))) for cell in heads_in(cells, row, column, width)]
    known = [head.means for head in heads if head.means]
    if len(known) < FEWEST or len(known) != len(set(known)) or not {"name", "level1"} <= set(known):
        return None
    named = tuple(
        head if head.means else Head(f"note_x{number}", head.label, head.first, head.last)
        for number, head in enumerate(heads, 1)
    )
    end = _end(cells, row + 1, last, named)
    return IndicatorsFound(named, _levels(cells, row + 1, end, named), end) if end > row + 1 else None


def funds_at(cells: Cells, row: int, column: int, width: int, last: int) -> FundsFound | None:
    """A funds table whose head is this row."""
    line = heads_in(cells, row, column, width)
    heads = [_head(cell, _column(cell.text)) for cell in line[1:]]
    known = [head.means for head in heads]
    if not known or "" in known or len(known) != len(set(known)):
        return None
    found = (_head(line[0], _AXIS), *heads)
    sources: dict[str, str] = {}
    for cell in _below(cells, row + 1, _end(cells, row + 1, last, found), column):
        source = meaning(SOURCES, squeeze(cell.text))
        if not source or source in sources:
            break
        sources[source] = " ".join(cell.text.split())
    if "all" not in sources or len(sources) < 2:
        return None
    end = row + 1 + len(sources)
    made = FundsFound(found, tuple(sources.items()), _printed_points(cells, found, row, end), end)
    return made if len(made.stages) > 1 and (made.base or _RATE not in known) else None


def _column(text: str) -> str:
    words = squeeze(text)
    if "率" in words:
        return _RATE if "到位" not in words else ""
    if "得分" in words:
        return _SCORE
    return _POINTS if "分值" in words or "权重" in words else meaning(STAGES, words)


def _head(cell: PaperCell, means: str) -> Head:
    return Head(means, " ".join(cell.text.split()), cell.column, cell.column + cell.across)


def _end(cells: Cells, row: int, last: int, heads: Sequence[Head]) -> int:
    """The first row below whose cells do not stand under single heads."""
    spans = {(head.first, head.last) for head in heads}
    start, stop = heads[0].first, heads[-1].last
    while row < last:
        here = [cells[row, column] for column in range(start, stop) if (row, column) in cells]
        if not here or any((cell.column, cell.column + cell.across) not in spans for cell in here):
            break
        row += 1
    return row


def _below(cells: Cells, row: int, end: int, column: int) -> Iterator[PaperCell]:
    return (cells[at, column] for at in range(row, end) if (at, column) in cells)


def _printed_points(cells: Cells, heads: Iterable[Head], row: int, end: int) -> str:
    column = next((head.first for head in heads if head.means == _POINTS), None)
    if column is None:
        return ""
    texts = (cell.text.strip() for cell in _below(cells, row + 1, end, column))
    return next((text for text in texts if text.replace(".", "", 1).isdecimal()), "")


def _levels(cells: Cells, row: int, end: int, heads: Iterable[Head]) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    at = {head.means: head.first for head in heads}
    found: dict[str, tuple[str, list[str]]] = {}
    for cell in _below(cells, row, end, at["level1"]):
        name, points = points_of("".join(cell.text.split()))
        if not name:
            continue
        kept = found.setdefault(name, (points, []))[1]
        below = _below(cells, cell.row, cell.row + cell.down, at["level2"]) if "level2" in at else ()
        kept.extend(text for one in below if (text := "".join(one.text.split())) and text not in kept)
    return tuple((name, points, tuple(children)) for name, (points, children) in found.items())


def level_keys(names: Iterable[str]) -> list[str]:
    """Keys of level one, each once; what is none of the usual ones is `other`."""
    return [meaning(LEVELS, name) or "other" for name in names]
