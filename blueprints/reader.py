"""按结构读取: a marked YAML tree → a value of the schema, with every problem noted and none of them fatal.

Where something is wrong a neutral value of the right type stands in, so that reading goes on and all problems are told at once.
"""

from __future__ import annotations

import difflib
import types
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, Final, Literal, Union, cast, get_args, get_origin, get_type_hints

from blueprints.expressions import Expression, parse_expression
from blueprints.marked import Mapping as MapNode
from blueprints.marked import Marked, Scalar, Sequence
from blueprints.shapes import OPEN, OPTIONAL, TAGS, UNWRITTEN, WORDS, Tag

LONGEST: Final = 20_000
LISTED: Final = 200  # words named as allowed
_TRUE: Final = frozenset({"true", "yes"})
_FALSE: Final = frozenset({"false", "no"})
_NONE: Final = type(None)


def guess(word: str, allowed: Iterable[str]) -> str:
    """Return "可用的有：…" with the nearest word first in mind: 是不是想写“…”？."""
    names = list(dict.fromkeys(allowed))
    listed = "、".join(names[:LISTED]) + (f" 等{len(names)}个" if len(names) > LISTED else "")
    near = difflib.get_close_matches(word, names[:LISTED], n=1, cutoff=0.6)
    hint = f"是不是想写“{near[0]}”？" if near else ""
    return f"{hint}可用的有：{listed}"


@cache
def hints(cls: type) -> Mapping[str, Any]:
    """Types of a dataclass's fields."""
    return get_type_hints(cls)


@cache
def written(cls: type) -> Mapping[str, Field[Any]]:
    """Fields of a dataclass that a file may write."""
    hidden = UNWRITTEN.get(cls, frozenset()) | ({OPEN[cls]} if cls in OPEN else frozenset())
    return {f.name: f for f in fields(cls) if f.name not in hidden}


