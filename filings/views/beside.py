"""旁注: what stands beside the inputs of a section: last year's words still to be changed, last year's figures to compare with."""

from __future__ import annotations

from collections.abc import Iterator

from blueprints.schema import Section
from entry.asks import NUMERIC, asks_of
from entry.forms import Beside
from factbook.book import FactBook
from filings.carried import carried_texts
from filings.importing.previous import previous
from filings.models import Filing
from filings.snapshot import Case
from values.money import MoneyUnit, print_money


def beside(filing: Filing, case: Case, section: Section) -> Beside:
    """Marks and last year's figures of one section."""
    marks = {one.path: one.mark for one in carried_texts(filing, case.blueprint, case.book)}
    figures = [ask.path for ask in asks_of(case.blueprint, section, {}) if ask.kind in NUMERIC]
    last = previous(filing, case.blueprint) if figures else None
    return Beside(marks, dict(_priors(case, last.book, figures)) if last else {})


def _priors(case: Case, book: FactBook, paths: list[str]) -> Iterator[tuple[str, str]]:
    """Figures as this form prints them: last year's may have been typed in another unit."""
    style = case.blueprint.print
    for path in paths:
        text = book.raw(path)
        match path.split("."):
            case ["funds", stage, source]:
                yuan = book.fund(stage, source)
                text = text if yuan is None else print_money(yuan, MoneyUnit(style.unit), decimals=style.decimals)
        if text.strip():
            yield path, text
