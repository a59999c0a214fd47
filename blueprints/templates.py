"""模板: plain text with `{path}` places; nothing else is special, and a brace never stands for itself.

In sentences a piece in square brackets is optional: it is said when everything it quotes is known, and left out otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_PLACE: Final = re.compile(r"\{([a-z0-9_.]+)\}")
_OPTIONAL: Final = re.compile(r"\[([^\[\]]*)\]")


def places(template: str) -> tuple[str, ...]:
    """Names in braces, in order. Raises ValueError for a brace that belongs to no place."""
    rest = _PLACE.sub("", template)
    if "{" in rest or "}" in rest:
        raise ValueError("花括号不成对，或里面不是小写的位置名；应写成 {text.goal} 这样")
    return tuple(_PLACE.findall(template))


def fill(template: str, value: Callable[[str], str]) -> str:
    """Return the text with every place replaced by `value(name)`; what is put in is not read again."""
    return _PLACE.sub(lambda found: value(found[1]), template)


def check_pieces(template: str) -> None:
    """Raise ValueError for square brackets that do not pair, stand inside others, or quote nothing."""
    rest = _OPTIONAL.sub("", template)
    if "[" in rest or "]" in rest:
        raise ValueError("方括号不成对或套在一起；可有可无的一段写成 [，主要原因是{text.reason}] 这样")
    if any(not places(piece) for piece in _OPTIONAL.findall(template)):
        raise ValueError("方括号里没有位置，它总会印出；请去掉方括号，或写上 {…}")


def needed(template: str) -> tuple[str, ...]:
    """Names that must be known for the sentence to be said: those outside square brackets."""
    return places(_OPTIONAL.sub("", template))


def fill_said(template: str, value: Callable[[str], str]) -> str:
    """Return the sentence: places filled, optional pieces left out where something they quote says nothing."""

    def piece(found: re.Match[str]) -> str:
        said = {name: value(name) for name in places(found[1])}
        return fill(found[1], said.__getitem__) if all(text.strip() for text in said.values()) else ""

    parts = _OPTIONAL.split(template)  # outside, inside, outside, …
    whole = [_OPTIONAL.sub(piece, f"[{part}]") if n % 2 else fill(part, value) for n, part in enumerate(parts)]
    return "".join(whole)
