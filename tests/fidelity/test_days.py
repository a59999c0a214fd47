"""日期: no form of ours prints a day as 2025-03-05, on any of its three papers, unless its original does."""

from __future__ import annotations

import re

import pytest

from blueprints.catalogue import catalogue
from documents.writers import WRITERS
from filings.sampling import sample_paper
from tests.fidelity.extracting import extracted

AS_KEPT = re.compile(r"\d{4}-\d{2}-\d{2}")
FORMS = sorted(form.id for form in catalogue().all())
OF_THE_ORIGINAL = "140700/2020/project-table"  # its public papers print 2021-07-05
NATIONAL = "000000/2024/project-framework"


def words_of(form_id: str, kind: str) -> str:
    return extracted(kind, WRITERS[kind](sample_paper(catalogue().get(form_id))))


@pytest.mark.parametrize("form_id", FORMS)
def test_days_are_printed_as_official_papers_print_them(form_id):
    assert bool(AS_KEPT.search(words_of(form_id, "docx"))) == (form_id == OF_THE_ORIGINAL)


@pytest.mark.parametrize("kind", ["docx", "pdf", "xlsx"])
def test_on_all_three_papers(kind):
    words = words_of(NATIONAL, kind)
    assert "填报日期：2025年3月5日" in words
    assert not AS_KEPT.search(words)
