"""活数据: facts bound to places of a prose text, and the texts with their present values put in.

The values come from above (`composing.bound`, which knows how a form prints them); here is only what is done with them. Read
once: a value that looks like a token is printed as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, Literal

from blueprints.schema import Blueprint, RecordsTable
from factbook.book import FactBook, ListRow
from values.tokens import Token, code_of, filled_in, has_tokens, pieces, token_name, token_text

INDICATORS: Final = "indicators"
Columns = Mapping[str, frozenset[str]]
_PROSE_HEADS: Final = ("text.", "note.")


@dataclass(frozen=True, slots=True)
class BoundFact:
    """可引用的数据: a fact that a text may quote. `value` as the form prints it, '' while nobody filled it in.

    number: the figure in it without separators ('' for words), unit: what follows that figure on paper or beside it (万元,
    人, %), within `value` or not. group: under which heading it is offered.
    """

    path: str
    label: str
    group: str
    value: str
    number: str = ""
    unit: str = ""

    @property
    def code(self) -> str:
        """Code of its place."""
        return code_of(self.path)

    @property
    def token(self) -> str:
        """What is inserted into a text."""
        return token_text(self.label, self.path)


@dataclass(frozen=True, slots=True)
class Reading:
    """识得: what a token stands for. `text` is printed; `problem` says why it is no value, '' when it is one."""

    text: str
    problem: Literal["", "unknown", "several", "blank"] = ""
    fact: BoundFact | None = None


@dataclass(frozen=True)
class BoundFacts:
    """本表可引用的全部数据."""

    facts: tuple[BoundFact, ...]

    @cached_property
    def _by_code(self) -> dict[str, list[BoundFact]]:
        return _grouped((fact.code, fact) for fact in self.facts)

    @cached_property
    def _by_name(self) -> dict[str, list[BoundFact]]:
        return _grouped((token_name(fact.label), fact) for fact in self.facts)

    def read(self, token: Token) -> Reading:
        """What the token stands for in this form: by its code, else by its name."""
        name = token_name(token.name)
        found = self._by_code.get(token.code, []) if token.code else []
        if len(found) != 1:  # an unknown place, or two places that share a code: the name decides
            found = [fact for fact in found if token_name(fact.label) == name] or self._by_name.get(name, [])
        if not found:
            return Reading(f"〔活数据失效：{name}〕", "unknown")
        if len(found) > 1:
            return Reading(f"〔活数据不止一处：{name}〕", "several")
        (fact,) = found
        if not fact.value:
            return Reading(f"〔未填：{fact.label}〕", "blank", fact)
        return Reading(fact.value, "", fact)

    def expand(self, text: str) -> str:
        """`text` as it is printed."""
        return filled_in(text, lambda token: self.read(token).text)

    def segments(self, text: str) -> list[str | Reading]:
        """`text` as it is printed, the values apart from the words around them."""
        return [piece if isinstance(piece, str) else self.read(piece) for piece in pieces(text)]


def _grouped(pairs: Iterable[tuple[str, BoundFact]]) -> dict[str, list[BoundFact]]:
    groups: dict[str, list[BoundFact]] = {}
    for key, fact in pairs:
        groups.setdefault(key, []).append(fact)
    return groups


def is_prose(path: str) -> bool:
    """May the text at `path` quote facts? Statements, reasons and notes; never a figure, so that no value leans on itself."""
    match path.split("."):
        case ["score", _, "reason"] | ["indicators", _, "reason"]:
            return True
        case ["indicators", _, field]:
            return field.startswith("note_")
    return path.startswith(_PROSE_HEADS)


def prose_columns(blueprint: Blueprint) -> dict[str, frozenset[str]]:
    """Columns of prose of every list."""
    lists = [t for t in blueprint.tables if isinstance(t, RecordsTable) and t.key != INDICATORS]
    return {table.key: frozenset(c.field for c in table.columns if c.shape == "prose") for table in lists}


def prose(book: FactBook, columns: Columns) -> Iterator[tuple[str, str]]:
    """(path, text) of everything written that may quote facts; `columns` of the lists as `prose_columns` tells them."""
    yield from ((path, text) for path, text in book.statements.items() if is_prose(path))
    for row in book.indicators:
        yield from ((f"indicators.{row.uid}.{name}", row.raw(name)) for name in ("reason", *row.notes))
    yield from ((f"score.{key}.reason", entry.reason) for key, entry in book.scores.items())
    for table, names in columns.items():
        for item in book.lists.get(table, ()):
            yield from ((f"list.{table}.{item.uid}.{name}", item.raw(name)) for name in sorted(names))


def quotes_facts(book: FactBook, columns: Columns) -> bool:
    """Does any text hold a token?"""
    return any(has_tokens(text) for _, text in prose(book, columns))


def put_in(book: FactBook, columns: Columns, expand: Callable[[str], str]) -> FactBook:
    """The same book with every prose text expanded; everything else untouched."""

    def row(table: str, item: ListRow) -> ListRow:
        names = columns.get(table, frozenset())
        cells = {name: expand(text) if name in names else text for name, text in item.cells.items()}
        return replace(item, cells=cells)

    return replace(
        book,
        statements={path: expand(text) if is_prose(path) else text for path, text in book.statements.items()},
        indicators=tuple(
            replace(row, reason=expand(row.reason), notes=_each(row.notes, expand)) for row in book.indicators
        ),
        scores={key: replace(entry, reason=expand(entry.reason)) for key, entry in book.scores.items()},
        lists={table: tuple(row(table, item) for item in items) for table, items in book.lists.items()},
    )


def _each(texts: Mapping[str, str], expand: Callable[[str], str]) -> dict[str, str]:
    return {name: expand(text) for name, text in texts.items()}
