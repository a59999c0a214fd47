"""冻结值的 JSON: frozen dataclasses to plain JSON and back, for what a snapshot keeps.

Decimals become text (a float would change figures), enums their value. The types are read from the dataclass itself, so a new
field of a score line or a finding needs no second list here.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


def encode(value: object) -> Any:
    """JSON-ready form of a dataclass, or of tuples, mappings, Decimals and enums within it."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: encode(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Mapping):
        return {str(k): encode(v) for k, v in value.items()}
    if isinstance(value, tuple | list):
        return [encode(v) for v in value]
    if value is None or isinstance(value, str | int | bool):
        return value
    raise TypeError(f"{type(value).__name__} 不能写入快照")


def decode(kind: type[T], data: Any) -> T:
    """Value of dataclass `kind` from `encode` output. Raises KeyError or TypeError when `data` is not that."""
    return typing.cast(T, _decode(kind, data))


def _decode(kind: Any, data: Any) -> Any:
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        inner = next(a for a in arguments if a is not type(None))
        return None if data is None else _decode(inner, data)
    if origin is tuple:
        kinds = arguments[:1] * len(data) if arguments[-1] is Ellipsis else arguments
        return tuple(_decode(k, v) for k, v in zip(kinds, data, strict=True))
    if origin is not None and origin is not typing.Literal and issubclass(origin, Mapping):
        return {k: _decode(arguments[1], v) for k, v in data.items()}
    return _plain(kind, data)


def _plain(kind: Any, data: Any) -> Any:
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = _hints(kind)
        return kind(**{name: _decode(hints[name], value) for name, value in data.items()})
    if isinstance(kind, type) and issubclass(kind, Decimal | Enum):
        return kind(data)
    return data


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)
