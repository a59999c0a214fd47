"""逐项走访: every value of a blueprint with its path in the file, so that a problem can name its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from blueprints.expressions import Expression
from blueprints.shapes import UNWRITTEN, spelled


def walk(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Yield (path, dataclass value) of `value` and everything below, parents first."""
    if isinstance(value, tuple):
        for number, item in enumerate(value, 1):
            yield from walk(item, f"{path}[{number}]")
    if not is_dataclass(value) or isinstance(value, Expression):
        return
    yield path, value
    for _, here, child in members(value, path):
        yield from walk(child, here)


def members(value: object, path: str) -> Iterator[tuple[str, str, object]]:
    """Yield (field, path of its key in the file, content) of a dataclass value."""
    special, key = spelled(value)
    hidden = UNWRITTEN.get(type(value), frozenset())
    for f in fields(value) if is_dataclass(value) else ():
        if f.name not in hidden:
            word = key if f.name == special and key else f.name
            yield f.name, f"{path}.{word}" if path else word, getattr(value, f.name)
