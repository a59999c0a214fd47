"""明细."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from blueprints.printing import RecordsColumn, RecordsRow
from blueprints.schema import ColumnDef, RecordsTable
from composing.lint import empty_sheet
from documents.tree import Align, Number, Role, Text
from factbook.book import IndicatorFact, ListRow
from scoring.award import Award, Because
from scoring.sheet import ScoreLine
from tests.composing.small import blueprint, book_of, grid, inputs, texts

COLUMNS = (
    RecordsColumn("一级", 2, "level1", merge=True),
    RecordsColumn("二级", 2, "level2", merge=True),
    RecordsColumn("三级", 4, text="指标{n}: {name}"),
    RecordsColumn("权重", 2, "weight"),
    RecordsColumn("得分", 2, "self"),
)
ROW = RecordsRow("indicators", COLUMNS)
ROWS = (
    IndicatorFact("r1", "产出指标", "数量指标", "甲", weight="10", score="9.5"),
    IndicatorFact("r2", "产出指标", "数量指标", "乙", weight="10分", score="10"),
    IndicatorFact("r3", "效益指标", "社会效益指标", "丙"),
)


def test_records_as_filed():
    table = grid(inputs(book_of(*ROWS)), ROW)
    assert texts(table) == [
        ["一级", "二级", "三级", "权重", "得分"],
        ["产出指标", "数量指标", "指标1: 甲", "10", "9.5"],
        ["指标2: 乙", "10分", "10"],
        ["效益指标", "社会效益指标", "指标1: 丙", "", ""],
    ]
    assert table.rows[2].cells[1].content == Text("10分")
    assert [row.group for row in table.rows] == [1, 1, 1, 2]


def test_keys_lead_to_the_row():
    keys = [cell.key for cell in grid(inputs(book_of(*ROWS)), ROW).rows[1].cells]
    assert keys == [
        "indicators.r1.level1", "indicators.r1.level2", "indicators.r1.name", "indicators.r1.weight", "indicators.r1.score",
    ]  # fmt: skip


def test_an_empty_table_has_a_line_to_write_on():
    assert texts(grid(inputs(), replace(ROW, header=False))) == [["", "", "指标1:", "", ""]]


def test_as_many_lines_as_the_form_has():
    table = grid(inputs(book_of(*ROWS)), replace(ROW, rows=5))
    assert len(table.rows) == 1 + 5
    assert [cell.key for cell in table.rows[5].cells] == [""] * 5


def test_only_one_level():
    table = grid(inputs(book_of(*ROWS)), replace(ROW, only="benefit", header=False))
    assert texts(table) == [["效益指标", "社会效益指标", "指标1: 丙", "", ""]]


def test_the_skeleton_prints_every_place():
    frame = replace(blueprint().frame, levels=blueprint().frame.levels[:1])
    table = grid(inputs(book_of(*ROWS), frame=frame), replace(ROW, skeleton=2, header=False))
    assert [row[-3] for row in texts(table)] == [
        "指标1: 甲",
        "指标2: 乙",
        "指标1:",
        "指标2:",
        "指标1:",
        "指标2:",
        "指标1: 丙",
    ]
    assert [cell.rowspan for cell in table.rows[0].cells] == [6, 2, 1, 1, 1]


def test_computed_points_beside_the_own_ones():
    award = Award("r1", Decimal(10), Decimal("9.30"), "scored", Because())
    line = ScoreLine("r1", "indicators", "甲", "", "", "甲", Decimal(10), award, None, "9.5", "", "indicators.r1.score")
    row = RecordsRow("indicators", (RecordsColumn("分值", 6, "of"), RecordsColumn("系统", 6, "computed")), header=False)
    sheet = replace(empty_sheet(), lines=(line,))
    assert texts(grid(inputs(book_of(*ROWS), sheet), row)) == [["10", "9.30"], ["10分", ""], ["", ""]]


def test_levels_are_labels_and_sentences_stand_left():
    row = RecordsRow(
        "indicators",
        (
            RecordsColumn("一级", 4, "level1"),
            RecordsColumn("原因", 4, "reason"),
            RecordsColumn("值", 4, "target", align="right"),
        ),
    )
    cells = grid(inputs(book_of(IndicatorFact("r1", "产出指标", reason="天气", target="95"))), row).rows[1].cells
    assert [cell.role for cell in cells] == [Role.LABEL, Role.FIELD, Role.NUMBER]
    assert [cell.align for cell in cells] == [None, Align.LEFT, Align.RIGHT]


LIST = RecordsTable("people", "人员", (ColumnDef("name", "姓名"), ColumnDef("age", "年龄", shape="number")))
LIST_ROW = RecordsRow(
    "people",
    (RecordsColumn("序号", 2, "n"), RecordsColumn("姓名", 6, "name"), RecordsColumn("年龄", 4, "age")),
    header=False,
)


def test_lists_are_records_too():
    rows = (ListRow("p1", {"name": "12", "age": "41"}), ListRow("p2", {"name": "陶思远"}))
    table = grid(inputs(book_of(lists={"people": rows}), tables=(LIST,)), LIST_ROW)
    assert texts(table) == [["1", "12", "41"], ["2", "陶思远", ""]]
    assert [cell.content for cell in table.rows[0].cells[1:]] == [Text("12"), Number(Decimal(41), "41", "0")]
    assert [cell.key for cell in table.rows[1].cells] == ["", "list.people.p2.name", "list.people.p2.age"]
    assert [row.group for row in table.rows] == [1, 2]


def test_a_list_has_no_frame():
    table = grid(inputs(tables=(LIST,)), replace(LIST_ROW, skeleton=2, rows=3))
    assert texts(table) == [["1", "", ""], ["2", "", ""], ["3", "", ""]]
