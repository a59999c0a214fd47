"""编号段落: paragraphs that a form prints as 1. 2. 3., taken back to what was typed."""

from __future__ import annotations

import re
from typing import Final

_ITEM: Final = re.compile(r"\s*(\d{1,2})\s*[.．、]\s*")


def is_item(text: str) -> bool:
    """Does the paragraph stand behind a number?"""
    return bool(_ITEM.match(text))


def unnumbered_lines(text: str) -> str:
    """The paragraphs without their numbers, as far as those go on one by one; a figure at the head of a line stays."""
    lines, due = [], 0
    for line in text.split("\n"):
        found = _ITEM.match(line)
        if found and (not due or int(found[1]) == due):
            due = int(found[1]) + 1
            lines.append(line[found.end() :])
        else:
            lines.append(line)
    return "\n".join(lines)
