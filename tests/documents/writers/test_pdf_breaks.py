"""PDF 分页核对: a page ended too early by the estimate, and what is left without the check."""

from dataclasses import replace

import pytest

from documents import paginate
from documents.tree import Part
from documents.writers import pdf
from documents.writers.pdf import render_pdf
from tests.documents import reading, samples
from tests.documents.writers.test_pdf import long_form


def early(row: int):
    """An estimate that ends the first page above `row`, whatever the truth."""

    def expected(part: Part) -> Part:
        return replace(part, blocks=tuple(paginate.split(block, {row}) for block in part.blocks))

    return expected


@pytest.mark.parametrize("row", [2, 10, 30])
def test_a_page_is_not_ended_before_rows_that_fit(monkeypatch, row):
    right = reading.pdf_pages(render_pdf(long_form()))
    monkeypatch.setattr(pdf.pages, "expected", early(row))
    assert reading.pdf_pages(render_pdf(long_form())) == right


def test_without_the_check_a_page_is_left_with_its_heading(monkeypatch):
    """The negative control."""
    monkeypatch.setattr(pdf.pages, "expected", early(2))
    monkeypatch.setattr(pdf, "ends_too_early", lambda document, laid_out: False)
    first = reading.pdf_pages(render_pdf(long_form()))[0]
    assert first.count("项") == 3  # two in the head, one row


def test_a_right_estimate_is_laid_out_once(monkeypatch):
    passes = []
    lay_out = pdf._lay_out
    monkeypatch.setattr(pdf, "_lay_out", lambda document: passes.append(1) or lay_out(document))
    render_pdf(long_form())
    assert len(passes) == 1


def test_a_break_between_groups_is_left_alone():
    document = pdf.fitted(samples.jinzhong())
    laid_out = pdf._lay_out(document)
    assert not pdf.ends_too_early(document, laid_out)
