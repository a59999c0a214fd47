"""往返: what a form prints is read back as it was, from Word and Excel, with anchors and without, for every form there is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from blueprints.catalogue import catalogue
from composing.lint import empty_book
from documents.charts import described
from documents.tree import Chart, Cover, Line, PageBreak, SignBlock, Table, Title
from filings.sampling import sample_facts
from tests.intake import papers

FORMS = sorted(form.id for form in catalogue().all())
KINDS = ["docx", "xlsx"]
# What a paper cannot tell, because the form does not print it.
UNPRINTED = {
    # Two tables hold one class each: an indicator of a strange class stands in neither.
    "430682/2022/department-report": 2,
}
# In a form that prints indicators only in sentences, a row without 二级指标 reads as one of the group before it.
SAID = {"510403/2022/project-report"}

# Its sentences are reckoned from figures of which many stand nowhere by themselves (what 减少414.08万元 was before): all that
# the paper tells is read, as the checks before show, but a paper alone does not give the figures back.
RECKONED = {"510904/2024/accounts-statement"}


def sample(form):
    """Sample facts; how many projects there are is left to the system, as their papers are at hand."""
    own = papers.blueprint(form)
    book = sample_facts(own)
    counted = {
        f"figure.{d.key}" for d in own.derived if d.filed and any(p.startswith("projects.") for p in d.value.paths)
    }
    statements = {path: text for path, text in book.statements.items() if path not in counted}
    lists = {key: rows for key, rows in book.lists.items() if key != "indicators"}
    return replace(book, statements=statements, lists=lists)


def blank(book, form):
    """What a paper does not hold: who it is about, and the papers of its projects."""
    return replace(empty_book(form), identity=book.identity, parameters=book.parameters, related=book.related)


def texts(document):
    """Every text of a document, place by place."""
    found = []
    for block in (block for part in document.parts for block in part.blocks):
        match block:
            case Table():
                found += [cell.content.text.strip() for row in block.rows for cell in row.cells]
            case Cover():
                found += [line.label + line.value for group in block.groups for line in group]
            case SignBlock():
                found += [line.label + line.value for row in block.rows for line in row]
            case Line():
                found += block.parts
            case Title():
                found += [block.text, block.subtitle]
            case Chart():
                found.append(described(block))
            case PageBreak():
                pass
            case _:
                found.append(block.text)
    return found


def check(form, book, paper, *, unprinted=0):
    own = papers.blueprint(form)
    same = papers.proposal_of(form, paper, book=book)
    assert [(item.path, item.current, item.found) for item in same.items] == []
    assert [row.texts for row in same.rows if not row.removal and form not in SAID] == []
    assert [row.ticked for row in same.rows if row.removal] == [False] * unprinted
    assert (same.told, same.missing) == ((), ())
    assert same.strays == ()
    nobody = blank(book, own)
    fresh = papers.proposal_of(form, paper, book=nobody)
    got = papers.drawn(own, papers.taken_in(form, fresh, nobody))
    if form not in RECKONED:
        assert texts(got) == texts(papers.drawn(own, book))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", FORMS)
def test_sample_facts(form, kind, tmp_path):
    book = sample(form)
    paper = papers.written(papers.drawn(papers.blueprint(form), book), kind, tmp_path)
    for one in (paper, papers.stripped(paper)):
        check(form, book, one, unprinted=UNPRINTED.get(form, 0))


@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS)
def test_demo_facts(kind, cases, tmp_path):
    for (form, _), case in cases.items():
        paper = papers.written(papers.drawn(case.blueprint, case.book), kind, tmp_path)
        for one in (paper, papers.stripped(paper)):
            check(form, case.book, one)


def test_a_lost_cell_is_seen(tmp_path):
    """Negative control: the same check refuses a paper in which one figure was altered, and one that lacks a paragraph."""
    form = "510904/2024/project-table"
    book = sample(form)
    paper = papers.written(papers.drawn(papers.blueprint(form), book), "docx", tmp_path)
    table = next(block for block in paper.blocks if hasattr(block, "cells"))
    cells = [replace(cell, text="7.77") if cell.text == "1.00" else cell for cell in table.cells]
    altered = replace(paper, blocks=tuple(replace(b, cells=tuple(cells)) if b is table else b for b in paper.blocks))
    with pytest.raises(AssertionError):
        check(form, book, altered)
    with pytest.raises(AssertionError):
        check(form, book, replace(paper, blocks=paper.blocks[:1]))
