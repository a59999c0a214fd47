"""来件: papers for the tests: a form composed and written and read again, and papers made by hand."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import docx

from blueprints.catalogue import catalogue
from blueprints.schema import Blueprint
from composing.bound import expanded
from composing.compose import compose
from composing.lint import empty_book
from documents.readers.paper import NOWHERE, Paper, PaperCell, PaperTable
from documents.readers.reading import read_paper
from documents.text import anchor
from documents.tree import Document
from documents.writers import WRITERS
from factbook.book import FactBook
from intake.annexes import Own, annexed_forms, head_of, without_annexes
from intake.applied import Edits, with_edits
from intake.form import FormRow, form_of
from intake.probe import probe_of
from intake.proposal import Origin, Proposal
from intake.propose import propose
from intake.read import read
from intake.reading import Reading
from intake.rows import rows_of
from scoring.engine import score


@cache
def form_rows(form: str) -> tuple[FormRow, ...]:
    probe = probe_of(blueprint(form))
    return form_of(probe, drawn(probe.blueprint, probe.book))


def blueprint(form: str) -> Blueprint:
    return catalogue().get(form)


def drawn(form: Blueprint, book: FactBook) -> Document:
    return compose(form, book, score(form, book))


def written(document: Document, kind: str, folder: Path) -> Paper:
    """The document as a file, read again."""
    path = folder / f"paper.{kind}"
    path.write_bytes(WRITERS[kind](document))
    return read_paper(path)


def saved(document, folder: Path) -> Paper:
    """A python-docx document as a file, read again."""
    path = folder / "foreign.docx"
    document.save(path)
    return read_paper(path)


def foreign(*blocks):
    """A Word file by hand: a text is a paragraph, a list of rows a table."""
    made = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            made.add_paragraph(block)
            continue
        table = made.add_table(rows=len(block), cols=max(map(len, block)))
        for number, row in enumerate(block):
            for column, text in enumerate(row):
                table.cell(number, column).text = text
    return made


def stripped(paper: Paper) -> Paper:
    """The same paper without any anchor, as another programme may save it."""
    return replace(paper, blocks=tuple(_stripped(block) for block in paper.blocks))


def _stripped(block):
    if isinstance(block, PaperTable):
        return replace(block, cells=tuple(replace(cell, spot=_unnamed(cell.spot)) for cell in block.cells))
    return replace(block, spot=_unnamed(block.spot))


def _unnamed(spot):
    return NOWHERE if spot == NOWHERE else replace(spot, key="")


def anchors_of(form: Blueprint, book: FactBook) -> dict[str, str]:
    """Anchor → path of the rows that a book has."""
    rows = [
        f"indicators.{row.uid}.{column.field}" for row in book.indicators for column in _columns(form, "indicators")
    ]
    rows += [
        f"list.{key}.{row.uid}.{c.field}" for key, own in book.lists.items() for row in own for c in _columns(form, key)
    ]
    return {anchor(path): path for path in rows}


def _columns(form: Blueprint, key: str):
    table = form.table(key)
    return table.columns if table else ()


def reading_of(form: str, paper: Paper, book: FactBook | None = None) -> Reading:
    own = blueprint(form)
    rows = own_rows(form, paper).rows
    return read(own, form_rows(form), rows, anchors_of(own, book or empty_book(own)))


def own_rows(form: str, paper: Paper) -> Own:
    heads = [head for other in annexed_forms(blueprint(form)) if (head := head_of(form_rows(other)))]
    return without_annexes(form_rows(form), heads, rows_of(paper))


def proposal_of(form: str, paper: Paper, *, book: FactBook | None = None, origin: Origin = Origin.FILLED) -> Proposal:
    own = blueprint(form)
    book = book or empty_book(own)
    printed, _ = expanded(own, book, score(own, book))  # a paper shows figures where the text holds their names
    return propose(own, book, reading_of(form, paper, book), origin, printed=printed)


def taken_in(form: str, proposal: Proposal, book: FactBook) -> FactBook:
    """The book with everything that the proposal has, doubtful or not."""
    rows: dict[str, list] = {}
    for row in (row for row in proposal.rows if not row.removal):
        rows.setdefault(row.table, []).append((row.uid or f"n{row.number}", row.texts))
    return with_edits(book, Edits({item.path: item.found for item in proposal.items}, rows))


def found(proposal: Proposal) -> dict[str, str]:
    return {item.path: item.found for item in proposal.items}


def rows(proposal: Proposal) -> list[dict[str, str]]:
    return [row.texts for row in proposal.rows]


def cell(text, column, row=0):
    return PaperCell(text, column, row)
