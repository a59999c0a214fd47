"""按标题找: running text below its heading, by the heading's words, never by its number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from intake.gather import Gathered
from intake.loose import Loose
from intake.names import Hit, NameBook, Names
from intake.pattern import squeezed
from intake.reading import How
from intake.rows import PaperRow
from intake.words import NUMBER

_RANKS: Final = (
    (re.compile(r"第?[一二三四五六七八九十]+(?:部分|章|[、.．])"), 1),
    (re.compile(r"[（(][一二三四五六七八九十]+[)）]"), 2),
    (re.compile(r"\d{1,2}[.．、](?!\d)"), 3),
    (re.compile(r"[（(]\d{1,2}[)）]|\d{1,2}[)）]|[①-⑳]"), 4),
)
_BARE_RANK: Final = 5  # a heading without number
_LONGEST: Final = 45
_RUN_IN: Final = re.compile(r"[。：:；]")


@dataclass(frozen=True, slots=True)
class Heading:
    """来件的标题: rank 1 to 5, its words, and the text that goes on in the same line."""

    rank: int
    words: str
    rest: str
    hit: Hit | None


class ByHeadings:
    """按标题找 in one report. `names`: of the texts that are still to be found."""

    def __init__(self, names: Names, loose: Loose, into: Gathered) -> None:
        self.names, self.loose, self.into = NameBook(names), loose, into

    def run(self) -> None:
        """Take what stands below every heading that is known."""
        for number, row in self.loose:
            heading = self._heading(row)
            if heading is not None and heading.hit is not None:
                self._section(number, heading, heading.hit)

    def _section(self, number: int, heading: Heading, hit: Hit) -> None:
        """Everything up to the next heading that is known or no lower; deeper ones belong to the text."""
        texts, taken = [heading.rest] if heading.rest else [], [number]
        for at in range(number + 1, len(self.loose.rows)):
            row = self.loose.rows[at]
            if at in self.loose.taken or row.in_table:
                break
            below = self._heading(row)
            if below is not None and (below.hit is not None or below.rank <= heading.rank):
                break
            texts.append(row.text)
            taken.append(at)
        if not texts:
            return
        doubt = "" if hit.is_sure else f"标题只是相近，文件中是“{heading.words}”"
        spot = self.loose.rows[taken[-1] if len(taken) == 2 else taken[0]].pieces[0].spot
        self.into.add(hit.key, "\n".join(texts), How.LABEL, spot, doubt)
        self.loose.take(*taken)

    def _heading(self, row: PaperRow) -> Heading | None:
        if not row.is_text or (row.in_table and len(row.text) > _LONGEST):
            return None
        text = row.text.strip()
        number = NUMBER.match(squeezed(text))
        if not number and not row.level:
            hit = self.names.hit(text) if len(text) <= _LONGEST else None
            return Heading(_BARE_RANK, text, "", hit) if hit and hit.sure == 1 else None
        rank = row.level or next((rank for shape, rank in _RANKS if shape.match(squeezed(text))), _BARE_RANK)
        words, rest = _parted(text)
        hit = self.names.hit(words)
        if hit is None and len(text) > _LONGEST:
            return None  # a numbered sentence of the text itself
        return Heading(rank, words, rest, hit)


def _parted(text: str) -> tuple[str, str]:
    """（一）项目概况。本项目… → the heading and what goes on in its line."""
    end = _RUN_IN.search(text, 2)
    if end is None or end.start() > _LONGEST:
        return text, ""
    return text[: end.start()], text[end.end() :].strip()
