"""设想的事实簿: the book as it would be with what a file says, for comparing and for nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from factbook.book import FactBook, IndicatorFact, ListRow, SelfScore
from factbook.paths import INDICATORS
from values.money import parse_money

NO_TEXTS: Mapping[str, str] = {}


@dataclass(frozen=True)
class Edits:
    """改动: single facts by path, and the texts of rows by table and uid, new rows behind the others."""

    facts: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, Sequence[tuple[str, Mapping[str, str]]]] = field(default_factory=dict)


def with_edits(book: FactBook, edits: Edits) -> FactBook:
    """The book with the edits in it; the given one stays as it is."""
    funds, statements, scores = dict(book.funds), dict(book.statements), dict(book.scores)
    for path, text in edits.facts.items():
        match path.split("."):
            case ["funds", stage, source]:
                funds[stage, source] = parse_money(text, book.money_unit)
            case ["score", key, "self"]:
                scores[key] = SelfScore(text, scores.get(key, SelfScore()).reason)
            case ["score", key, "reason"]:
                scores[key] = SelfScore(scores.get(key, SelfScore()).raw, text)
            case _:
                statements[path] = text
    indicators, lists = list(book.indicators), {key: list(rows) for key, rows in book.lists.items()}
    for table, rows in edits.rows.items():
        for uid, texts in rows:
            if table == INDICATORS:
                _indicator(indicators, uid, texts)
            else:
                _list_row(lists.setdefault(table, []), uid, texts)
    kept = {key: tuple(rows) for key, rows in lists.items()}
    return replace(book, funds=funds, statements=statements, scores=scores, indicators=tuple(indicators), lists=kept)


def _indicator(rows: list[IndicatorFact], uid: str, texts: Mapping[str, str]) -> None:
    own = {name: text for name, text in texts.items() if not name.startswith("note_")}
    notes = {name: text for name, text in texts.items() if name.startswith("note_")}
    place = next((n for n, row in enumerate(rows) if row.uid == uid), None)
    if place is None:
        rows.append(IndicatorFact(uid=uid, notes=notes, **own))
    else:
        rows[place] = replace(rows[place], notes={**rows[place].notes, **notes}, **own)


def _list_row(rows: list[ListRow], uid: str, texts: Mapping[str, str]) -> None:
    place = next((n for n, row in enumerate(rows) if row.uid == uid), None)
    if place is None:
        rows.append(ListRow(uid, dict(texts)))
    else:
        rows[place] = ListRow(uid, {**rows[place].cells, **texts})
