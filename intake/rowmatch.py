"""认行: which row of the book a row of a file is, by its anchor, else by what it is called; the rest are new."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
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
    for is_it in (_anchored, *(_named(names) for names in _keys(blueprint, table)), _as_said):
        for number, row in enumerate(found):
            match = next((one for one in left.values() if number not in taken and is_it(one, row)), None)
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
    for number, texts in unknown.items():
        group = _class(texts.get)
        same = [row for row in left if _class(row.raw) == group]
        others = [one for one in unknown.values() if _class(one.get) == group]
        if len(same) == len(others) == 1 and _is_alike(same[0].raw(name), texts.get(name, "")):
            yield number, same[0]


def _is_alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, squeezed(one), squeezed(other)).ratio() >= _HALF


def _class(raw: Callable[[str], str | None]) -> str:
    """二级指标 of a row, else its 一级指标; rows of other tables are of one class."""
    return squeezed(raw("level2") or raw("level1") or "")


def _anchored(row: Row, found: FoundRow) -> bool:
    return row.uid == found.uid


def _as_said(row: Row, found: FoundRow) -> bool:
    """Is it the row of a sentence that runs name and target together?"""
    return bool(found.doubt) and said(row) == squeezed("".join(found.texts.get(name, "") for name in _SAID))


def texts_for(row: Row | None, found: FoundRow) -> dict[str, str]:
    """What the file says of the row; where a sentence says the same words, the stored parting of name and target is right."""
    as_said = row is not None and _as_said(row, found)
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


def _named(names: tuple[str, ...]) -> Callable[[Row, FoundRow], bool]:
    return lambda row, found: _alike(row, found.texts, names)


def _alike(row: Row, texts: Mapping[str, str], names: tuple[str, ...]) -> bool:
    told = [name for name in names if texts.get(name, "").strip()]
    return bool(told) and all(squeezed(row.raw(name)) == squeezed(texts[name]) for name in told)
