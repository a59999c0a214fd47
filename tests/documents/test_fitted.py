"""排版前的整理: what is arranged, and what is left alone."""

import pytest

from documents.fitted import fitted
from documents.grid import GridError
from documents.tree import Cell, Document, Paragraph, Part, Role, Row, Table, Text, Title
from tests.documents import samples

LONG = "预算执行率未达到90%的需说明原因" * 8


def one_table(*rows, widths=(1, 1)):
    return Document("表", (Part((Table(widths, rows),)),))


def rows_of(document):
    return fitted(document).parts[0].blocks[0].rows


def test_labels_are_broken_and_fields_are_not():
    narrow = (1, 11)
    rows = rows_of(
        one_table(Row((Cell(0, Text("满意度指标"), Role.LABEL), Cell(1, Text("满意度指标")))), widths=narrow)
    )
    assert [cell.content.text for cell in rows[0].cells] == ["满意度\n指标", "满意度指标"]
    rows = rows_of(one_table(Row((Cell(0, Text("满意度指标")), Cell(1, Text("x")))), widths=narrow))
    assert rows[0].cells[0].content.text == "满意度指标"


def test_rows_beside_a_tall_cell_are_equally_high():
    tall = Row((Cell(0, Text(LONG), rowspan=3), Cell(1, Text("一"))))
    rows = rows_of(one_table(tall, Row((Cell(1, Text("二")),)), Row((Cell(1, Text("三")),)), widths=(1, 6)))
    assert rows[0].min_height_mm == rows[1].min_height_mm == rows[2].min_height_mm > 10


def test_rows_with_room_enough_keep_their_own_height():
    rows = rows_of(one_table(Row((Cell(0, Text("短"), rowspan=2), Cell(1, Text("一")))), Row((Cell(1, Text("二")),))))
    assert [row.min_height_mm for row in rows] == [0, 0]


def test_fitting_twice_changes_nothing():
    for document in (samples.suining(), samples.jinzhong(), samples.report()):
        once = fitted(document)
        assert fitted(once) == once


def test_long_titles_are_broken():
    document = Document("题", (Part((Title("2022年困难群众养老保险代缴资金项目支出绩效自评报告"), Paragraph("文"))),))
    assert "\n" in fitted(document).parts[0].blocks[0].text


def test_a_hole_is_refused():
    with pytest.raises(GridError, match="第 1 行第 2 列没有单元格"):
        fitted(one_table(Row((Cell(0, Text("x")),))))
