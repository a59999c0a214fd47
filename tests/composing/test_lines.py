"""表行半成品: labels joined down the page."""

from __future__ import annotations

from composing.lines import Area, Line, alignment, content_cell, header_line, label_cell, merged_down
from documents.tree import Align, Number, Role, Text


def lines(*rows):
    return [Line((label_cell(0, 2, one), label_cell(2, 2, two), label_cell(4, 1, "x"))) for one, two in rows]


def shape(merged):
    return [[(cell.content.text, cell.rowspan) for cell in line.cells] for line in merged]


def test_equal_neighbours_become_one_cell():
    merged = merged_down(lines(("产出", "数量"), ("产出", "数量"), ("产出", "质量")), {0, 2})
    assert shape(merged) == [[("产出", 3), ("数量", 2), ("x", 1)], [("x", 1)], [("质量", 1), ("x", 1)]]


def test_a_column_does_not_join_across_its_left_neighbour():
    merged = merged_down(lines(("产出", "数量"), ("效益", "数量")), {0, 2})
    assert shape(merged) == [[("产出", 1), ("数量", 1), ("x", 1)], [("效益", 1), ("数量", 1), ("x", 1)]]


def test_blanks_are_never_joined():
    assert shape(merged_down(lines(("", "甲"), ("", "甲")), {0, 2}))[1] == [("", 1), ("甲", 1), ("x", 1)]


def test_a_value_that_comes_back_is_a_new_cell():
    assert [row[0] for row in shape(merged_down(lines(("甲", "1"), ("乙", "2"), ("甲", "3")), {0}))] == [
        ("甲", 1),
        ("乙", 1),
        ("甲", 1),
    ]


def test_without_columns_nothing_is_joined():
    rows = lines(("甲", "1"), ("甲", "1"))
    assert merged_down(rows, set()) == rows


def test_cells_know_what_they_are():
    assert content_cell(0, 1, Text("a")).role is Role.FIELD
    assert content_cell(0, 1, Number(1, "1", "0")).role is Role.NUMBER
    assert [alignment(word) for word in ("", "left", "center", "right")] == [
        None,
        Align.LEFT,
        Align.CENTER,
        Align.RIGHT,
    ]


def test_a_header_stands_side_by_side():
    line = header_line(Area(3, 9), [("甲", 4), ("乙", 5)])
    assert [(cell.column, cell.colspan) for cell in line.cells] == [(3, 4), (7, 5)]
    assert line.header
