"""WordprocessingML 元素: the handful of elements the DOCX writer draws with, built without python-docx's slow proxies."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import count

from docx.oxml.ns import qn
from docx.oxml.parser import oxml_parser
from lxml.etree import _Element

from ..style import POINTS_PER_MM
from ..text import anchor, paragraphs

_name = cache(qn)
_AMBIGUOUS = frozenset("“”‘’…—·×")  # Word sets these in the Latin face unless told that they are Chinese
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def twips(millimetres: float) -> str:
    """Return a length as twentieths of a point."""
    return str(round(millimetres * POINTS_PER_MM * 20))


def element(tag: str, attributes: dict[str, str] | None = None, *children: _Element) -> _Element:
    """Return an element such as `w:jc`; attribute names are prefixed too."""
    made: _Element = oxml_parser.makeelement(
        _name(tag), {_name(name): value for name, value in (attributes or {}).items()}
    )
    made.extend(children)
    return made


def run(text: str, *, bold: bool = False) -> _Element:
    """Return one run; nothing in `text` is understood as anything but text."""
    made = element("w:r")
    properties = []
    if not _AMBIGUOUS.isdisjoint(text):
        properties.append(element("w:rFonts", {"w:hint": "eastAsia"}))
    if bold:
        properties.append(element("w:b"))
    if properties:
        made.append(element("w:rPr", None, *properties))
    held = element("w:t")
    held.text = text
    held.set(_SPACE, "preserve")
    made.append(held)
    return made


def underlined(text: str) -> _Element:
    """Return one underlined run: what is filled in on a cover. `text` is clean."""
    return _ruled(run(text))


def rule() -> _Element:
    """Return an underlined tab: the rule goes on to the next stop, past what is filled in."""
    return _ruled(element("w:r", None, element("w:tab")))


def _ruled(made: _Element) -> _Element:
    properties = made.find(_name("w:rPr"))
    if properties is None:
        properties = element("w:rPr")
        made.insert(0, properties)
    properties.append(element("w:u", {"w:val": "single"}))
    return made


def runs(text: str, *, bold: bool = False) -> list[_Element]:
    """Return runs for a text whose line ends stay in one paragraph."""
    made: list[_Element] = []
    for number, piece in enumerate(paragraphs(text)):
        if number:
            made.append(element("w:r", None, element("w:br")))
        if piece:
            made.append(run(piece, bold=bold))
    return made


def paragraph(style: str, properties: Iterable[_Element] = (), content: Iterable[_Element] = ()) -> _Element:
    """Return a paragraph; `properties` follow the order of the schema after the style."""
    made = element("w:p", None, element("w:pPr", None, element("w:pStyle", {"w:val": style}), *properties))
    made.extend(content)
    return made


class Bookmarks:
    """书签: hands out the running numbers Word wants beside the names."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def around(self, key: str, content: list[_Element]) -> list[_Element]:
        """Return `content` between the ends of the bookmark of `key`; without a key just the content."""
        if not key:
            return content
        number = {"w:id": str(next(self._numbers))}
        start = element("w:bookmarkStart", {**number, "w:name": anchor(key)})
        return [start, *content, element("w:bookmarkEnd", number)]
