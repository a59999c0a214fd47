"""仿粗体: 楷体 and 仿宋 have no bold cut; the PDF strokes their outlines, as Word and browsers do.

A style sheet cannot ask for a stroke, so paper.css marks such text with a colour next to black, and this step, run on
the finished page contents, turns the mark into stroked text.
"""

from __future__ import annotations

from typing import Any

_MARK = b"0 0 0.003922 rg"  # the fill colour #000001 as WeasyPrint prints it
_STROKE_SHARE = 1 / 36  # of the type size


def embolden(_document: Any, pdf: Any) -> None:
    """Rewrite all content streams of a `pydyf.PDF`; a finisher of WeasyPrint."""
    for item in pdf.objects:
        operators = getattr(item, "stream", None)
        if isinstance(operators, list) and _MARK in operators:
            item.stream = stroked(operators)


def stroked(operators: list[bytes | str]) -> list[bytes | str]:
    """Return the operators with marked text filled and stroked in black, everything else as it was."""
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
            made.append(b"%.3f w 2 Tr" % (float(operator.split()[1]) * _STROKE_SHARE))
        elif operator == b"ET":
            made.append(b"0 Tr")
    return made
