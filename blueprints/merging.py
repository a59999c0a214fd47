"""表样的合并: what a form writes laid over what its parent wrote, by keys where things have keys, else by position.

* A value replaces the parent's value; a mapping is merged key by key.
* A list of things with keys (sections, tables, points, parts, grades …: `KEYS`, tables and entries by what they name) is merged
  thing by thing: the same key is merged, a new one goes before the next the list names that the parent has too, else to the
  end; `drop: true` removes one.
* Checks have no key: the nth of a rule number stands for the parent's nth of the same number.
* Any other list is replaced as a whole when a list is written; a mapping of positions (from 1, as the parent counts) changes
  single items of it, and the position after the last adds one.
* Where the kind of a thing changes (another deciding key, another `kind` of rule), it is replaced as a whole.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import is_dataclass
from typing import Any, Final, Literal, get_args, get_origin

from blueprints import schema
from blueprints.expressions import Expression
from blueprints.marked import Mapping, Marked, Scalar, Sequence
from blueprints.projects import ProjectFigure, ProjectGroup
from blueprints.reader import hints
from blueprints.shapes import OPEN, TAGS, Tag

KEYS: Final[dict[Any, str]] = {
    schema.Section: "key",
    schema.StageDef: "stage",
    schema.SourceDef: "source",
    schema.ColumnDef: "field",
    schema.LevelDef: "key",
    schema.Derived: "key",
    schema.Comparison: "key",
    schema.Breakdown: "key",
    schema.BreakdownItem: "key",
    schema.FigureRow: "row",
    schema.FigureColumn: "column",
    ProjectFigure: "key",
    ProjectGroup: "key",
    schema.Parameter: "key",
    schema.PointNode: "key",
    schema.GradeDef: "name",
    schema.PartDef: "name",
}
NAMED: Final = (schema.Entry, schema.TableDef)  # known by their deciding key and what it names
DROP: Final = "drop"
Name = tuple[str, str, int]  # what names a thing, its name, how many of that name stood before


class Merger:
    """Merges trees; `problems` are (line, path, message)."""

    def __init__(self) -> None:
        """Start without problems."""
        self.problems: list[tuple[int, str, str]] = []

    def merge(self, kind: Any, parent: Marked, child: Marked, path: str) -> Marked:
        """Return `child` of type `kind` laid over `parent`."""
        if isinstance(parent, Mapping) and isinstance(child, Mapping):
            return self._mapping(kind, parent, child, path)
        if isinstance(parent, Sequence) and get_origin(kind) is tuple:
            return self._list(get_args(kind)[0], parent, child, path)
        return child

    def _mapping(self, kind: Any, parent: Mapping, child: Mapping, path: str) -> Marked:
        if _kind_of(kind, child) not in {"", _kind_of(kind, parent)}:
            return child
        types = _types(kind, parent)
        values, lines = dict(parent.values), dict(parent.lines)
        for name, node in child.values.items():
            here = f"{path}.{name}" if path else name
            old = values.get(name)
            values[name] = node if old is None else self.merge(types.get(name), old, node, here)
            lines[name] = child.lines[name]
        return Mapping(child.line, values, lines)

    def _list(self, kind: Any, parent: Sequence, child: Marked, path: str) -> Marked:
        keyed = kind in KEYS or kind in NAMED or kind is schema.CheckDef
        if isinstance(child, Mapping) and not keyed:
            return self._positions(kind, parent, child, path)
        if isinstance(child, Sequence) and keyed:
            return self._keyed(kind, parent, child, path)
        return child

    def _keyed(self, kind: Any, parent: Sequence, child: Sequence, path: str) -> Marked:
        merged = dict(zip(_names(kind, parent), parent.items, strict=True))
        for number, (name, item) in enumerate(zip(_names(kind, child), child.items, strict=True), 1):
            here = f"{path}[{number}]"
            if self._dropped(item, here):
                if merged.pop(name, None) is None:
                    self.problems.append((item.line, here, f"上级表样没有“{name[1]}”，没有可去掉的，请删去这一项"))
            elif name in merged:
                merged[name] = self.merge(kind, merged[name], item, here)
            else:
                merged[name] = item
        order = _order(_names(kind, parent), _names(kind, child))
        return Sequence(child.line, [merged[name] for name in order if name in merged])

    def _positions(self, kind: Any, parent: Sequence, child: Mapping, path: str) -> Marked:
        items: dict[int, Marked] = dict(enumerate(parent.items, 1))
        for word, item in child.values.items():
            here, place = f"{path}.{word}", int(word) if word.isascii() and word.isdigit() and len(word) < 5 else 0
            if not 0 < place <= len(parent.items) + 1:
                told = f"“{word}”不是这个列表的位置，上级表样有{len(parent.items)}项，可写 1 至 {len(parent.items) + 1}"
                self.problems.append((child.lines[word], here, told))
            elif self._dropped(item, here):
                items.pop(place, None)
            else:
                items[place] = self.merge(kind, items[place], item, here) if place in items else item
        return Sequence(child.line, [items[place] for place in sorted(items)])

    def _dropped(self, item: Marked, path: str) -> bool:
        if not isinstance(item, Mapping) or DROP not in item.values:
            return False
        mark = item.values[DROP]
        if not isinstance(mark, Scalar) or mark.text != "true":
            self.problems.append((item.line, path, "drop 只是标记，值写 true；不去掉就删去这个键"))
        return True


def _order(parent: list[Name], child: list[Name]) -> list[Name]:
    """The parent's order, each new name before the next name of the child's list that the parent has, else last."""
    order, waiting = list(parent), list[Name]()
    for name in child:
        if name not in parent:
            waiting.append(name)
            continue
        place = order.index(name)
        order[place:place] = waiting
        waiting = []
    return [*order, *waiting]


def _names(kind: Any, items: Sequence) -> list[Name]:
    """Name of each item, unique within its list: (what names it, its name, how many of that name stood before)."""
    seen: Counter[tuple[str, str]] = Counter()
    names = []
    for item in items.items:
        name = _name(kind, item)
        names.append((*name, seen[name]))
        seen[name] += 1
    return names


def _name(kind: Any, item: Marked) -> tuple[str, str]:
    if not isinstance(item, Mapping):
        return "", ""
    keys = list(TAGS[kind]) if kind in NAMED else ["rule" if kind is schema.CheckDef else KEYS[kind]]
    found = next((key for key in keys if key in item.values), "")
    return found, _text(item.values[found]) if found else ""


def _text(node: Marked) -> str:
    if isinstance(node, Scalar):
        return node.text
    return "、".join(_text(item) for item in node.items) if isinstance(node, Sequence) else ""


def _tag(kind: Any, node: Mapping) -> tuple[str, Tag] | None:
    return next(((key, tag) for key, tag in TAGS.get(kind, {}).items() if key in node.values), None)


def _kind_of(kind: Any, node: Mapping) -> str:
    """Deciding word of a mapping of type `kind`; '' where nothing decides."""
    if _plain(kind) is schema.RuleDef:
        return _text(node.values["kind"]) if "kind" in node.values else ""
    tag = _tag(kind, node)
    return tag[0] if tag else ""


def _types(kind: Any, node: Mapping) -> dict[str, Any]:
    """Type of each key of a mapping of type `kind`."""
    tag = _tag(kind, node)
    cls = tag[1].cls if tag else _plain(kind)
    if not (isinstance(cls, type) and is_dataclass(cls)) or cls is Expression:
        return {}
    types: dict[str, Any] = {name: hint for name, hint in hints(cls).items() if name != OPEN.get(cls)}
    if tag and tag[1].into:
        types[tag[0]] = types.get(tag[1].into)
    return types


def _plain(kind: Any) -> Any:
    """`kind` without its None."""
    members = [member for member in get_args(kind) if member is not type(None)]
    return members[0] if members and get_origin(kind) not in {tuple, Literal} and len(members) == 1 else kind
