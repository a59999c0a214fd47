"""Word 的结构: what stands in a paragraph, cell or body once wrappers are seen through and what is deleted is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from documents.readers.markup import CHOICE, WORD

# Tracked insertions, content controls, links and smart tags only wrap what they hold.
_SEEN_THROUGH: Final = frozenset(
    f"{WORD}{name}"
    for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "sdt", "sdtContent", "dir", "bdo")
)
_LEFT_OUT: Final = frozenset(
    f"{WORD}{name}"
    for name in ("del", "moveFrom", "delText", "instrText", "delInstrText", "sdtPr", "sdtEndPr", "pPr", "rPr", "rt")
)
_ALTERNATE: Final = f"{CHOICE}AlternateContent"
_ANCHOR: Final = re.compile(r"k_[0-9a-f]{20}")  # as documents.text.anchor makes them


def content(element: Any) -> Iterator[Any]:
    """Children, wrappers seen through. Of alternatives the first is taken, which is how a text box comes once and not twice."""
    for child in element:
        tag = child.tag
        if tag in _LEFT_OUT:
            continue
        if tag in _SEEN_THROUGH:
            if child.find(f"{WORD}sdtPr/{WORD}showingPlcHdr") is None:  # 单击此处输入文字 is nobody's text
                yield from content(child)
        elif tag == _ALTERNATE:
            choice = child.find(f"{CHOICE}Choice")
            chosen = child.find(f"{CHOICE}Fallback") if choice is None else choice
            if chosen is not None:
                yield from content(chosen)
        else:
            yield child


@cache
def _path(names: str) -> str:
    return "/".join(WORD + name for name in names.split("/"))


def value(element: Any, path: str, default: str = "") -> str:
    """The w:val of a descendant, `default` when it is not there. `path`: names without prefix, parted by slashes."""
    found = element.find(_path(path))
    return default if found is None else str(found.get(f"{WORD}val") or default)


def is_on(element: Any, path: str) -> bool:
    """Is a switch such as w:vanish there and not turned off?"""
    found = element.find(_path(path))
    return found is not None and str(found.get(f"{WORD}val", "on")) not in {"0", "false", "off"}


class Marks:
    """书签: which of our own bookmarks are open; they may span several paragraphs."""

    def __init__(self) -> None:
        self._open: dict[str, str] = {}

    def see(self, element: Any) -> None:
        """A bookmark begins or ends."""
        name, place = str(element.get(f"{WORD}name", "")), str(element.get(f"{WORD}id", ""))
        if element.tag == f"{WORD}bookmarkEnd":
            self._open.pop(place, None)
        elif element.tag == f"{WORD}bookmarkStart" and _ANCHOR.fullmatch(name):
            self._open[place] = name

    @property
    def key(self) -> str:
        """The anchor that stands here, '' outside."""
        return next(reversed(self._open.values()), "")
