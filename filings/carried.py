"""沿用待改: which of last year's words still stand as they were taken over; a filing does not leave the unit with them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from blueprints.schema import Blueprint
from crosschecks.finding import Place
from factbook.book import FactBook
from factbook.labels import label_of
from filings.models import CarriedText, Filing
from filings.refused import Problem
from filings.snapshot import Case
from intake.lastyear import old_years

_NAMED = 6


@dataclass(frozen=True, slots=True)
class Carried:
    """沿用待改的一处."""

    path: str
    label: str
    text: str
    source: str
    years: tuple[str, ...]

    @property
    def mark(self) -> str:
        """What stands beside the field."""
        years = f"，文中写有{'、'.join(self.years)}" if self.years else ""
        return f"沿用待改{years}"


def digest_of(text: str) -> str:
    """Digest of a text as it was taken over."""
    return hashlib.sha256(text.encode()).hexdigest()


def carried_texts(filing: Filing, blueprint: Blueprint, book: FactBook) -> list[Carried]:
    """Texts of this form that still read as last year and that nobody has gone over, in the form's order. One query."""
    rows = {row.path: row for row in CarriedText.objects.filter(subject=filing.subject_id, settled_at=None)}
    asked = [entry.path for section in blueprint.sections for entry in section.entries if hasattr(entry, "path")]
    found = []
    for path in (path for path in asked if path in rows):
        text = book.raw(path)
        if digest_of(text) == rows[path].digest:
            label = label_of(blueprint, book, path)
            found.append(Carried(path, label, text, rows[path].source, old_years(text, book.year)))
    return found


def carried_gate(filing: Filing, case: Case, note: str) -> list[Problem]:
    """One problem that names what is still last year's."""
    del note
    left = carried_texts(filing, case.blueprint, case.book)
    if not left:
        return []
    names = "、".join(f"“{one.label}”" for one in left[:_NAMED]) + (f"等 {len(left)} 处" if len(left) > _NAMED else "")
    message = f"{names}沿用上年文字，还没有改过或核对。请修改，或在填报首页“沿用待改”里核对后确认仍然适用"
    return [Problem(message, tuple(Place(one.path, one.label) for one in left))]
