"""图的忠实度: the six charts of the public accounts, with the data stored in them, against ours in each format.

The paper's third pie holds 0.9024 and 0.0976: another year's shares under this year's text. Ours shows the text's.
"""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml.ns import qn

from documents.tree import Chart, ChartKind
from documents.writers import WRITERS
from tests.documents.reading import squeezed
from tests.fidelity.extracting import extracted
from tests.fidelity.papers import papers

PAPER = next(paper for paper in papers() if paper.form == "510904/2024/accounts-statement")
YEARS = ("2024年", "2023年")
# Kind, names, and rows of figures as the paper's charts store them.
STORED = [
    (ChartKind.BAR, ("收入", "支出"), (("1313.50", "1313.50"), ("1727.58", "1727.58"))),
    (ChartKind.PIE, ("一般公共预算财政拨款收入",), ("1",)),
    (ChartKind.PIE, ("基本支出", "项目支出"), ("0.9874", "0.0126")),
    (ChartKind.BAR, ("收入", "支出"), (("1313.50", "1313.50"), ("1727.58", "1727.58"))),
    (ChartKind.BAR, ("一般公共预算财政拨款支出",), (("1313.50",), ("1727.58",))),
    (ChartKind.PIE, ("社会保障和就业支出", "卫生健康支出", "住房保障支出"), ("0.9566", "0.0156", "0.0278")),
]


pytestmark = pytest.mark.django_db  # makes the test database; the facts are loaded once, by conftest


@pytest.fixture(scope="module")
def document(document_of):
    return document_of(PAPER)


def charts(document) -> list[Chart]:
    return [block for part in document.parts for block in part.blocks if isinstance(block, Chart)]


def test_six_charts_with_the_papers_figures(document):
    drawn = charts(document)
    assert [(chart.kind, chart.categories) for chart in drawn] == [(kind, names) for kind, names, _ in STORED]
    for chart, (kind, _, stored) in zip(drawn, STORED, strict=True):
        if kind is ChartKind.PIE:
            assert tuple(f"{share.value.normalize():f}" for share in chart.shares) == stored
        else:
            assert tuple(series.name for series in chart.series) == YEARS
            assert tuple(tuple(value.text for value in series.values) for series in chart.series) == stored


@pytest.mark.parametrize("kind", ["pdf", "xlsx"])
def test_the_figures_are_text_in_the_file(document, kind):
    text = extracted(kind, WRITERS[kind](document))
    place = 0
    for chart in charts(document):
        words = [value.text for series in chart.series for value in series.values] if not chart.shares else []
        for word in (*chart.categories, *words):
            assert squeezed(word) in text[place:]
        place = text.index(squeezed(chart.title), place)


def test_the_figures_are_told_in_docx(document):
    body = docx.Document(io.BytesIO(WRITERS["docx"](document))).element.body
    told = [node.get("descr") for node in body.iter(qn("wp:docPr"))]
    assert len(told) == len(STORED)
    for text, (_, names, _) in zip(told, STORED, strict=True):
        assert all(name in text for name in names)
    assert "2023年收入1727.58万元" in told[0]
    assert "项目支出16.55万元，占1.26%" in told[2]
