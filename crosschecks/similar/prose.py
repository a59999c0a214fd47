"""文字的切分: a prose text as sentences, each with the key under which copies of it meet.

The key leaves out punctuation, blanks and letter width, and puts one 0 for every figure: a sentence copied with other figures is
still the same sentence, and its figures are compared afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from values.text import fold_width

LEAST: Final = 14  # characters of a key; shorter sentences are everybody's (资金使用规范。)
_STOP: Final = re.compile(r"[。！？；!?;\n]+")
_FIGURE: Final = re.compile(r"\d[\d,.]*")
_BESIDES: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Prose:
    """一段文字 of an owner (a filing), as it is printed."""

    owner: int
    path: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """句: `text` is `prose.text[start:end]`; `number` counts within its text."""

    prose: Prose
    number: int
    start: int
    end: int
    key: str

    @property
    def text(self) -> str:
        """As it stands."""
        return self.prose.text[self.start : self.end]


def key_of(text: str) -> str:
    """What copies have in common."""
    return _BESIDES.sub("", _FIGURE.sub("0", fold_width(text)))


def sentences(prose: Prose) -> Iterator[Sentence]:
    """Sentences of a text; one too short to tell anything goes with the one that follows it."""
    number, start = 0, 0
    for end in _ends(prose.text):
        key = key_of(prose.text[start:end])
        if len(key) >= LEAST:
            yield Sentence(prose, number, start, end, key)
            number, start = number + 1, end


def _ends(text: str) -> Iterator[int]:
    yield from (found.end() for found in _STOP.finditer(text))
    yield len(text)


def all_sentences(proses: Iterable[Prose]) -> list[Sentence]:
    """Sentences of many texts, in their order."""
    return [sentence for prose in proses for sentence in sentences(prose)]
