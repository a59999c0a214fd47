"""对照: what the form of a filing prints, and the rows of a report laid against it."""

from __future__ import annotations

from functools import lru_cache

from blueprints.kept import parsed
from blueprints.schema import Blueprint
from composing.compose import compose
from documents.text import anchor
from factbook.book import FactBook
from filings.models import Filing
from filings.related_lint import found
from filings.snapshot import blueprint_of, live_book
from intake.annexes import Own, annexed_forms, head_of, without_annexes
from intake.form import FormRow, form_of
from intake.probe import probe_of
from intake.read import read
from intake.reading import Reading
from intake.rows import PaperRow
from scoring.engine import score


def reading_in(filing: Filing, form: tuple[FormRow, ...], rows: tuple[PaperRow, ...]) -> Reading:
    """What the rows of one report say about the filing's facts."""
    blueprint = blueprint_of(filing)
    book = live_book(filing, blueprint)
    return read(blueprint, form, rows, anchors_of(blueprint, book))


def form_rows(filing: Filing) -> tuple[FormRow, ...]:
    """What the filing's form prints, row by row."""
    return _form_rows(filing.blueprint.text, filing.form)


def own_rows(filing: Filing, rows: tuple[PaperRow, ...]) -> Own:
    """The rows of a file without the papers of the unit's projects that the form prints behind its own pages."""
    others = filter(None, map(found, annexed_forms(blueprint_of(filing))))
    heads = [head for other in others if (head := head_of(_rows_of(other)))]
    return without_annexes(form_rows(filing), heads, rows)


@lru_cache(maxsize=32)
def _form_rows(text: str, name: str) -> tuple[FormRow, ...]:
    return _rows_of(parsed(text, name))


def _rows_of(form: Blueprint) -> tuple[FormRow, ...]:
    probe = probe_of(form)
    return form_of(probe, compose(probe.blueprint, probe.book, score(probe.blueprint, probe.book)))


def anchors_of(blueprint: Blueprint, book: FactBook) -> dict[str, str]:
    """Anchor → path of every cell of a row that the book has now."""
    tables = {"indicators": [row.uid for row in book.indicators]}
    tables |= {key: [row.uid for row in rows] for key, rows in book.lists.items()}
    paths = [
        f"{'indicators' if key == 'indicators' else f'list.{key}'}.{uid}.{column.field}"
        for key, uids in tables.items()
        for uid in uids
        for column in getattr(blueprint.table(key), "columns", ())
    ]
    return {anchor(path): path for path in paths}
