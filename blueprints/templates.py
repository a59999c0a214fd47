"""模板: plain text with `{path}` places; nothing else is special, and a brace never stands for itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_PLACE: Final = re.compile(r"\{([a-z0-9_.]+)\}")


def places(template: str) -> tuple[str, ...]:
    """Names in braces, in order. Raises ValueError for a brace that belongs to no place."""
    rest = _PLACE.sub("", template)
    if "{" in rest or "}" in rest:
        raise ValueError("花括号不成对，或里面不是小写的位置名；应写成 {text.goal} 这样")
    return tuple(_PLACE.findall(template))


def fill(template: str, value: Callable[[str], str]) -> str:
    """Return the text with every place replaced by `value(name)`; what is put in is not read again."""
    return _PLACE.sub(lambda found: value(found[1]), template)
