"""印式: the printed words around a fact, and the way back: from what stands in a file to what was typed.

Blanks and line ends never count: writers break labels where they fit, and people space them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from intake.probe import BEGIN, END, ITEM, WILD

_BLANKS: Final = re.compile(r"[\s\u3000]+")
_TICKED: Final = "☑☒■√✓✔"
_OPEN: Final = "□☐"
_SIGNS: Final = {BEGIN: "(?:", END: ")?", ITEM: r"(?:\d{1,3}[.．、])?"}
_SIGN: Final = re.compile(f"([{BEGIN}{END}{ITEM}])")
_NO_SIGNS: Final = str.maketrans("", "", BEGIN + END + ITEM)
_YEARS: Final = frozenset({"year", "subject.year"})
_BOX: Final = re.compile(rf"([{_TICKED}{_OPEN}])[\s\u3000]*([^{_TICKED}{_OPEN}]*)")


def squeezed(text: str) -> str:
    """Text without any blank."""
    return _BLANKS.sub("", text)


def spoken(literal: str) -> str:
    """Printed words without the probe's signs."""
    return literal.translate(_NO_SIGNS)


@dataclass(frozen=True)
class Pattern:
    """印式 of a cell or a paragraph: literal words and the paths of facts (`*` for what the system works out) in turn.

    `boxes`: the options of a line of tick boxes, the fact being the ticked ones. `foot`: closing words that may be missing.
    `lines`: patterns of its lines, each of which may be missing.
    """

    pieces: tuple[str, ...]  # literals at even places, paths at odd ones
    boxes: tuple[str, ...] = ()
    foot: str = ""
    lines: tuple[Pattern, ...] = ()
    counted: bool = field(default=False)  # a number in the literals is a row's, any number fits

    @property
    def paths(self) -> tuple[str, ...]:
        """Facts in it, in order; what is worked out does not count."""
        return tuple(path for path in self.pieces[1::2] if path != "*")

    @cached_property
    def words(self) -> str:
        """All its literal words."""
        return squeezed(spoken("".join(self.pieces[::2])))

    @property
    def is_words(self) -> bool:
        """Is it printed words only?"""
        return len(self.pieces) == 1

    @property
    def label(self) -> str:
        """The words before its first fact: 项目负责人：."""
        return squeezed(spoken(self.pieces[0]))

    def read(self, text: str) -> dict[str, str] | None:
        """What the facts are in `text`; None when the printed words are not all there."""
        if self.boxes:
            return self._ticked(text)
        by_lines = self._by_lines(text.strip().split("\n")) if self.lines else None
        if by_lines is not None:
            return by_lines
        if not self._may_match(text):
            return None
        found = self._regex.fullmatch(text.strip())
        if found is None:
            return None
        values: dict[str, str] = {}
        for path, value in zip(self.pieces[1::2], found.groups(), strict=True):
            if value is not None:  # a piece that may be left out, and was
                values.setdefault(path, value.strip())
        values.pop("*", None)
        return values

    def _may_match(self, text: str) -> bool:
        """A cheap look before the regular expression: does it begin as it should?"""
        head = _SIGN.split(self.pieces[0])[0][:8]
        return self.counted or not head or squeezed(text).startswith(squeezed(head))

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        parts: list[str] = []
        for number, piece in enumerate(self.pieces):
            parts.append(_hole(piece) if number % 2 else _spaced(piece, counted=self.counted))
        foot = rf"(?:[\s\u3000]*{_spaced(self.foot)})?" if self.foot else ""
        return re.compile("".join(parts) + foot + r"[\s\u3000]*", re.DOTALL)

    def _by_lines(self, texts: list[str]) -> dict[str, str] | None:
        """Every line of the text is the next line of the pattern that it can be."""
        values: dict[str, str] = {}
        left = list(self.lines)
        for text in texts:
            found = next((n for n, line in enumerate(left) if line.read(text) is not None), None)
            if found is None:
                return None
            values |= left[found].read(text) or {}
            left = left[found + 1 :]
        return values

    def _ticked(self, text: str) -> dict[str, str] | None:
        boxes = _BOX.findall(text)
        words = {squeezed(word) for _, word in boxes}
        if not words.intersection(map(squeezed, self.boxes)):
            return None
        chosen = [word.strip() for mark, word in boxes if mark in _TICKED and word.strip()]
        return {self.paths[0]: "、".join(_own(word, self.boxes) for word in chosen)}


def _own(word: str, options: tuple[str, ...]) -> str:
    """The option a ticked word is, else the word."""
    return next((option for option in options if squeezed(option) == squeezed(word)), word)


def _hole(path: str) -> str:
    return r"(\d{4})" if path in _YEARS else "(.*?)"


def _spaced(literal: str, *, counted: bool = False) -> str:
    """A regular expression for words with blanks anywhere between them; pieces that may be left out begin and end in it."""
    if _SIGN.search(literal):
        return "".join(_SIGNS.get(piece) or _spaced(piece, counted=counted) for piece in _SIGN.split(literal))
    text = squeezed(literal)
    gap = r"[\s\u3000]*"
    parts = [r"\d+" if counted and piece.isdigit() else gap.join(map(re.escape, piece)) for piece in _runs(text)]
    inner = gap.join(parts)
    # Blanks alone between two facts are all that parts them; a line end is lost where a file joins its lines.
    return gap + inner + gap if inner else (gap if "\n" in literal else r"[\s\u3000]+" if literal else "")


def _runs(text: str) -> Iterator[str]:
    return (match.group() for match in re.finditer(r"\d+|\D+", text))


def pattern_of(text: str, paths: Mapping[str, str], *, foot: str = "", counted: bool = False) -> Pattern:
    """The pattern of a probe's printed text."""
    pieces, literal = [], ""
    for character in text:
        path = "*" if character == WILD else paths.get(character, "")
        if path:
            pieces += [literal, path]
            literal = ""
        else:
            literal += character
    pieces.append(literal)
    if len(pieces) == 3 and "☑" in pieces[0]:
        return _boxes(pieces, foot)
    return Pattern(tuple(pieces), foot=foot, counted=counted)


def _boxes(pieces: list[str], foot: str) -> Pattern:
    """□甲 □乙 ☑<sign>: the probe's own word was ticked behind the options of the form."""
    label, *options = pieces[0].removesuffix("☑").split("□")
    return Pattern((label, pieces[1], ""), tuple(option.strip() for option in options), foot)
