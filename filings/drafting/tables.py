"""数据表的辨认: a funds table or an indicator table on paper becomes a table of the form, not a hundred single places.

Told by the head only, in one row or more, and all of it. A funds table that no matrix prints (a head that means nothing, sources across,
labels in two columns) is copied as it stands, but an amount whose row and column say what it is becomes that amount (`crossing`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from documents.readers.paper import PaperCell
from filings.drafting.guess import is_value, squeeze
from filings.drafting.heads import Cells, Head, HeadBlock, head_block, words
from filings.drafting.words import COLUMNS, LEVELS, NOTES, REVIEWED, SOURCES, STAGES, meaning, points_of

FEWEST = 4  # heads that make an indicator table
MOST_NOTES = 2  # columns of a funds table that hold words
RATE, ARRIVAL, POINTS, SCORE, REVIEW, AXIS, NOTE = "rate", "arrival", "points", "score", "review", "axis", "note"
_NO_STAGE = frozenset({RATE, ARRIVAL, POINTS, SCORE, REVIEW, AXIS, NOTE})


@dataclass(frozen=True, slots=True)
class FundsFound:
    """资金表. `points`: full marks of the execution rate, '' when the paper gives none. `block`: its head as printed.

    `crossed`: no such columns as a matrix prints; the amounts by the paper's row and column, the rest is copied.
    """

    heads: tuple[Head, ...]
    sources: tuple[tuple[str, str], ...]
    points: str
    end: int
    block: HeadBlock
    crossed: Mapping[tuple[int, int], str] = field(default_factory=dict)

    @property
    def stages(self) -> list[Head]:
        """Columns of amounts."""
        return [head for head in self.heads if head.means not in _NO_STAGE]

    @property
    def base(self) -> str:
        """The stage that the rate is over."""
        return next((one for one in ("adjusted", "initial", "planned") if one in {h.means for h in self.stages}), "")

    @property
    def has_score(self) -> bool:
        """Is the execution rate scored in this table?"""
        return any(head.means == SCORE for head in self.heads)


@dataclass(frozen=True, slots=True)
class IndicatorsFound:
    """指标表. `levels`: names of level one with their points and the names of level two, in the paper's order."""

    heads: tuple[Head, ...]
    levels: tuple[tuple[str, str, tuple[str, ...]], ...]
    end: int
    block: HeadBlock


@dataclass(slots=True)
class TablesFound:
    """纸上的数据表: at most one of each; a second one is copied cell by cell. `grades`: names to tick, from the best."""

    funds: FundsFound | None = None
    indicators: IndicatorsFound | None = None
    grades: list[str] = field(default_factory=list)
    choices: dict[str, list[str]] = field(default_factory=dict)


def indicators_at(cells: Cells, row: int, column: int, width: int, last: int) -> IndicatorsFound | None:
    """An indicator table whose head begins in this row."""
    block = head_block(cells, row, column, width, last)
    heads = meant(block.heads, lambda text: meaning(COLUMNS, text)) if block else ()
    known = {head.means for head in heads if head.means}
    if block is None or len(known) < FEWEST or not {"name", "level1"} <= known:
        return None
    named = tuple(head if head.means else replace(head, means=f"note_x{n}") for n, head in enumerate(heads, 1))
    start = row + block.height
    end = _end(cells, start, last, named)
    return IndicatorsFound(named, _levels(cells, start, end, named), end, block) if end > start else None


def funds_at(cells: Cells, row: int, column: int, width: int, last: int) -> FundsFound | None:
    """A funds table whose head begins in this row, with one row per source and columns that a matrix can print."""
    block = head_block(cells, row, column, width, last)
    if block is None or len(block.heads) < 3:
        return None
    heads = (replace(block.heads[0], means=AXIS), *meant(block.heads[1:], funds_column, again=NOTE))
    notes = sum(head.means == NOTE for head in heads)
    if any(not head.means for head in heads) or notes > MOST_NOTES:
        return None
    start = row + block.height
    sources = _sources(cells, start, _end(cells, start, last, heads), heads)
    if "all" not in sources or len(sources) < 2:
        return None
    end = start + len(sources)
    made = FundsFound(heads, tuple(sources.items()), _printed_points(cells, heads, start, end), end, block)
    rated = {RATE, ARRIVAL} & {head.means for head in heads}
    return made if len(made.stages) > 1 and (made.base or not rated) else None


def meant(heads: Sequence[Head], means: Callable[[str], str], *, again: str = "") -> tuple[Head, ...]:
    """The heads with what they mean: by their own words, else with those above them. What comes twice is known once."""
    told: list[Head] = []
    for head in heads:
        found = means(squeeze(head.label)) or (means(squeeze(head.above + head.label)) if head.above else "")
        twice = found != again and found in {other.means for other in told}
        told.append(replace(head, means="" if twice else found))
    return tuple(told)


def _sources(cells: Cells, row: int, end: int, heads: Sequence[Head]) -> dict[str, str]:
    """Sources by their rows. The first that is none of the known is 其他, if amounts may stand beside it; the second ends the table."""
    found: dict[str, str] = {}
    for cell in _below(cells, row, end, heads[0].first):
        source = meaning(SOURCES, squeeze(cell.text))
        beside = (cells[cell.row, head.first] for head in heads[1:] if (cell.row, head.first) in cells)
        if not source and words(cell) and all(is_value(other, None) for other in beside):
            source = "other"
        if not source or source in found:
            break
        found[source] = words(cell)
    return found


def funds_column(text: str) -> str:
    """What a column of a funds table is, '' when nothing says."""
    if "率" in text:
        return ARRIVAL if "到位" in text else RATE
    if any(word in text for word in REVIEWED):
        return REVIEW
    if "得分" in text:
        return SCORE
    if any(word in text for word in NOTES):
        return NOTE
    return POINTS if "分值" in text or "权重" in text else meaning(STAGES, text)


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
    column = next((head.first for head in heads if head.means == POINTS), None)
    if column is None:
        return ""
    texts = (cell.text.strip() for cell in _below(cells, row, end, column))
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
