"""带行号的 YAML: a strict YAML tree in which every scalar is text as written and every node knows its line.

Refused: tags, anchors and aliases, merge keys, keys that are no plain text, duplicate keys, several documents, more than
`LARGEST` bytes, `MOST` words or `DEEPEST` levels. So 077 stays 077, `no` is not false, and no small file can swell or keep
the reader busy: the largest form of the house has some 3 000.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final, cast

import yaml

from blueprints.problems import WORST, more

LARGEST: Final = 1_000_000
MOST: Final = 10_000  # keys, values, lists
TOO_MANY: Final = f"已超过{MOST}个键和值，请检查是否传错文件，或把附件拆成单独的表样"
DEEPEST: Final = 40
# The C parser gives the same events some ten times faster; a wheel without it is still complete.
_LOADER: Final = cast("Any", getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@dataclass(slots=True)
class Scalar:
    """标量: `plain` means written without quotes."""

    line: int
    text: str
    plain: bool = True


@dataclass(slots=True)
class Sequence:
    """列表."""

    line: int
    items: list[Marked] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """键值: `lines` has the line of each key."""

    line: int
    values: dict[str, Marked] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    waiting: Scalar | None = None  # a key whose value has not come yet


Marked = Scalar | Sequence | Mapping


class MarkedError(Exception):
    """文件读不成树: list of (line, message)."""

    def __init__(self, problems: list[tuple[int, str]]) -> None:
        """Keep them all."""
        self.problems = problems
        super().__init__(problems)


def read_marked(text: str) -> Marked:
    """Return the tree of a YAML text. Raises MarkedError with every problem found."""
    if len(text) > LARGEST or len(text.encode(errors="replace")) > LARGEST:
        raise MarkedError([(0, f"文件太大，最多 {LARGEST // 1_000_000} MB，请检查是否传错文件")])
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        builder.problems.append(_syntax(error, text))
    if builder.root is None and not builder.problems:
        builder.problems.append((0, "文件是空的"))
    if builder.problems or builder.root is None:
        raise MarkedError(builder.problems)
    return builder.root


def _syntax(error: yaml.YAMLError, text: str) -> tuple[int, str]:
    mark = getattr(error, "problem_mark", None)
    why = str(getattr(error, "problem", "") or error).splitlines()[0]
    advice = "请检查缩进、冒号后的空格、引号和括号是否成对"
    if mark is None:
        return 0, f"不是正确的 YAML（原话 {why}），{advice}"
    line = next(iter(text.splitlines()[mark.line : mark.line + 1]), "")
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return mark.line + 1, "行首的缩进里有制表符（Tab），请全部换成空格"
    return mark.line + 1, f"不是正确的 YAML（第{mark.column + 1}个字符；原话 {why}），{advice}"


class _Builder:
    """Builds the tree from parser events, without recursion."""

    def __init__(self) -> None:
        self.root: Marked | None = None
        self.open: list[Sequence | Mapping] = []
        self.documents = self.words = 0
        self.problems: list[tuple[int, str]] = []

    def take(self, event: yaml.Event) -> None:
        line = event.start_mark.line + 1 if event.start_mark else 0
        if isinstance(event, yaml.DocumentStartEvent):
            self._document(line)
        elif isinstance(event, yaml.AliasEvent):
            self.problems.append((line, f"不能用别名 *{event.anchor}，请把内容写全"))
            self._count(line)
            self._place(Scalar(line, ""))
        elif isinstance(event, yaml.NodeEvent):
            self._refuse_marks(event, line)
            self._count(line)
            self._node(event, line)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.open.pop()

    def _document(self, line: int) -> None:
        self.documents += 1
        if self.documents > 1:
            raise MarkedError([*self.problems, (line, "一个文件只能有一份表样，请去掉“---”之后的内容或另存为一个文件")])

    def _count(self, line: int) -> None:
        self.words += 1
        if self.words > MOST:
            raise MarkedError([*self.problems, (line, f"到这一行{TOO_MANY}")])
        if len(self.problems) >= WORST:
            raise MarkedError([*self.problems, (line, more())])

    def _refuse_marks(self, event: yaml.NodeEvent, line: int) -> None:
        if event.anchor:
            self.problems.append((line, f"不能用锚点 &{event.anchor}，请把内容写全"))
        tag = getattr(event, "tag", None)
        if tag:
            self.problems.append((line, f"不能用标签 {str(tag).replace('tag:yaml.org,2002:', '!!')}，只写内容即可"))

    def _node(self, event: yaml.NodeEvent, line: int) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._place(Scalar(line, str(event.value), plain=not event.style))
            return
        node: Sequence | Mapping = Sequence(line) if isinstance(event, yaml.SequenceStartEvent) else Mapping(line)
        self._place(node)
        self.open.append(node)
        if len(self.open) > DEEPEST:
            raise MarkedError([*self.problems, (line, f"套得太深，最多{DEEPEST}层")])

    def _place(self, node: Marked) -> None:
        parent = self.open[-1] if self.open else None
        if parent is None:
            self.root = self.root or node
        elif isinstance(parent, Sequence):
            parent.items.append(node)
        elif parent.waiting is None:
            parent.waiting = self._key(node)
        else:
            self._entry(parent, parent.waiting, node)
            parent.waiting = None

    def _key(self, node: Marked) -> Scalar:
        if isinstance(node, Scalar):
            return node
        self.problems.append((node.line, "键只能是文字，不能是列表或键值"))
        return Scalar(node.line, "")

    def _entry(self, parent: Mapping, key: Scalar, node: Marked) -> None:
        if key.text == "<<":
            self.problems.append((key.line, "不能用合并键 <<，请把内容写全"))
        elif key.text in parent.lines:
            self.problems.append((key.line, f"键“{key.text}”重复了，第{parent.lines[key.text]}行已经写过，请删去一处"))
        else:
            parent.values[key.text] = node
            parent.lines[key.text] = key.line


def words(root: Marked) -> int:
    """How many keys, values and lists a tree has."""
    if isinstance(root, Scalar):
        return 1
    if isinstance(root, Sequence):
        return 1 + sum(map(words, root.items))
    return 1 + sum(1 + words(node) for node in root.values.values())


def shifted(root: Marked, by: int) -> Marked:
    """Return the tree with every line moved down by `by`."""
    if isinstance(root, Scalar):
        return Scalar(root.line + by, root.text, root.plain)
    if isinstance(root, Sequence):
        return Sequence(root.line + by, [shifted(item, by) for item in root.items])
    lines = {name: line + by for name, line in root.lines.items()}
    return Mapping(root.line + by, {name: shifted(node, by) for name, node in root.values.items()}, lines)


def line_of(root: Marked, path: str) -> int:
    """Line of a path such as `parts[1].nodes[2].label` in the tree; the nearest node above it when it is not there."""
    line, node = root.line, root
    for step in path.replace("[", ".[").split("."):
        if step.startswith("[") and isinstance(node, Sequence) and int(step[1:-1]) <= len(node.items):
            node = node.items[int(step[1:-1]) - 1]
            line = node.line
        elif isinstance(node, Mapping) and step in node.values:
            line, node = node.lines[step], node.values[step]
        else:
            break
    return line
