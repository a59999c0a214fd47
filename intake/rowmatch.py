"""认行: which row of the book a row of a file is, by its anchor, else by what it is called; the rest are new."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from typing import Final

from blueprints.schema import Blueprint, RecordsTable
from factbook.book import FactBook, IndicatorFact, ListRow
from factbook.paths import INDICATORS
from intake.pattern import squeezed
from intake.reading import FoundRow

Row = IndicatorFact | ListRow
_NAMES = ("level2", "name")
_HALF: Final = 0.5  # signs in common: 年金做实人数 and 做实职业年金人数
_SAID = ("level2", "name", "target")  # run together in sentences


def stored_rows(book: FactBook, table: str) -> Sequence[Row]:
    """Rows of a table in the book."""
    return book.indicators if table == INDICATORS else book.lists.get(table, ())


def matched(
    blueprint: Blueprint, book: FactBook, table: str, found: Sequence[FoundRow], *, renames: bool
) -> list[Row | None]:
    """For every row found the stored one it is, None for a new one; each stored row is taken once, surest names first.

    With `renames` the only row left over in its class is the only one found there that nobody knows, if it is called alike.
    """
    left = {row.uid: row for row in stored_rows(book, table)}
    taken: dict[int, Row] = {}
    named: list[_Way] = [partial(_named, names) for names in _keys(blueprint, table)]
    for asked in (_anchored, *named, _as_said):
        shelves: dict[tuple[str, ...], _Shelf] = {}
        for number, row in enumerate(found):
            if number in taken or (wanted := asked(row)) is None:
                continue
            if wanted.fields not in shelves:
                shelves[wanted.fields] = _Shelf(left, wanted.reads)
            match = shelves[wanted.fields].first(wanted.key)
            if match:
                taken[number] = left.pop(match.uid)
    if renames:
        *_, (name, *_rest) = _keys(blueprint, table)
        unknown = {number: row.texts for number, row in enumerate(found) if number not in taken}
        taken |= dict(_renamed(name, list(left.values()), unknown))
    return [taken.get(number) for number in range(len(found))]


def is_renamed(blueprint: Blueprint, row: Row | None, found: FoundRow) -> bool:
    """Was the row taken for the stored one only because each was the last of its class?"""
    *_, (name, *_rest) = _keys(blueprint, found.table)
    if row is None or row.uid == found.uid or found.doubt:
        return False
    return squeezed(row.raw(name)) != squeezed(found.texts.get(name, ""))


def _renamed(name: str, left: Sequence[Row], unknown: Mapping[int, Mapping[str, str]]) -> Iterator[tuple[int, Row]]:
    """Pairs of what is left over alone in a class on both sides and is called alike."""
    same: dict[str, list[Row]] = {}
    for row in left:
        same.setdefault(_class(row.raw), []).append(row)
    groups = {number: _class(texts.get) for number, texts in unknown.items()}
    others = Counter(groups.values())
    for number, group in groups.items():
        alone = others[group] == len(same.get(group, ())) == 1
        if alone and _is_alike(same[group][0].raw(name), unknown[number].get(name, "")):
            yield number, same[group][0]


def _is_alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, squeezed(one), squeezed(other)).ratio() >= _HALF


def _class(raw: Callable[[str], str | None]) -> str:
    """二级指标 of a row, else its 一级指标; rows of other tables are of one class."""
    return squeezed(raw("level2") or raw("level1") or "")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a row found is looked for by: `reads` gives of a stored row what must be `key`; `fields` says which reading that is."""

    fields: tuple[str, ...]
    reads: Callable[[Row], Hashable]
    key: Hashable


_Way = Callable[[FoundRow], "_Wanted | None"]


class _Shelf:
    """Stored rows by what is read of them, in order: a file may hold thousands of rows, and none is compared with each."""

    def __init__(self, left: Mapping[str, Row], reads: Callable[[Row], Hashable]) -> None:
        self.left = left
        self.rows: dict[Hashable, deque[Row]] = {}
        for row in left.values():
            self.rows.setdefault(reads(row), deque()).append(row)

    def first(self, key: Hashable) -> Row | None:
        """The first that nobody has taken."""
        rows = self.rows.get(key, deque())
        while rows and rows[0].uid not in self.left:
            rows.popleft()
        return rows[0] if rows else None


def _anchored(found: FoundRow) -> _Wanted:
    return _Wanted(("uid",), lambda row: row.uid, found.uid)


def _as_said(found: FoundRow) -> _Wanted | None:
    """The row of a sentence that runs name and target together."""
    return _Wanted(_SAID, said, _told_as_said(found)) if found.doubt else None


def _told_as_said(found: FoundRow) -> str:
    return squeezed("".join(found.texts.get(name, "") for name in _SAID))


def texts_for(row: Row | None, found: FoundRow) -> dict[str, str]:
    """What the file says of the row; where a sentence says the same words, the stored parting of name and target is right."""
    as_said = row is not None and bool(found.doubt) and said(row) == _told_as_said(found)
    return {name: text for name, text in found.texts.items() if not (as_said and name in _SAID)}


def said(row: Row) -> str:
    """Class, name and target of a row as a sentence says them."""
    return squeezed("".join(row.raw(name) for name in _SAID))


def _keys(blueprint: Blueprint, table: str) -> Iterator[tuple[str, ...]]:
    """By which fields rows are told apart: all of them, then their names."""
    defined = blueprint.table(table)
    fields = tuple(c.field for c in defined.columns) if isinstance(defined, RecordsTable) else ()
    yield fields
    if table == INDICATORS:
        yield tuple(name for name in _NAMES if name in fields)
        yield ("name",)
    elif fields:
        yield fields[:1]


def _named(names: tuple[str, ...], found: FoundRow) -> _Wanted | None:
    """The row with the same words in all of these fields that the file fills in."""
    told = tuple(name for name in names if found.texts.get(name, "").strip())
    key = tuple(squeezed(found.texts[name]) for name in told)
    return _Wanted(told, lambda row: tuple(squeezed(row.raw(name)) for name in told), key) if told else None
