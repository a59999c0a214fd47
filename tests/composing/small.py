"""小表样: a form built by hand, for one row kind at a time."""

from __future__ import annotations

from dataclasses import replace

from blueprints.printing import GridNode, PartDef
from blueprints.schema import Blueprint
from composing.grid import table_of
from composing.inputs import Inputs
from composing.lint import empty_book, empty_sheet
from factbook.book import FactBook, IndicatorFact
from scoring.sheet import ScoreSheet
from tests.composing.samples import SUINING, form


def blueprint(**changes) -> Blueprint:
    return replace(form(SUINING), **changes)


def inputs(book: FactBook | None = None, sheet: ScoreSheet | None = None, **changes) -> Inputs:
    made = blueprint(**changes)
    return Inputs(made, book or empty_book(made), sheet or empty_sheet())


def grid(given: Inputs, *rows, columns: int = 12):
    return table_of(given, GridNode(columns, rows))


def texts(table) -> list[list[str]]:
    return [[cell.content.text for cell in row.cells] for row in table.rows]


def with_grid(*rows, columns: int = 12) -> Blueprint:
    return blueprint(parts=(PartDef("甲", (GridNode(columns, rows),)),))


def book_of(*indicators: IndicatorFact, **facts) -> FactBook:
    return replace(empty_book(blueprint()), indicators=indicators, **facts)
