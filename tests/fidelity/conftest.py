"""演示填报的内容: every demo filing as pure values, loaded once for this folder and rolled back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction

from blueprints.catalogue import catalogue
from composing.compose import compose
from documents.tree import Document
from documents.writers import WRITERS
from filings.snapshot import Case, live_case
from scoring.engine import score
from selfeval.demo.journey import walk
from selfeval.demo.load import demo_files
from selfeval.demo.masters import load_masters
from tests.fidelity.extracting import extracted
from tests.fidelity.papers import Paper

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def cases(django_db_setup, django_db_blocker) -> dict[tuple[str, str], Case]:
    """Cases by form and project code (or unit code); how far a filing has gone makes no difference to its facts."""
    found = {}
    with django_db_blocker.unblock(), transaction.atomic():
        for data in demo_files(Path(settings.BASE_DIR) / "fixtures" / "demo"):
            town = load_masters(data, today=NOW.date())
            for row in data["filings"]:
                whose = row["form"], row.get("project") or row["department"]
                found[whose] = live_case(walk({**row, "state": "draft"}, town=town, now=NOW))
        transaction.set_rollback(True)
    return found


@pytest.fixture(scope="session")
def document_of(cases):
    def made(paper: Paper) -> Document:
        case = cases[paper.facts or paper.form, paper.project]
        form = catalogue().get(paper.form)
        rows = tuple(replace(row, **paper.as_filed.get(row.name, {})) for row in case.book.indicators)
        book = replace(case.book, indicators=rows)
        return compose(form, book, score(form, book))

    return made


@pytest.fixture(scope="session")
def printed(document_of):
    """The text of a paper's file, drawn once per format."""
    kept: dict[tuple[str, str, str], str] = {}

    def text(paper: Paper, kind: str) -> str:
        key = (paper.form, paper.project, kind)
        if key not in kept:
            kept[key] = extracted(kind, WRITERS[kind](document_of(paper)))
        return kept[key]

    return text