class Reader:
    """Reads values by type; `problems` are (line, path, message)."""

    def __init__(self) -> None:
        """Start without problems."""
        self.problems: list[tuple[int, str, str]] = []

    def note(self, node: Marked | int, path: str, message: str) -> None:
        """Keep a problem."""
        self.problems.append((node if isinstance(node, int) else node.line, path, message))

    def read(self, kind: Any, node: Marked, path: str) -> Any:
        """Return the value of type `kind` at `node`, or a neutral one with a problem noted."""
        origin = get_origin(kind)
        if kind in TAGS:
            return self._tagged(kind, node, path)
        if origin in {types.UnionType, Union}:
            return self._union(kind, node, path)
        if origin is tuple:
            return self._tuple(get_args(kind)[0], node, path)
        if origin is Literal:
            return self._literal(get_args(kind), node, path)
        if is_dataclass(kind) and isinstance(kind, type) and kind is not Expression:
            return self._dataclass(kind, node, path)
        return self._scalar(kind, node, path)

    # -- scalars

    def _scalar(self, kind: Any, node: Marked, path: str) -> Any:
        if not isinstance(node, Scalar):
            self.note(node, path, f"应写一个值，不能写{'列表' if isinstance(node, Sequence) else '键值'}")
            return neutral(kind)
        if not node.text and node.plain:
            self.note(node, path, "写了键却没有值；不需要就删去这个键")
            return neutral(kind)
        if len(node.text) > LONGEST:
            self.note(node, path, f"文字太长，最多{LONGEST}个字符")
            return neutral(kind)
        try:
            return _convert(kind, node.text)
        except ValueError as error:
            self.note(node, path, str(error))
            return neutral(kind)

    def _literal(self, allowed: tuple[str, ...], node: Marked, path: str) -> Any:
        text = self._scalar(str, node, path)
        if text in allowed:
            return text
        if text:
            self.note(node, path, f"“{text}”不能用在这里，{guess(text, [word for word in allowed if word])}")
        return allowed[0]

    def _union(self, kind: Any, node: Marked, path: str) -> Any:
        members = [member for member in get_args(kind) if member is not _NONE]
        if len(members) == 1:
            return self.read(members[0], node, path)
        # The only mixed field: a parameter that is one text or a list of texts.
        return self._tuple(str, node, path) if isinstance(node, Sequence) else self._scalar(str, node, path)

    # -- collections

    def _tuple(self, kind: Any, node: Marked, path: str) -> tuple[Any, ...]:
        if isinstance(node, Scalar) and node.text == "all" and path.endswith(".scores"):
            return ()
        if not isinstance(node, Sequence):
            self.note(node, path, "应写成列表：每项一行，以“- ”开头，或用方括号")
            return ()
        items = (self.read(kind, item, f"{path}[{number}]") for number, item in enumerate(node.items, 1))
        return tuple(item for item in items if item is not None)

    def _dataclass(self, cls: type, node: Marked, path: str) -> Any:
        if not isinstance(node, MapNode):
            self.note(node, path, f"应写成键值，{guess('', written(cls))}")
            return None
        return self._fields(node, path, Tag(cls, ""), "", frozenset())

    def _tagged(self, kind: Any, node: Marked, path: str) -> Any:
        tags, words = TAGS[kind], WORDS.get(kind, {})
        if isinstance(node, Scalar) and node.text in words:
            return words[node.text]()
        found = [key for key in tags if key in node.values] if isinstance(node, MapNode) else []
        if not isinstance(node, MapNode) or not found:
            written_here = node.text if isinstance(node, Scalar) else next(iter(getattr(node, "values", {})), "")
            self.note(node, path, f"看不出这是什么，须有其中一个键：{guess(written_here, [*tags, *words])}")
            return None
        tag = tags[found[0]]
        elsewhere = frozenset(other.into for other in tags.values() if other.cls is tag.cls)
        return self._fields(node, path, tag, found[0], elsewhere)

    def _fields(self, node: MapNode, path: str, tag: Tag, key: str, elsewhere: frozenset[str]) -> Any:
        cls = tag.cls
        allowed = [name for name in written(cls) if name not in {tag.into, *tag.fixed, *elsewhere}]
        values: dict[str, Any] = dict(tag.fixed)
        rest: dict[str, Any] = {}
        for name, child in node.values.items():
            here = f"{path}.{name}" if path else name
            if name == key and key:
                self._into(tag, child, here, values)
            elif name in allowed:
                values[name] = self.read(hints(cls)[name], child, here)
            elif cls in OPEN:
                rest[name] = self._parameter(cls, child, here)
            else:
                self.note(
                    node.lines[name], here, f"不认识的键“{name}”，{guess(name, [*([key] if key else []), *allowed])}"
                )
        if cls in OPEN:
            values[OPEN[cls]] = types.MappingProxyType(rest)
        return self._build(cls, node, path, values)

    def _into(self, tag: Tag, child: Marked, path: str, values: dict[str, Any]) -> None:
        if tag.into:
            values[tag.into] = self.read(hints(tag.cls)[tag.into], child, path)
        elif self._scalar(str, child, path) not in _TRUE:
            self.note(child, path, "这个键只是标记，值写 true")

    def _parameter(self, cls: type, node: Marked, path: str) -> Any:
        one_text = get_args(hints(cls)[OPEN[cls]])[1] is str
        return self._scalar(str, node, path) if one_text else self._union(str | tuple[str, ...], node, path)

    def _build(self, cls: type, node: MapNode, path: str, values: dict[str, Any]) -> Any:
        for f in fields(cls):
            if f.name in values and values[f.name] is not None:
                continue
            if f.default is MISSING and f.default_factory is MISSING:
                if f.name in written(cls) and f.name not in {*values, *OPTIONAL.get(cls, ())}:
                    self.note(node, path, f"缺少键“{f.name}”")
                values[f.name] = neutral(hints(cls)[f.name])
            else:
                values.pop(f.name, None)
        return cls(**values)


def _convert(kind: Any, text: str) -> Any:
    if kind is int:
        if not text.isascii() or not text.isdigit() or len(text) > 6:
            raise ValueError(f"“{text}”应是不带小数的数，如 24")
        return int(text)
    if kind is Decimal:
        return _decimal(text)
    if kind is bool:
        if text not in _TRUE | _FALSE:
            raise ValueError(f"“{text}”应写 true 或 false")
        return text in _TRUE
    if kind is Expression:
        return parse_expression(text)
    return text


def _decimal(text: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or len(text) > 20 or "e" in text.lower():
        raise ValueError(f"“{text}”应是一个数，如 10 或 22.5")
    return number


def neutral(kind: Any) -> Any:
    """Return a harmless value of a type, standing in for one that could not be read."""
    origin = get_origin(kind)
    if origin is tuple:
        return ()
    if origin is Literal:
        return get_args(kind)[0]
    if kind is Expression:
        return parse_expression("0")
    if is_dataclass(kind):
        cls = cast("type", kind)
        return cls(
            **{
                f.name: neutral(hints(cls)[f.name])
                for f in fields(cls)
                if f.default is MISSING and f.default_factory is MISSING
            }
        )
    return cast("Any", {int: 0, Decimal: Decimal(0), bool: False}.get(kind, ""))
