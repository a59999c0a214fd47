"""存下的表样: forms whose text is kept with a filing or a snapshot, parsed once."""

from __future__ import annotations

from functools import lru_cache

from blueprints.load import load_text
from blueprints.schema import Blueprint


@lru_cache(maxsize=128)
def parsed(text: str, name: str) -> Blueprint:
    """Blueprint of a stored text; parsing takes longer than everything else, and texts are few."""
    return load_text(text, name=name)
