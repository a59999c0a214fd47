"""预计分页: tall groups are cut before anything is laid out, small documents are left as they are."""

import pytest

from documents import pages
from documents.grid import GridError
from documents.tree import Cell, PageBreak, Paragraph, Part, Row, Table, Text
from tests.documents import samples
from tests.documents.samples import F, Grid, L


def tall(rows):
    grid = Grid((1, 1))
    grid.row(("组", L, 1, rows), ("0", F), group=1)
    for number in range(1, rows):
        grid.row((str(number), F), group=1)
    return grid.table()


def cuts(part):
    return [
        i for block in part.blocks if isinstance(block, Table) for i, row in enumerate(block.rows) if row.break_before
    ]


def test_short_parts_are_the_very_same():
    part = Part((Paragraph("x"), samples.suining_table()))
    assert pages.expected(part) is part


def test_what_stands_above_moves_the_cut_up_and_a_page_break_takes_it_back():
    alone = cuts(pages.expected(Part((tall(60),))))
    below = cuts(pages.expected(Part((Paragraph("文" * 400), tall(60)))))
    fresh = cuts(pages.expected(Part((Paragraph("文" * 400), PageBreak(), tall(60)))))
    assert below[0] < alone[0]
    assert fresh == alone


def test_faulty_grid_is_refused():
    with pytest.raises(GridError):
        pages.expected(Part((Table((1, 1), (Row((Cell(0, Text("x")),)),)),)))
