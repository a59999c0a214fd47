"""标签与数字的忠实度: labels and figures of the public papers stand in DOCX, PDF and XLSX, in the order of the papers."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest

from documents.tree import Cell, Document, Number, Row, Table
from documents.writers import WRITERS
from tests.fidelity.extracting import extracted
from tests.fidelity.papers import Paper, fraction, missing, papers

pytestmark = pytest.mark.django_db  # makes the test database; the facts are loaded once, by conftest

PAPERS = papers()
SUINING = [p for p in PAPERS if p.form in {"510904/2024/project-table", "510904/2024/special-table"}]
KINDS = tuple(WRITERS)


def named(value) -> str:
    return f"{value.form}-{value.project}" if isinstance(value, Paper) else str(value)


def test_all_papers_are_here():
    counts = Counter(paper.form for paper in PAPERS)
    assert counts["140700/2020/project-table"] == 1
    assert counts["510403/2022/project-report"] == 2
    assert counts["510411/2023/project-report"] == 9
    assert counts["510904/2024/project-table"] == 6
    assert counts["510904/2024/special-report"] == counts["510904/2024/special-table"] == 2
    assert all(paper.cells > 20 for paper in PAPERS)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_every_label_and_figure_stands_in_its_place(paper, kind, printed, record_property):
    text = printed(paper, kind)
    found = fraction(paper, text)
    record_property("fidelity", f"{paper.form} {paper.project} {kind}: {found:.2%} of {paper.cells} cells")
    assert missing(paper, text) == []
    assert found == 1


@pytest.mark.parametrize("paper", SUINING, ids=named)
def test_the_eight_tables_add_up_to_a_hundred(paper, cases):
    sheet = cases[paper.facts or paper.form, paper.project].sheet
    assert (sheet.self_total, sheet.of_total) == (Decimal(100), Decimal(100))


def test_the_table_of_jinzhong_has_its_score_and_grade(cases):
    sheet = cases["140700/2020/project-table", "077-2020-01"].sheet
    assert (sheet.self_total, sheet.of_total, sheet.grade) == (Decimal("99.80"), Decimal(100), "优")


# Negative controls: what the checks above are worth.


def changed(document: Document, change) -> Document:
    """The document with `change` applied to every table cell."""

    def row(old: Row) -> Row:
        return replace(old, cells=tuple(map(change, old.cells)))

    def block(old):
        return replace(old, rows=tuple(map(row, old.rows))) if isinstance(old, Table) else old

    return replace(document, parts=tuple(replace(p, blocks=tuple(map(block, p.blocks))) for p in document.parts))


@pytest.mark.parametrize("kind", KINDS)
def test_a_removed_label_is_noticed(kind, document_of):
    def without(cell: Cell) -> Cell:
        is_it = cell.content.text == "财政专户管理资金"
        return replace(cell, content=replace(cell.content, text="")) if is_it else cell

    text = extracted(kind, WRITERS[kind](changed(document_of(SUINING[0]), without)))
    assert missing(SUINING[0], text) == ["财政专户管理资金 | 0.00 | 0.00 | 0.00 | 0.00% | / | /"]
    assert fraction(SUINING[0], text) < 1


@pytest.mark.parametrize("kind", KINDS)
def test_swapped_figures_are_noticed(kind, document_of):
    """年初预算 and 调整后预算数 of one line change places."""
    document = document_of(SUINING[0])
    other = {"funds.initial.fiscal": "funds.adjusted.fiscal", "funds.adjusted.fiscal": "funds.initial.fiscal"}
    figures: dict[str, Number] = {}
    changed(document, lambda cell: figures.setdefault(cell.key, cell.content) and cell)

    def swapped(cell: Cell) -> Cell:
        return replace(cell, content=figures[other[cell.key]]) if cell.key in other else cell

    text = extracted(kind, WRITERS[kind](changed(document, swapped)))
    assert missing(SUINING[0], text) == ["其中：财政资金 | 3.75 | 3.88 | 3.88 | 100.00% | / | /"]


@pytest.mark.parametrize("kind", KINDS)
def test_rows_in_another_order_are_noticed(kind, document_of):
    """成本指标 before 满意度指标: every row is there, one of them in the wrong place."""
    document = document_of(SUINING[0])
    part = document.parts[0]
    blocks = list(part.blocks)
    at = next(n for n, block in enumerate(blocks) if isinstance(block, Table))
    rows = list(blocks[at].rows)
    first = next(n for n, row in enumerate(rows) if row.cells[0].content.text == "满意度指标")
    rows[first : first + 2] = reversed(rows[first : first + 2])
    blocks[at] = replace(blocks[at], rows=tuple(rows))
    text = extracted(kind, WRITERS[kind](replace(document, parts=(replace(part, blocks=tuple(blocks)),))))
    assert missing(SUINING[0], text)


def test_another_projects_paper_does_not_match(printed):
    assert fraction(SUINING[1], printed(SUINING[0], "docx")) < 0.9
