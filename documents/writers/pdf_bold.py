"""仿粗体: 楷体 and 仿宋 have no bold cut; the PDF strokes their outlines, as Word and browsers do.

A style sheet cannot ask for a stroke, so paper.css marks such text with a colour next to black, and this step, run on
the finished page contents, turns the mark into stroked text.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

_MARK = b"0 0 0.003922 rg"  # the fill colour #000001 as WeasyPrint prints it
_STROKE_SHARE = 1 / 36  # of the type size
_WITH_BOLD_CUT = (
    b"paper-digits",
    b"Times",
    b"Liberation",
)  # faces of figures: bold as they are, a stroke would smudge them


def embolden(_document: Any, pdf: Any) -> None:
    """Rewrite all content streams of a `pydyf.PDF`; a finisher of WeasyPrint."""
    bold = frozenset(name for item in pdf.objects if (name := _bold_face(item)))
    for item in pdf.objects:
        operators = getattr(item, "stream", None)
        if isinstance(operators, list) and _MARK in operators:
            item.stream = stroked(operators, bold)


def _bold_face(item: Any) -> bytes:
    """Return the name under which pages use a font that has a bold cut of its own; b'' for any other object."""
    name = item.get("BaseFont", b"") if isinstance(item, dict) else b""
    short, _, face = (name.encode() if isinstance(name, str) else name).partition(b"+")
    return short if face.startswith(_WITH_BOLD_CUT) else b""


def stroked(operators: list[bytes | str], bold: Collection[bytes] = ()) -> list[bytes | str]:
    """Return the operators with marked text filled and stroked in black, everything else as it was.

    Fonts named in `bold` are not stroked.
    """
    made: list[bytes | str] = []
    saved: list[bool] = []
    marked = False
    for raw in operators:
        operator = raw.encode() if isinstance(raw, str) else raw
        if operator == b"q":
            saved.append(marked)
        elif operator == b"Q" and saved:
            marked = saved.pop()
        elif operator.endswith(b" rg"):
            marked = operator == _MARK
        made.append(b"0 g 0 G" if operator == _MARK else raw)
        if marked and operator.endswith(b" Tf"):
            name, size, _ = operator.split()
            made.append(b"0 Tr" if name in bold else b"%.3f w 2 Tr" % (float(size) * _STROKE_SHARE))
        elif operator == b"ET":
            made.append(b"0 Tr")
    return made
