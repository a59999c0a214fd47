"""表格以外的文字: the title and what stands above it, headings with the text to be written below, lines of labels."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from documents.readers.paper import PaperBlock, PaperChart, PaperTable, PaperText
from filings.drafting.data import MARK, quoted
from filings.drafting.grid import GridDraft
from filings.drafting.guess import known_path
from filings.drafting.slots import Slots

LONGEST_HEADING: Final = 40
MOST_PIECES: Final = 4
LONGEST_NUMBER: Final = 8  # 附件2, 附表一
_LEVELS: Final = (
    re.compile(r"[一二三四五六七八九十]+、"),
    re.compile(r"（[一二三四五六七八九十]+）|\([一二三四五六七八九十]+\)"),
    re.compile(r"\d+[.．、]"),
)
_ABOVE: Final = re.compile(r"附件|附表|附[:：]|表\d")
_YEARLY: Final = re.compile(r"[（(]?\s*(?:20\d{2}|_+|　+|\s+)?\s*年度?\s*[）)]?")
_YEAR: Final = re.compile(r"20\d{2}(?=年)")
_UNIT: Final = re.compile(r"单位[:：]\s*(万元|元)")
_NUMBERING: Final = re.compile(r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+[.．、])\s*")
_NEXT_TITLE: Final = re.compile(r"[^，。；：:、]{4,40}(?:表|报告|说明|情况)")
_GAP: Final = re.compile(r"[\s　]{2,}")


@dataclass(slots=True)
class Front:
    """表首: title, the year below it, what stands above it, the unit of money, and everything after."""

    title: str
    subtitle: str = ""
    above: list[str] = field(default_factory=list)
    unit: str = "万元"
    rest: list[PaperBlock] = field(default_factory=list)


def front_of(blocks: list[PaperBlock], name: str) -> Front:
    """The first short line is the title, unless it only numbers the annex."""
    front = Front(name)
    texts = [block.text for block in blocks if isinstance(block, PaperText)]
    front.unit = next((found[1] for text in texts if (found := _UNIT.search(text))), front.unit)
    while above := _taken(blocks, lambda text: len(text) <= LONGEST_NUMBER and bool(_ABOVE.match(text))):
        front.above.append(above)
    title = _taken(blocks, lambda text: len(text) <= LONGEST_HEADING)
    if title:
        front.title, front.subtitle = title, _taken(blocks, lambda text: bool(_YEARLY.fullmatch(text)))
    front.rest = blocks
    return front


def _taken(blocks: list[PaperBlock], wanted: Callable[[str], bool]) -> str:
    """The first block taken off the list, when it is a text of this kind; else ''."""
    first = blocks[0] if blocks else None
    if not isinstance(first, PaperText) or not first.text.strip() or not wanted(first.text.strip()):
        return ""
    del blocks[0]
    return first.text.strip()


def of_the_year(text: str) -> str:
    """A title as a YAML scalar, its year filled in for every year."""
    return _YEAR.sub("{year}", quoted(text))


def nodes_of(blocks: Sequence[PaperBlock], slots: Slots) -> Iterator[str]:
    """Nodes of the printed part. Below a heading there is one place to write, also where the paper leaves it empty."""
    heading, level, written, after_table = "", 0, True, False
    for block in blocks:
        if isinstance(block, PaperChart):
            continue  # a chart is drawn from figures that the form asks elsewhere
        below = _level(block)
        if heading and not written and (below <= level if below else isinstance(block, PaperText)):
            yield f"  - {{prose: {slots.path(_bare(heading))}}}  {MARK}"
            written = True
        if isinstance(block, PaperTable):
            yield from _grid(block, slots)
            heading, written, after_table = "", True, True
        elif below:
            yield f"  - {{heading: {quoted(block.text)}, level: {below}, numbered: false}}  {MARK}"
            heading, level, written = block.text, below, False
        elif after_table and _NEXT_TITLE.fullmatch(block.text.strip()):
            yield from (f"- name: {quoted(block.text)}  {MARK}", "  nodes:", f"  - title: {of_the_year(block.text)}")
            slots.breaks.append(len(slots.labels))
            after_table = False
        elif not heading:
            yield f"  - {_line(block.text, slots)}  {MARK}"
    if heading and not written:
        yield f"  - {{prose: {slots.path(_bare(heading))}}}  {MARK}"


def _bare(heading: str) -> str:
    return _NUMBERING.sub("", heading)


def _level(block: PaperBlock) -> int:
    if not isinstance(block, PaperText) or len(block.text) > LONGEST_HEADING:
        return 0
    return next((n for n, shape in enumerate(_LEVELS, 1) if shape.match(block.text)), 0)


def _grid(table: PaperTable, slots: Slots) -> Iterator[str]:
    grid = GridDraft(table, slots)
    yield f"  - grid: {grid.columns}"
    yield "    rows:"
    yield from (f"    {line}" for line in grid.lines())


def _line(text: str, slots: Slots) -> str:
    """Labels set apart by blanks are a line, as is a single one that is known; what the system knows is filled in."""
    pieces = [piece for piece in _GAP.split(text.strip()) if piece]
    labelled = all(re.search(r"[:：]", piece) for piece in pieces)
    known = len(pieces) == 1 and bool(known_path(_split(text)[0], slots.subject))
    if not labelled or not (known or 2 <= len(pieces) <= MOST_PIECES):
        return f"{{boilerplate: {quoted(text)}}}"
    return f"{{line: [{', '.join(_labelled(piece, slots) for piece in pieces)}]}}"


def _labelled(piece: str, slots: Slots) -> str:
    """The label with its fact. What somebody wrote behind it is not copied, except the unit of money."""
    if _UNIT.search(piece):
        return quoted(piece)
    label, _ = _split(piece)
    path = known_path(label, slots.subject) or slots.sign(label)
    return f'{quoted(label)[:-1]}{{{path}}}"' if path else quoted(label)


def _split(piece: str) -> tuple[str, str]:
    """A label with its colon, and what stands behind it."""
    label, colon, rest = (
        re.split(r"([:：])", piece.strip(), maxsplit=1) if re.search(r"[:：]", piece) else (piece, "", "")
    )
    return label + colon, rest.strip()
