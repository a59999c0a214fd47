"""句子与标题: prose of a paper as headings by the shape of their numbers, and sentences that know where they stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from crosschecks.finding import Place
from crosschecks.reports.fold import Folded
from crosschecks.reports.grid import GridCell
from crosschecks.reports.numbers import Number, Range, masked, numbers, ranges
from documents.readers.paper import Spot

_BREAK: Final = re.compile("\n")
_CLAUSE_END: Final = re.compile("[，；。]")
_SHAPES: Final = (
    re.compile(r"第[一二三四五六七八九十\d]{1,3}[部分章篇]+"),
    re.compile(r"[一二三四五六七八九十]{1,3}[、．.]"),
    re.compile(
        r"（[一二三四五六七八九十]{1,3}）[、．.]?|\d{1,2}\.\d{1,2}(?:\.\d{1,2})?[、．.]?(?=[“\u4e00-\u9fffA-Z])(?![万亿元人个公米平亩吨千户倍级分天年月日号小次台套件项处座度点折厘毫立辆班所家])"
    ),
    re.compile(r"\d{1,2}(?:[、．]|\.(?!\d))"),
    re.compile(r"（\d{1,2}）[、．.]?|\d{1,2}）|[①-⑳]"),
)
_UNNUMBERED: Final = re.compile(
    r"(?:[^，。；：]{0,8})(?:问题|建议|措施|概况|情况|分析|结论|绩效|做法|经验|目标|实施|管理|依据|组织|评价)(?:及|和|与|、|有关|相关|其|分析|说明|建议|措施|等|情况|依据|原因){0,8}"
)
_LONGEST_HEADING: Final = 30
_SHORT: Final = 10
_FIGURE: Final = re.compile(r"\d(?:\.\d+)?(?:[万亿]?元|%|人|个|户|万)")
_LEAD: Final = re.compile(r"([^，。；：\n（）]{2,24}(?:（[^（）]{1,12}）)?)[。：\n]")
_END: Final = re.compile(r"[。！？\n]+")
_LONGEST: Final = 1500  # nobody writes a sentence of that length; rules compare what stands in one each with each
_PARTED: Final = "；，、"


@dataclass(frozen=True, eq=False)
class Heading:
    """标题: level 1 (第一部分), 2 (一、), 3 (（一）), 4 (1．), 5 (（1）); name without its number."""

    text: str
    name: str
    level: int
    place: Place
    number: str = ""
    lead: bool = False  # the beginning of a paragraph: （一）机构组成。…


@dataclass(frozen=True, eq=False)
class Block:
    """一段: a paragraph or a long cell. `path`: headings above it; `cell` and `label`: the table cell it is, and what that is called."""

    source: Folded
    spot: Spot
    lined: bool
    path: tuple[Heading, ...] = ()
    cell: GridCell | None = None
    label: str = ""

    def line_at(self, at: int) -> int:
        """Line of the file where a character of the original stands."""
        return self.spot.line + (bisect_left(self._breaks, at) if self.lined else 0)

    @cached_property
    def _breaks(self) -> list[int]:
        """Line ends of the original, found once however many places a rule names."""
        return [found.start() for found in _BREAK.finditer(self.source.raw)]


@dataclass(frozen=True, eq=False)
class Sentence:
    """句子: a span of a block, folded."""

    block: Block
    start: int
    end: int

    @cached_property
    def text(self) -> str:
        """The sentence, folded."""
        return self.block.source.text[self.start : self.end]

    @cached_property
    def masked(self) -> str:
        """The sentence with dates, document numbers and the like blotted out, same length."""
        return masked(self.text)

    @cached_property
    def numbers(self) -> list[Number]:
        """Figures, positions within `text`."""
        return numbers(self.text)

    def ranges(self) -> Iterator[Range]:
        """Figures joined by a dash."""
        return ranges(self.text, self.numbers)

    @property
    def heading(self) -> str:
        """Names of the headings above, outermost first."""
        return "／".join(heading.name for heading in self.block.path)

    @property
    def path(self) -> tuple[Heading, ...]:
        """Headings above, outermost first."""
        return self.block.path

    @property
    def cell(self) -> GridCell | None:
        """The table cell it stands in."""
        return self.block.cell

    @property
    def line(self) -> int:
        """Line of the file where its block begins."""
        return self.block.spot.line

    def quote(self, start: int, end: int) -> str:
        """What was typed at a span of `text`."""
        return self.block.source.quote(self.start + start, self.start + end).strip()

    def place(self, start: int = 0, end: int | None = None, label: str = "") -> Place:
        """A span of the sentence as a place of a finding; the whole of it by default."""
        stop = len(self.text) if end is None else end
        source, spot = self.block.source, self.block.spot
        first, last = source.origin(self.start + start, self.start + stop)
        quote = source.raw[first:last]
        first += len(quote) - len(quote.lstrip())
        where = label or self.block.label or self.heading or "正文"
        return Place(spot.key, where, quote.strip(), self.block.line_at(first), spot.cell)

    def clause(self, at: int) -> tuple[int, int]:
        """The clause (between ，；。) around a position."""
        behind = bisect_left(self._ends, at)
        start = self._ends[behind - 1] + 1 if behind else 0
        return start, self._ends[behind] if behind < len(self._ends) else len(self.text)

    @cached_property
    def _ends(self) -> list[int]:
        """Where clauses end, found once: a line of a hostile text is as long as it likes and has a figure everywhere."""
        return [found.start() for found in _CLAUSE_END.finditer(self.text)]


def heading_in(text: str, level: int, place: Place) -> tuple[Heading, int] | None:
    """The heading a block is or begins with, and where it ends; None for plain text. `level` from the file's own style."""
    for depth, shape in enumerate(_SHAPES, 1):
        match = shape.match(text)
        if match:
            return _numbered(text, match, depth, place)
    flat = text.strip("：: ")
    if level or (len(flat) <= 16 and _UNNUMBERED.fullmatch(flat)):
        return Heading(flat, flat, level + 1 if level else 2, place), len(text)
    return None


def _numbered(text: str, match: re.Match[str], depth: int, place: Place) -> tuple[Heading, int] | None:
    rest = text[match.end() :]
    if not re.search(r"[，。；！？\n]", rest.rstrip("。：")) and len(rest) <= _LONGEST_HEADING:
        name = rest.strip("。：: ")
        if (depth > 3 and rest.endswith("。") and len(name) > _SHORT) or (depth > 1 and _FIGURE.search(rest)):
            return None  # an item of a list, said as a sentence
        return (Heading(text.strip(), name, depth, place, match.group()), len(text)) if name else None
    lead = _LEAD.match(rest)
    if lead and depth > 1:
        end = match.end() + lead.end()
        return Heading(text[:end].strip("。：\n"), lead[1], depth, place, match.group(), lead=True), end
    return None


def sentences_of(block: Block, start: int = 0) -> Iterator[Sentence]:
    """Sentences of a block from `start` on; brackets and quotes do not matter, line ends do. An endless one is cut at its marks."""
    text = block.source.text
    ends = [match.end() for match in _END.finditer(text, start)]
    for begin, end in zip([start, *ends], [*ends, len(text)], strict=True):
        for first, last in _cut(text, begin, end):
            if text[first:last].strip():
                yield Sentence(block, first, last)


def _cut(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans no longer than a sentence may be, parted behind a mark where there is one."""
    while end - begin > _LONGEST:
        most = begin + _LONGEST
        at = next((found for mark in _PARTED if (found := text.rfind(mark, begin, most)) >= 0), most - 1) + 1
        yield begin, at
        begin = at
    yield begin, end
