"""估算行高: figures by hand."""

import pytest

from documents import measure
from documents.tree import (
    Cell,
    Heading,
    Line,
    PageBreak,
    Paragraph,
    Part,
    Role,
    Row,
    SignBlock,
    SignLine,
    Table,
    Text,
    Title,
)
from tests.documents.samples import money


def test_ems():
    assert measure.ems("绩效ab1") == pytest.approx(3.5)
    assert measure.ems("AB") == pytest.approx(1.4)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("一" * 10, 1),
        ("一" * 11, 2),
        ("一\n二", 2),
        ("一" * 25, 3),
        ("一" * 9 + "123", 2),
        ("一" * 10 + "。", 2),
        ("1" * 50, 3),
        ("一" * 8 + "，80%", 2),
        ("一" * 6 + "分，80%、60%", 2),
    ],
)
def test_line_count(text, lines):
    assert measure.line_count(text, width_points=100, points=10) == lines


def test_tall_text_makes_its_row_tall_and_a_figure_does_not():
    rows = (
        Row((Cell(0, Text("长" * 200)), Cell(1, Text("短")))),
        Row((Cell(0, money("1,000,000,000,000.00"), Role.NUMBER), Cell(1, Text("短")))),
        Row((Cell(0, Text("短")), Cell(1, Text("短"))), min_height_mm=40),
    )
    tall, flat, roomy = measure.row_heights(Table((1, 9), rows), width_mm=174, points=9)
    assert tall > 10 * flat
    assert roomy == 40


def test_what_a_merged_text_lacks_is_shared_by_its_rows():
    rows = (Row((Cell(0, Text("长" * 400), rowspan=2), Cell(1, Text("短")))), Row((Cell(1, Text("短")),)))
    first, last = measure.row_heights(Table((1, 1), rows), width_mm=60, points=9)
    assert first == last > 50


def test_the_lowest_rows_are_raised_first():
    assert measure._raised([5, 10, 5], 26) == [8, 10, 8]
    assert measure._raised([5, 10, 5], 45) == [15, 15, 15]
    assert measure._raised([5, 10, 5], 12) == [5, 10, 5]


def test_blocks_have_heights():
    table = Table((1,), (Row((Cell(0, Text("短")),)),))
    part = Part((table,))
    blocks = [
        Title("题"),
        Heading("一、", 1),
        Paragraph("文" * 100),
        Line(("左", "右")),
        SignBlock(((SignLine("签"),),)),
        table,
    ]
    assert all(measure.block_height(block, part) > 3 for block in blocks)
    assert measure.block_height(Title("题", "副"), part) > measure.block_height(Title("题"), part)
    assert measure.block_height(PageBreak(), part) == 0
