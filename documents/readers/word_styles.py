"""Word 样式: heading levels, captions and tables of contents, told by a paragraph or by the styles that it descends from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from documents.readers.markup import WORD, whole
from documents.readers.word_tree import value

_HEADING: Final = re.compile(r"(?i)(?:heading|标题)\s*([1-9])")
_CONTENTS: Final = re.compile(r"(?i)(?:toc|目录)\s*[1-9]")
_CAPTION: Final = re.compile(r"(?i)caption|题注")
_NO_LEVEL: Final = 9
DEEPEST: Final = 4
_MOST_PARENTS: Final = 20  # a style may descend from itself in a broken file


@dataclass(frozen=True, slots=True)
class Style:
    """样式: what of it matters here; '' where it says nothing."""

    name: str
    parent: str
    outline: str
    list_number: str
    list_level: str


class Styles:
    """样式表 of a document."""

    def __init__(self, root: Any | None) -> None:
        found = [] if root is None else root.findall(f"{WORD}style")
        self._styles = {str(one.get(f"{WORD}styleId")): _style(one) for one in found}
        self._lines: dict[str, list[tuple[str, Style]]] = {}
        self._default = next((str(one.get(f"{WORD}styleId")) for one in found if _is_default(one)), "")

    def line(self, paragraph: Any) -> list[tuple[str, Style]]:
        """The paragraph's style and those it descends from, with their ids."""
        name = value(paragraph, "pPr/pStyle", self._default)
        if name not in self._lines:
            self._lines[name] = list(self._parents(name))
        return self._lines[name]

    def _parents(self, name: str) -> Iterator[tuple[str, Style]]:
        for _ in range(_MOST_PARENTS):
            style = self._styles.get(name)
            if style is None:
                return
            yield name, style
            name = style.parent

    def level(self, paragraph: Any) -> int:
        """Heading level 1 to 4, 0 for no heading; deeper levels count as 4."""
        told = value(paragraph, "pPr/outlineLvl")
        for _, style in self.line(paragraph):
            if named := _HEADING.fullmatch(style.name):
                told = told or str(int(named[1]) - 1)
            told = told or style.outline
        level = whole(told, _NO_LEVEL)
        return 0 if level >= _NO_LEVEL else min(level + 1, DEEPEST)

    def is_contents(self, paragraph: Any) -> bool:
        """Is it a line of an automatic table of contents, which only repeats headings?"""
        return any(_CONTENTS.fullmatch(style.name) for _, style in self.line(paragraph))

    def is_caption(self, paragraph: Any) -> bool:
        """Is it the caption of a table or figure?"""
        return any(_CAPTION.fullmatch(style.name) for _, style in self.line(paragraph))


def _style(one: Any) -> Style:
    return Style(
        value(one, "name"),
        value(one, "basedOn"),
        value(one, "pPr/outlineLvl"),
        value(one, "pPr/numPr/numId"),
        value(one, "pPr/numPr/ilvl"),
    )


def _is_default(one: Any) -> bool:
    kind, default = str(one.get(f"{WORD}type")), str(one.get(f"{WORD}default", "0"))
    return kind == "paragraph" and default in {"1", "true", "on"}
