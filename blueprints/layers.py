"""表样的层次: the text of a form and of the forms it extends, read as marked trees whose lines tell the file too.

A form may name one parent with `extends: <id>`, and the parent one of its own: `DEEPEST` steps at most, never in a circle.
Lines of layer n are shifted by n × `STRIDE`, so that everything that speaks of lines goes on working over a tree made of
several files; `Origin.place` turns them back into file and line.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, NoReturn

from blueprints.marked import LARGEST, Mapping, Marked, MarkedError, Scalar, line_of, read_marked, shifted
from blueprints.problems import BlueprintError, Problem

ID: Final = re.compile(r"\d{6}(?:\d{3}){0,2}/20\d{2}/[a-z][a-z0-9-]{1,40}")
DEEPEST: Final = 2
STRIDE: Final = 10 * LARGEST  # no file has that many lines
Found = tuple[str, str]  # file as told in problems, text
Finder = Callable[[str], Found | None]


@dataclass(frozen=True, slots=True)
class Layer:
    """一层: one file's id, name and text, with its tree."""

    form: str
    file: str
    text: str
    tree: Marked

    @property
    def digest(self) -> str:
        """SHA-256 of the text."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Origin:
    """出处: the tree a form was read from and the files whose lines it holds, the form's own first."""

    tree: Marked
    files: tuple[str, ...]

    def place(self, path: str) -> tuple[str, int]:
        """File and line of a path in the form."""
        return self.at(line_of(self.tree, path))

    def at(self, line: int) -> tuple[str, int]:
        """File and line within it of a line of the tree."""
        layer, inside = divmod(line, STRIDE)
        return self.files[layer], inside


def lineage(text: str, *, name: str, find: Finder | None = None) -> list[Layer]:
    """Return the form's layer and those of its parents, nearest first. Raises BlueprintError."""
    layers = [_layer("", name, text, 0)]
    layers[0] = _layer(_word(layers[0].tree, "id"), name, text, 0)
    while (wanted := _extends(layers[-1])) is not None:
        line, parent = wanted
        chain = [layer.form for layer in layers]
        if parent in chain:
            _refuse(layers[-1], line, f"extends 成环：{' → '.join([*chain, parent])}，请改掉其中一处 extends")
        if len(layers) > DEEPEST:
            _refuse(
                layers[-1],
                line,
                f"extends 最多{DEEPEST}级，这里已是第{len(layers)}级：{' → '.join([*chain, parent])}，请直接以更上一级为准",
            )
        found = find(parent) if find else None
        if found is None:
            _refuse(layers[-1], line, f"没有找到“{parent}”这份表样，请核对区划代码/年度/表名，或先把它放进表样目录")
        layers.append(_layer(parent, *found, len(layers)))
    return layers


def _layer(form: str, file: str, text: str, number: int) -> Layer:
    try:
        tree = read_marked(text)
    except MarkedError as error:
        raise BlueprintError([Problem(file, line, "", message) for line, message in error.problems]) from None
    return Layer(form, file, text, shifted(tree, number * STRIDE))


def _extends(layer: Layer) -> tuple[int, str] | None:
    if not isinstance(layer.tree, Mapping) or "extends" not in layer.tree.values:
        return None
    node, line = layer.tree.values["extends"], layer.tree.lines["extends"]
    parent = node.text if isinstance(node, Scalar) else ""
    if not ID.fullmatch(parent):
        _refuse(layer, line, "extends 应写上级表样的标识，如 000000/2024/project-table，只能有一个")
    return line, parent


def _word(tree: Marked, key: str) -> str:
    node = tree.values.get(key) if isinstance(tree, Mapping) else None
    return node.text if isinstance(node, Scalar) else ""


def _refuse(layer: Layer, line: int, message: str) -> NoReturn:
    raise BlueprintError([Problem(layer.file, line % STRIDE, "extends", message)])
