"""分节表单: a Django form for one section, drawn by crispy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout
from django import forms

from blueprints.schema import (
    Blueprint,
    Entry,
    FieldEntry,
    FiguresTable,
    FundsTable,
    RecordsTable,
    ScoresEntry,
    Section,
    TableEntry,
)
from entry.asks import Ask, Rows, asks_of, filed_figures, records_asks, records_tables
from entry.fields import FactField
from entry.grids import computed_beside, rows_on_page, uids_in
from entry.layout import PATTERN, FiguresGrid, FundsGrid, RecordsGrid, ScoresGrid
from entry.notes import Note, note_for
from factbook.book import FactBook
from factbook.bound import BoundFacts, Reading
from scoring.sheet import ScoreSheet
from values.money import MoneyUnit
from values.tokens import has_tokens


@dataclass(frozen=True, slots=True)
class Beside:
    """旁注 by path: `marks` of texts that are to be seen to (沿用待改), `priors` what stood there last year."""

    marks: Mapping[str, str]
    priors: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """本节的底稿: all a section's page is a function of.

    `rows` are the rows on the page per records table; `typed` overrides stored texts (a refused save shown again).
    """

    blueprint: Blueprint
    section: Section
    book: FactBook
    scores: ScoreSheet
    rows: Rows
    typed: Mapping[str, str]
    facts: BoundFacts = field(default_factory=lambda: BoundFacts(()))
    beside: Beside = field(default_factory=lambda: Beside({}, {}))

    def text(self, path: str) -> str:
        """What stands in the input."""
        return self.typed.get(path, self.book.raw(path))

    @property
    def unit(self) -> MoneyUnit:
        """金额单位 of the form."""
        return MoneyUnit(self.blueprint.print.unit)

    def asks(self) -> list[Ask]:
        """Every input on the page."""
        return list(asks_of(self.blueprint, self.section, self.rows))

    def patterns(self) -> list[Ask]:
        """Inputs of the empty rows that scripts copy."""
        tables = records_tables(self.blueprint, self.section)
        return [ask for table in tables for ask in records_asks(self.blueprint, table, [PATTERN])]

    def printed(self, ask: Ask) -> list[str | Reading]:
        """The text of an ask with the facts it quotes put in; nothing when it quotes none."""
        text = self.text(ask.path)
        return self.facts.segments(text) if ask.quotes and has_tokens(text) else []

    def notes(self) -> dict[str, Note]:
        """识读说明 by path."""
        found = ((ask.path, note_for(ask, self.text(ask.path), self.unit)) for ask in self.asks())
        return {path: note for path, note in found if note}


def sheet_for(
    blueprint: Blueprint,
    section: Section,
    book: FactBook,
    scores: ScoreSheet,
    *,
    rows: Rows | None = None,
    typed: Mapping[str, str] | None = None,
    facts: BoundFacts | None = None,
    beside: Beside | None = None,
) -> Sheet:
    """底稿 with the stored rows unless others were on the page; `facts` its texts may quote; notes `beside` the inputs."""
    shown = rows_on_page(records_tables(blueprint, section), book) | dict(rows or {})
    return Sheet(
        blueprint, section, book, scores, shown, typed or {}, facts or BoundFacts(()), beside or Beside({}, {})
    )


class SectionForm(forms.Form):
    """分节表单: one tolerant field per ask, laid out entry by entry. Its texts are taken in by `entry.parse`."""

    def __init__(self, sheet: Sheet) -> None:
        """Make the fields and the layout."""
        super().__init__(auto_id="%s")
        notes = sheet.notes()
        for ask in [*sheet.asks(), *sheet.patterns()]:
            made = FactField(ask, sheet.text(ask.path), notes.get(ask.path), sheet.printed(ask))
            made.mark, made.prior = sheet.beside.marks.get(ask.path, ""), sheet.beside.priors.get(ask.path, "")
            self.fields[ask.path] = made
        self.use_required_attribute = False
        self.helper = FormHelper()
        self.helper.form_tag = False  # the page's own form also holds the version and the row buttons
        self.helper.disable_csrf = True
        self.helper.layout = Layout(*(_laid_out(sheet, entry) for entry in sheet.section.entries))


def _laid_out(sheet: Sheet, entry: Entry) -> object:
    match entry:
        case FieldEntry():
            return Field(entry.path, template="entry/field.html")
        case ScoresEntry():
            return ScoresGrid(sheet.blueprint, entry, sheet.scores, sheet.book)
        case TableEntry():
            return _table(sheet, entry)


def _table(sheet: Sheet, entry: TableEntry) -> object:
    table = sheet.blueprint.table(entry.table)
    if isinstance(table, FundsTable):
        figures = [ask.path for ask in filed_figures(sheet.blueprint)]
        return FundsGrid(table, sheet.book, sheet.unit, figures)
    if isinstance(table, FiguresTable):
        beside = computed_beside(sheet.blueprint, sheet.book)
        return FiguresGrid(table, sheet.unit, beside, heading=sheet.section.title)
    if isinstance(table, RecordsTable):
        uids = sheet.rows[table.key]
        stored = set(uids_in(sheet.book, table.key))
        before = [uid for uid in uids if uid in stored]
        return RecordsGrid(sheet.blueprint, table, uids, before, sheet.scores, heading=sheet.section.title)
    raise LookupError(f"表样 {sheet.blueprint.id} 没有表格 {entry.table}")
