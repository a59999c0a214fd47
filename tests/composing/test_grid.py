"""表格的排布: groups, compaction and the refusal of holes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from blueprints.expressions import parse_expression
from blueprints.printing import CellDef, CellsRow, GroupRow, RecordsColumn, RecordsRow, TitleRow
from blueprints.schema import ColumnDef, RecordsTable
from composing.grid import compacted
from documents.grid import GridError, verify
from documents.tree import Role
from factbook.book import IndicatorFact
from tests.composing.small import book_of, grid, inputs, texts
from values.money import MoneyUnit, parse_money


def cells(*spans: tuple[str, int]) -> CellsRow:
    return CellsRow(tuple(CellDef("label", span, text) for text, span in spans))


def test_unused_borders_go():
    table = grid(inputs(), cells(("甲", 4), ("乙", 8)), cells(("丙", 12)))
    assert table.widths == (4, 8)
    assert [(c.column, c.colspan) for row in table.rows for c in row.cells] == [(0, 1), (1, 1), (0, 2)]


def test_groups_nest():
    inner = GroupRow("乙", 2, (cells(("1", 8)), cells(("2", 8))))
    table = grid(inputs(), GroupRow("甲", 2, (inner, cells(("3", 10)))))
    assert texts(table) == [["甲", "乙", "1"], ["2"], ["3"]]
    assert [cell.rowspan for cell in table.rows[0].cells] == [3, 2, 1]


def test_pages_may_break_between_top_level_rows_only():
    group = GroupRow("甲", 2, (cells(("1", 10)), cells(("2", 10))))
    table = grid(inputs(), cells(("0", 12)), group, cells(("3", 12)))
    assert [row.group for row in table.rows] == [1, 2, 2, 3]


def test_a_hole_is_refused():
    with pytest.raises(GridError, match="第 1 行第 12 列没有单元格"):
        grid(inputs(), cells(("甲", 11)))


def test_an_overflow_is_refused():
    with pytest.raises(GridError, match="超出表格边界"):
        grid(inputs(), cells(("甲", 13)))


def test_without_the_check_a_hole_would_be_drawn(monkeypatch):
    monkeypatch.setattr("composing.grid.verify", lambda table: None)
    table = grid(inputs(), cells(("甲", 11)), cells(("乙", 12)))
    with pytest.raises(GridError):
        verify(table)


def test_an_optional_group_is_left_out_when_known_to_be_false():
    group = GroupRow("甲", 2, (cells(("1", 10)),), parse_expression("funds.spent.all > 0"))
    nothing = book_of(funds={("spent", "all"): parse_money("0", MoneyUnit.WAN)})
    assert texts(grid(inputs(), group)) == [["甲", "1"]]
    assert texts(grid(inputs(nothing), group, cells(("乙", 12)))) == [["乙"]]
    assert grid(inputs(nothing), group).rows == ()


def test_a_group_whose_rows_all_went_keeps_a_blank_line():
    gone = GroupRow("乙", 2, (cells(("1", 8)),), parse_expression("funds.spent.all > 0"))
    nothing = book_of(funds={("spent", "all"): parse_money("0", MoneyUnit.WAN)})
    table = grid(inputs(nothing), GroupRow("甲", 2, (gone,)))
    assert texts(table) == [["甲", ""]]
    assert table.rows[0].cells[1].role is Role.BLANK


RECORDS = RecordsRow("indicators", (RecordsColumn("一级", 4, "level1", merge=True), RecordsColumn("三级", 8, "name")))


def test_a_header_at_the_head_of_a_table_is_repeated():
    rows = book_of(IndicatorFact("r1", "产出指标", "", "甲"), IndicatorFact("r2", "效益指标", "", "乙"))
    table = grid(inputs(rows), RECORDS)
    assert [row.header for row in table.rows] == [True, False, False]
    assert [row.group for row in table.rows] == [1, 1, 2]


@pytest.mark.parametrize("rows", [(TitleRow("甲"), RECORDS), (GroupRow("甲", 2, (cells(("1", 10)),)), RECORDS)])
def test_a_header_further_down_is_not(rows):
    assert not any(row.header for row in grid(inputs(), *rows).rows)


def test_a_group_label_is_no_header():
    group = GroupRow("甲", 2, (replace(RECORDS, columns=(RecordsColumn("三级", 10, "name"),)),))
    assert not any(row.header for row in grid(inputs(), group).rows)


def test_compacting_an_empty_table():
    assert compacted(grid(inputs())).rows == ()


def test_room_for_handwriting_is_kept():
    table = grid(inputs(), CellsRow((CellDef("blank", 12),), min_height=14))
    assert table.rows[0].min_height_mm == 14


def heading(*cells: CellDef) -> CellsRow:
    return CellsRow(cells)


HEADING = (
    heading(CellDef("label", 4, "机构", down=3), CellDef("label", 4, "其中"), CellDef("label", 4, "结余", down=2)),
    heading(CellDef("label", 2, "人员", down=2), CellDef("label", 2, "公用", down=2)),
    heading(CellDef("label", 4, "累计")),
)


def test_a_cell_may_reach_down_over_rows_of_cells():
    table = grid(inputs(), *HEADING)
    assert texts(table) == [["机构", "其中", "结余"], ["人员", "公用"], ["累计"]]
    assert [cell.rowspan for row in table.rows for cell in row.cells] == [3, 1, 2, 2, 2, 1]
    assert {row.group for row in table.rows} == {1}


def test_it_wants_the_rows_it_covers():
    with pytest.raises(GridError):
        grid(inputs(), *HEADING[:2])


def test_a_title_row_stays_with_what_follows():
    table = grid(inputs(), cells(("甲", 12)), TitleRow("二、收支"), cells(("乙", 12)), cells(("丙", 12)))
    assert [row.group for row in table.rows] == [1, 2, 2, 3]


def test_a_list_stays_with_its_heading_of_cells():
    body = RecordsRow("people", (RecordsColumn("姓名", 12, "name"),), header=False, rows=3)
    table = grid(
        inputs(tables=(RecordsTable("people", "人员", (ColumnDef("name", "姓名"),)),)), cells(("姓名", 12)), body
    )
    assert [row.group for row in table.rows] == [1, 1, 1, 1]


def test_closing_lines_belong_to_their_cell():
    row = CellsRow((CellDef("text", 12, "意见：", foot=("负责人（{year}）：", "年 月 日")),))
    assert grid(inputs(), row).rows[0].cells[0].foot == ("负责人（2024）：", "年 月 日")
