"""各处的叫法: by what words each fact of a form may be found in a foreign file: its own labels first, then those of the field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from blueprints.concepts import is_identity
from blueprints.schema import Blueprint, FieldEntry, FundsTable, PointNode, RecordsTable
from factbook.labels import IDENTITY_LABELS, INDICATOR_LABELS
from factbook.paths import INDICATORS, row_of
from intake.form import FormRow, Kind
from intake.pattern import spoken
from intake.words import CLOSE, SHORTEST, SURE, bare, closeness, meanings
from values.vocabulary import SOURCE_LABELS, STAGE_LABELS, Source, Stage

Names = Mapping[str, tuple[str, ...]]
_LONGEST: Final = 60  # a longer text is no label


@dataclass(frozen=True, slots=True)
class Hit:
    """认出的标签: which key it names, and how surely."""

    key: str
    sure: float

    @property
    def is_sure(self) -> bool:
        """Is it the form's own word, or one known to mean the same?"""
        return self.sure >= SURE


class NameBook:
    """名录: finds the key whose names are nearest to a label, quickly for the many labels that name nothing."""

    def __init__(self, names: Names) -> None:
        self._words: dict[str, str] = {}
        self._meanings: dict[int, str] = {}
        for key, own in names.items():
            for word in filter(None, map(bare, own)):
                self._words.setdefault(word, key)
                for group in meanings(word):
                    self._meanings.setdefault(group, key)
        self._known: dict[str, Hit | None] = {}

    def hit(self, label: str) -> Hit | None:
        """The key that `label` names, None when none is near."""
        if len(label) > _LONGEST:
            return None
        if label not in self._known:
            self._known[label] = self._find(bare(label))
        return self._known[label]

    def without(self, key: str) -> None:
        """Forget a key: it has been found."""
        self._words = {word: other for word, other in self._words.items() if other != key}
        self._meanings = {group: other for group, other in self._meanings.items() if other != key}
        self._known = {label: hit for label, hit in self._known.items() if hit is None or hit.key != key}

    def _find(self, word: str) -> Hit | None:
        if not word:
            return None
        if word in self._words:
            return Hit(self._words[word], 1.0)
        same = next((self._meanings[group] for group in meanings(word) if group in self._meanings), None)
        if same is not None:
            return Hit(same, SURE)
        if len(word) < SHORTEST:
            return None
        sure, nearest = 0.0, ""
        signs = set(word)
        for other, key in self._words.items():
            if signs.isdisjoint(other) or abs(len(other) - len(word)) > len(word):
                continue
            if (found := closeness(word, other)) > sure:
                sure, nearest = found, key
        return Hit(nearest, sure) if sure >= CLOSE else None


def single_names(blueprint: Blueprint, form: Sequence[FormRow]) -> dict[str, tuple[str, ...]]:
    """Names of single facts: the label beside them on the form, the words before them in their cell, the words that ask for them."""
    found: dict[str, list[str]] = {}
    for row in form:
        if row.kind in {Kind.CELLS, Kind.TEXT} and row.clause is None:
            for path, name in _beside(row):
                found.setdefault(path, []).append(name)
    for section in blueprint.sections:
        for entry in section.entries:
            if isinstance(entry, FieldEntry):
                found.setdefault(entry.path, []).append(entry.label)
    for path in list(found):
        if is_identity(path):
            found[path].append(IDENTITY_LABELS.get(path, ""))
    return {path: tuple(dict.fromkeys(name for name in own if name)) for path, own in found.items() if not row_of(path)}


def _beside(row: FormRow) -> Iterator[tuple[str, str]]:
    label = ""
    for cell in row.cells:
        if cell.label and not cell.pattern.words.isdecimal():  # full marks beside 合计 are no label
            label = cell.pattern.words
        for literal, path in zip(cell.pattern.pieces[::2], cell.pattern.pieces[1::2], strict=False):
            own = spoken(literal).split("\t")[-1].strip()
            if path != "*" and not path.startswith("clauses."):
                yield path, own if len(own) > 1 else label


def prose_names(blueprint: Blueprint, form: Sequence[FormRow]) -> dict[str, tuple[str, ...]]:
    """Names of running texts: the heading right above or inside the line, else the label beside; the words that ask for them."""
    asked = {e.path: e for s in blueprint.sections for e in s.entries if isinstance(e, FieldEntry)}
    beside = single_names(blueprint, form)
    found = {path: beside[path] for path, entry in asked.items() if entry.widget == "prose"}
    above = ""
    for row in form:
        if row.kind is Kind.PROSE:
            path = row.pattern.paths[0]
            own = (row.pattern.label, above, asked[path].label if path in asked else "")
            found[path] = tuple(name for name in own if name)
            above = ""
        elif row.kind is Kind.WORDS:
            above = row.pattern.words if row.level else ""
    return found


def column_names(blueprint: Blueprint, form: Sequence[FormRow], table: RecordsTable) -> dict[str, tuple[str, ...]]:
    """Names of the columns of a table of records: the form's, as asked and as printed, then the field's usual ones."""
    found = {column.field: [column.label] for column in table.columns}
    for above, row in pairwise(form):
        if row.kind is Kind.RECORD and row.table == table.key and len(above.cells) == len(row.cells):
            for head, cell in zip(above.cells, row.cells, strict=True):
                for path in cell.pattern.paths:
                    found.setdefault(path.rpartition(".")[2], []).append(head.pattern.words)
    if table.key == INDICATORS:
        for field, own in found.items():
            own.append(INDICATOR_LABELS.get(field, ""))
    return {field: tuple(dict.fromkeys(name for name in own if name)) for field, own in found.items()}


def stage_names(table: FundsTable) -> dict[str, tuple[str, ...]]:
    """Names of the stages of a funds table."""
    return {s.stage: (s.label, STAGE_LABELS[Stage(s.stage)]) for s in table.stages}


def source_names(table: FundsTable) -> dict[str, tuple[str, ...]]:
    """Names of the sources of a funds table."""
    return {s.source: (s.label, SOURCE_LABELS[Source(s.source)]) for s in table.sources}


def leaf_names(blueprint: Blueprint) -> Iterator[tuple[PointNode, tuple[str, ...]]]:
    """Leaves of the points tree with the labels above them, nearest first."""
    for top in blueprint.points:
        yield from _leaves(top, ())


def _leaves(node: PointNode, above: tuple[str, ...]) -> Iterator[tuple[PointNode, tuple[str, ...]]]:
    if not node.children and not node.from_table:
        yield node, above
    for child in node.children:
        yield from _leaves(child, (node.label, *above))
