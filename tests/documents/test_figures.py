"""数字不拆行: figures get room, texts and full tables are left alone."""

from __future__ import annotations

import io

import pypdf
import pytest

from documents import measure
from documents.figures import widened
from documents.fitted import fitted
from documents.tree import Cell, Document, Part, Role, Row, Table, Text
from documents.writers import WRITERS
from tests.documents.samples import money

WIDTH, POINTS = 174.0, 9.0


def table(*texts, widths) -> Table:
    cells = tuple(Cell(n, Text(text) if isinstance(text, str) else text, Role.FIELD) for n, text in enumerate(texts))
    return Table(widths, (Row(cells),))


def widths_of(made: Table) -> list[float]:
    return measure.column_widths(made, WIDTH)


@pytest.mark.parametrize("figure", ["100%", "≥1200.50", "2024-12-31", money("1,234,567.89")])
def test_a_figure_gets_its_room_from_the_others(figure):
    before = table("说明", figure, "备注", widths=(60, 5, 35))
    left, middle, right = widths_of(widened(before, WIDTH, POINTS))
    assert middle > widths_of(before)[1]
    assert left / right == pytest.approx(60 / 35, rel=0.01)
    assert left + middle + right == pytest.approx(WIDTH)


@pytest.mark.parametrize(
    ("texts", "widths"),
    [
        (("说明", "100%", "备注"), (60, 10, 30)),  # fits
        (("说明", "百分之百", "备注"), (60, 3, 37)),  # a text goes on below
        (("说明", "51090424T000011111850", "备注"), (60, 5, 35)),  # a code
        (("123456789.00",) * 12, (1,) * 12),  # nothing left to take
    ],
)
def test_everything_else_stays(texts, widths):
    made = table(*texts, widths=widths)
    assert widened(made, WIDTH, POINTS) is made


def test_a_column_narrowed_for_another_is_not_starved():
    made = widened(table("说明", "1,234,567,890.00", "88888.88", widths=(72, 12, 10)), WIDTH, POINTS)
    needs = [12 * 0.5 + 4 * 0.25, 7 * 0.5 + 0.25]
    for width, ems in zip(widths_of(made)[1:], needs, strict=True):
        assert width >= ems * POINTS * 25.4 / 72 + 2


def test_done_twice_it_changes_nothing():
    document = Document("表", (Part((table("说明", "100%", "备注", widths=(60, 3, 37)),)),))
    once = fitted(document)
    assert once != document
    assert fitted(once) == once


@pytest.mark.parametrize(("text", "is_whole"), [("100%", True), ("百分之百", False)])
def test_pdf_prints_a_figure_on_one_line(text, is_whole):
    document = Document("表", (Part((table("说明", text, "备注", widths=(60, 4, 36)),)),))
    page = pypdf.PdfReader(io.BytesIO(WRITERS["pdf"](document))).pages[0]
    assert any(text in line for line in page.extract_text().splitlines()) == is_whole
