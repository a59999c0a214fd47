"""体检结果的显示: the document as it was read, every finding in the margin beside the first place it speaks of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from crosschecks.finding import PAPER_LABELS, Finding, Place
from documents.readers.paper import PaperBlock, PaperChart, PaperTable, PaperText, Spot

LONGEST_QUOTE: Final = 80
_BELOW: Final = "／"  # between a heading and the one under it
MOST_PLACES: Final = 6  # of a finding; a total of twenty rows names twenty-one


@dataclass(frozen=True, slots=True)
class Piece:
    """一小段文字; `number` of the finding that quotes it, 0 for none."""

    text: str
    number: int = 0


@dataclass(slots=True)
class ShownCell:
    """单元格 as shown."""

    pieces: list[Piece]
    across: int
    down: int
    anchor: str
    marked: bool


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """位置 of a finding: where people look, what stands there, and the address on this page ('' when it was not found)."""

    where: str
    quote: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Note:
    """边注: one finding."""

    number: int
    rule: str
    rule_name: str
    severity: str
    label: str
    message: str
    arithmetic: str
    remedy: str
    source: str
    fix: str
    fingerprint: str
    places: tuple[PlaceLink, ...]
    following: int = 0  # number of the next note shown, 0 after the last

    @property
    def nearest(self) -> tuple[PlaceLink, ...]:
        """Places told at once."""
        return self.places[:MOST_PLACES]

    @property
    def further(self) -> tuple[PlaceLink, ...]:
        """Those told on demand."""
        return self.places[MOST_PLACES:]


@dataclass(slots=True)
class Shown:
    """一块内容 with the notes beside it. kind: text, table, chart or loose (notes whose place was not found)."""

    kind: str
    anchor: str
    level: int = 0
    pieces: list[Piece] = field(default_factory=list)
    name: str = ""
    rows: list[list[ShownCell]] = field(default_factory=list)
    series: list[list[str]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """一条规则 and how often it spoke."""

    rule: str
    name: str
    count: int


@dataclass(frozen=True)
class Anchors:
    """页内位置: where on the page a line or a cell of the paper stands."""

    cells: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[int, str] = field(default_factory=dict)
    rows: Mapping[int, Sequence[tuple[str, str]]] = field(
        default_factory=dict
    )  # cells written on one line: anchor, text

    def of(self, place: Place) -> str:
        """Anchor of a place; a line inside a piece of several lines has that of the piece. '' when it is nowhere."""
        if place.cell:
            return self.cells.get(place.cell, "")
        at = bisect_right(self._begun, place.line) if place.line else 0
        if not at:
            return ""
        line, quote = self._begun[at - 1], place.quote.strip()
        return next((anchor for anchor, text in self.rows.get(line, ()) if quote and quote in text), self.lines[line])

    @cached_property
    def _begun(self) -> list[int]:
        return sorted(self.lines)


def notes_of(findings: Sequence[Finding], names: Mapping[str, str], known: Anchors) -> list[Note]:
    """Findings as notes, numbered from 1."""
    return [_note(number, finding, names, known) for number, finding in enumerate(findings, 1)]


def chained(notes: Sequence[Note]) -> list[Note]:
    """The same notes, each knowing the next."""
    numbers = [*(note.number for note in notes[1:]), 0]
    return [replace(note, following=number) for note, number in zip(notes, numbers, strict=False)]


def shown_blocks(blocks: Sequence[PaperBlock], notes: Sequence[Note], findings: Sequence[Finding]) -> list[Shown]:
    """The document with its notes; those whose places were not found stand before it."""
    quotes = _quotes(notes, findings)
    shown = [_shown(number, block, quotes) for number, block in enumerate(blocks)]
    beside = {anchor: block for block in shown for anchor in _anchors(block)}
    loose = Shown("loose", "loose")
    for note in notes:
        first = next((place.anchor for place in note.places if place.anchor), "")
        beside.get(first, loose).notes.append(note)
    return [loose, *shown] if loose.notes else shown


def anchors_of(blocks: Sequence[PaperBlock]) -> Anchors:
    """Anchor on the page of every line and cell of the paper."""
    cells: dict[str, str] = {}
    lines: dict[int, str] = {}
    rows: dict[int, list[tuple[str, str]]] = {}
    for number, block in enumerate(blocks):
        for spot, anchor, text in _spots(number, block):
            if spot.cell:
                cells.setdefault(spot.cell, anchor)
            if spot.line:
                lines.setdefault(spot.line, anchor)
                rows.setdefault(spot.line, []).append((anchor, text))
    return Anchors(cells, lines, rows)


def counted(notes: Sequence[Note]) -> list[Counted]:
    """How often each rule spoke, in catalogue order."""
    names = {note.rule: note.rule_name for note in notes}
    return [Counted(rule, name, sum(note.rule == rule for note in notes)) for rule, name in names.items()]


def _spots(number: int, block: PaperBlock) -> Iterator[tuple[Spot, str, str]]:
    if isinstance(block, PaperTable):
        for index, cell in enumerate(block.cells):
            yield cell.spot, f"b{number}c{index}", cell.text
    else:
        yield block.spot, f"b{number}", ""


def _note(number: int, finding: Finding, names: Mapping[str, str], known: Anchors) -> Note:
    return Note(
        number=number,
        rule=finding.rule,
        rule_name=names.get(finding.rule, finding.rule),
        severity=str(finding.severity),
        label=PAPER_LABELS[finding.severity],
        message=finding.message,
        arithmetic=finding.arithmetic,
        remedy=finding.remedy,
        source=finding.source,
        fix=f"“{finding.fix.old}”改为“{finding.fix.new}”" if finding.fix else "",
        fingerprint=finding.fingerprint,
        places=tuple(PlaceLink(where(place), shortened(place.quote), known.of(place)) for place in finding.places),
    )


def where(place: Place) -> str:
    """A place as people look for it: 第24行, 表2!B3, with what it is called when the rule says so: of headings the nearest."""
    spot = place.cell or (f"第{place.line}行" if place.line else "")
    label = place.label.rpartition(_BELOW)[2]
    return f"{spot}（{label}）" if spot and label else spot or label


def shortened(quote: str) -> str:
    """A quote for a margin."""
    flat = " ".join(quote.split())
    return flat if len(flat) <= LONGEST_QUOTE else flat[:LONGEST_QUOTE] + "…"


def _quotes(notes: Sequence[Note], findings: Sequence[Finding]) -> dict[str, list[Piece]]:
    """Quotes to be marked, by anchor."""
    found: dict[str, list[Piece]] = {}
    for note, finding in zip(notes, findings, strict=True):
        for link, place in zip(note.places, finding.places, strict=True):
            if link.anchor:
                found.setdefault(link.anchor, []).append(Piece(place.quote.strip(), note.number))
    return found


def _shown(number: int, block: PaperBlock, quotes: dict[str, list[Piece]]) -> Shown:
    anchor = f"b{number}"
    match block:
        case PaperText():
            marks = quotes.get(anchor, [])
            return Shown("text", anchor, block.level, pieces=pieces_of(block.text, marks), marked=bool(marks))
        case PaperChart():
            series = [[one.name, *one.values] for one in block.series]
            head = ["", *block.categories]
            return Shown("chart", anchor, name=block.title, series=[head, *series], marked=anchor in quotes)
        case _:
            return Shown("table", anchor, name=block.name, rows=list(_rows(anchor, block, quotes)))


def _rows(anchor: str, table: PaperTable, quotes: dict[str, list[Piece]]) -> Iterator[list[ShownCell]]:
    rows: list[list[ShownCell]] = [[] for _ in range(table.height)]
    for index, cell in enumerate(table.cells):
        own = f"{anchor}c{index}"
        marks = quotes.get(own, [])
        shown = ShownCell(pieces_of(cell.text, marks), cell.across, cell.down, own, bool(marks))
        rows[cell.row].append(shown)
    return iter(rows)


def _anchors(block: Shown) -> list[str]:
    return [block.anchor, *(cell.anchor for row in block.rows for cell in row)]


def pieces_of(text: str, marks: Sequence[Piece]) -> list[Piece]:
    """`text` cut at the quotes that are found in it; of two that overlap the first stays."""
    found = sorted(
        (at, at + len(mark.text), mark.number) for mark in marks if mark.text and (at := text.find(mark.text)) >= 0
    )
    pieces: list[Piece] = []
    end = 0
    for start, stop, number in found:
        if start < end:
            continue
        pieces += [Piece(text[end:start])] * (start > end) + [Piece(text[start:stop], number)]
        end = stop
    return pieces + [Piece(text[end:])] * (end < len(text))
