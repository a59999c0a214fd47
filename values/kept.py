"""留用: what was worked out once is not worked out again: of a short text from save to save, of a thing as long as the thing lives."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, Final, TypeVar

T = TypeVar("T")
LONGEST: Final = 400  # characters; what long texts give would fill the memory of a web process
MOST: Final = 8192


def remembered(read: Callable[[str], T]) -> Callable[[str], T]:
    """A pure reading of a text, kept while the text is short: of a form nearly all of them stay from save to save."""
    short = lru_cache(maxsize=MOST)(read)

    @wraps(read)
    def told(text: str) -> T:
        return short(text) if len(text) <= LONGEST else read(text)

    return told


def once(read: Callable[..., T]) -> Callable[..., T]:
    """A pure reading of a frozen thing (a report, a figure), kept with it and gone with it; it must not be something used up.

    What else it is given must follow from the thing: the register of a sentence's own report.
    """
    key = f"_{read.__module__}.{read.__qualname__}"

    @wraps(read)
    def told(thing: Any, *rest: Any) -> T:
        kept: dict[str, Any] = thing.__dict__
        if key not in kept:
            kept[key] = read(thing, *rest)
        found: T = kept[key]
        return found

    return told
