"""表样的合成: layers folded into one tree, and that tree written out as a text that needs no parent.

The written text is what a filing keeps: it opens with the parents' names and digests (a changed parent is a changed form) and
can be read again by itself.
"""

from __future__ import annotations

from collections.abc import Sequence as Items
from typing import Any

import yaml

from blueprints.layers import Layer, Origin
from blueprints.marked import LARGEST, MOST, TOO_MANY, Mapping, Marked, Scalar, words
from blueprints.merging import Merger
from blueprints.problems import BlueprintError, Problem
from blueprints.schema import Blueprint

OWN = "id"  # never inherited


def fold(layers: Items[Layer]) -> tuple[str, Origin]:
    """Return the text and the tree of a form with all it inherits. Raises BlueprintError."""
    files = tuple(layer.file for layer in layers)
    if len(layers) == 1:
        return layers[0].text, Origin(layers[0].tree, files)
    merger = Merger()
    tree = _heritage(layers[-1].tree)
    for layer in reversed(layers[:-1]):
        tree = merger.merge(Blueprint, tree, _heritage(layer.tree, own=layer is layers[0]), "")
    origin = Origin(tree, files)
    text = _written(layers, tree)
    problems = [Problem(*origin.at(line), path, message) for line, path, message in merger.problems]
    if len(text.encode()) > LARGEST:
        problems.append(Problem(files[0], 0, "extends", f"连同上级表样超过 {LARGEST // 1_000_000} MB，请精简"))
    if words(tree) > MOST:
        problems.append(Problem(files[0], 0, "extends", f"连同上级表样{TOO_MANY}"))
    if problems:
        raise BlueprintError(problems)
    return text, origin


def _heritage(tree: Marked, *, own: bool = False) -> Marked:
    """The tree without what concerns its own file only."""
    if not isinstance(tree, Mapping):
        return tree
    gone = {"extends"} if own else {"extends", OWN}
    kept = {name: node for name, node in tree.values.items() if name not in gone}
    return Mapping(tree.line, kept, {name: tree.lines[name] for name in kept})


def _written(layers: Items[Layer], tree: Marked) -> str:
    said = [f"# 本文由 {layers[0].form} 与上级表样合成，可单独使用。本表 SHA-256 {layers[0].digest}\n"]
    said += [f"# 上级表样 {layer.form} SHA-256 {layer.digest}\n" for layer in layers[1:]]
    return "".join(said) + yaml.safe_dump(_plain(tree), allow_unicode=True, sort_keys=False, width=120)


def _plain(node: Marked) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {name: _plain(child) for name, child in node.values.items()}
    return [_plain(child) for child in node.items]
