"""评分表."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from blueprints.printing import RecordsColumn, ScoresRow
from blueprints.schema import ColumnDef, Parameter, PointNode, RecordsTable
from composing.lint import empty_sheet
from documents.tree import Align
from factbook.book import ListRow, SelfScore
from scoring.award import Award, Because
from scoring.sheet import NodeTotal, ScoreLine
from tests.composing.small import book_of, grid, inputs, texts

D = Decimal
POINTS = (
    PointNode(
        "input",
        "投入",
        of=D(10),
        children=(
            PointNode("goal", "目标", children=(PointNode("a", "甲", of=D(3)), PointNode("b", "乙", of=D(4), printed="5", because="x"))),
            PointNode("c", "丙", of=D(3), guidance="看凭证"),
        ),
    ),
    PointNode("rows", "指标", of=D(90), from_table="indicators"),
)  # fmt: skip
COLUMNS = (
    RecordsColumn("一级", 2, "level1", merge=True),
    RecordsColumn("二级", 2, "level2", merge=True),
    RecordsColumn("三级", 3, "level3"),
    RecordsColumn("分值", 1, "of"),
    RecordsColumn("自评", 1, "self"),
    RecordsColumn("系统", 1, "computed"),
    RecordsColumn("说明", 2, "reason"),
)
AWARD = Award("a", D(3), D("2.50"), "scored", Because())
SHEET = replace(
    empty_sheet(),
    nodes={"input": NodeTotal(D(10), D("9.80"), D("9.50"))},
    lines=(
        ScoreLine("a", "a", "甲", "", "", "", D(3), AWARD, D("2.80"), "2.80", "", "score.a.self"),
        ScoreLine("r1", "rows", "件数", "", "", "", D(20), AWARD, D(18), "18", "少两件", "indicators.r1.score"),
        ScoreLine("r2", "rows", "时间", "", "", "", None, AWARD, None, "", "", "indicators.r2.score"),
    ),
)


def drawn(row: ScoresRow, *, sheet=SHEET, columns=12):
    scores = {"a": SelfScore("2.80", "到位晚"), "b": SelfScore("4.00")}
    return grid(inputs(book_of(scores=scores), sheet, points=POINTS), row, columns=columns)


def test_level_one_in_a_column():
    table = drawn(ScoresRow((), COLUMNS, "column"))
    assert texts(table) == [
        ["一级", "二级", "三级", "分值", "自评", "系统", "说明"],
        ["投入", "目标", "甲", "3", "2.80", "2.50", "到位晚"],
        ["乙", "5", "4.00", "", ""],
        ["丙", "3", "", "", ""],
        ["指标", "", "件数", "20", "18", "2.50", "少两件"],
        ["", "时间", "", "", "2.50", ""],
    ]
    assert [row.group for row in table.rows] == [1, 1, 1, 1, 2, 2]


def test_a_page_never_ends_below_the_line_of_a_level():
    table = drawn(ScoresRow((), COLUMNS, "row"))
    assert [row.cells[0].content.text for row in table.rows if row.heads] == ["投入"]
    assert not any(row.heads for row in drawn(ScoresRow((), COLUMNS, "column")).rows)


def test_keys():
    table = drawn(ScoresRow((), COLUMNS, "column", header=False))
    assert [cell.key for cell in table.rows[0].cells][-4:] == ["", "score.a.self", "", "score.a.reason"]
    assert [cell.key for cell in table.rows[3].cells][-4:] == ["", "indicators.r1.score", "", "indicators.r1.reason"]


def test_a_leaf_right_below_level_one_takes_the_column_of_level_two_too():
    table = drawn(ScoresRow((), COLUMNS, "column", header=False))
    first = table.rows[2].cells[0]
    assert (first.content.text, first.colspan) == ("丙", 2)
    assert [cell.colspan for cell in table.rows[3].cells][:3] == [1, 1, 1]  # rows of a table keep their columns


def test_points_beside_the_words_of_a_level_where_it_has_any():
    columns = (
        RecordsColumn("一级", 3, "level1", "{label}（{of}分）", merge=True),
        RecordsColumn("二级", 3, "level2", "{label}\n（{of}分）", merge=True),
        RecordsColumn("三级", 3, "level3"),
        RecordsColumn("分值", 3, "of"),
    )
    points = (
        replace(POINTS[0], printed="65", because="原表如此"),
        PointNode("off", "扣分项", children=(PointNode("d", "配合度", of=D(0), printed="-", because="不设分值"),)),
    )
    sheet = replace(empty_sheet(), nodes={"goal": NodeTotal(D(7), None, None)})
    table = grid(inputs(book_of(), sheet, points=points), ScoresRow((), columns, "column", header=False))
    assert texts(table) == [
        ["投入（65分）", "目标\n（7分）", "甲", "3"],
        ["乙", "5"],
        ["丙", "3"],
        ["扣分项", "配合度", "-"],
    ]


DUTIES = PointNode(
    "duty", "履职", of=D(10), items="duties", explanation="看{parameter.n}项职能", guidance="完成数÷总数"
)
SHARED = (
    RecordsColumn("三级", 4, "level3"),
    RecordsColumn("分值", 2, "of"),
    RecordsColumn("解释", 2, "explanation"),
    RecordsColumn("说明", 2, "guidance"),
    RecordsColumn("自评", 2, "self"),
)


def shared_score(*names):
    table = RecordsTable("duties", "职能", (ColumnDef("name", "名称"),), blank_rows=2)
    rows = tuple(ListRow(f"d{n}", {"name": name}) for n, name in enumerate(names))
    book = replace(book_of(scores={"duty": SelfScore("9")}), lists={"duties": rows}, parameters={"n": D(4)})
    given = inputs(book, points=(PointNode("all", "总体", children=(DUTIES,)),), tables=(table,))
    given = replace(given, blueprint=replace(given.blueprint, parameters=(Parameter("n", D(4), "某文件"),)))
    return grid(given, ScoresRow((), SHARED, "none", header=False))


def test_one_score_shared_by_several_rows():
    table = shared_score("发放", "防控", "做实")
    assert texts(table) == [["发放", "10", "看4项职能", "完成数÷总数", "9"], ["防控"], ["做实"]]
    assert [cell.rowspan for cell in table.rows[0].cells] == [1, 3, 3, 3, 3]
    assert [row.cells[0].key for row in table.rows] == [f"list.duties.d{n}.name" for n in range(3)]
    assert table.rows[0].cells[4].key == "score.duty.self"


def test_rows_nobody_has_named_yet_are_blank():
    assert texts(shared_score()) == [["", "10", "看4项职能", "完成数÷总数", "9"], [""]]


def test_level_one_on_a_line_of_its_own():
    table = drawn(ScoresRow(("input",), COLUMNS[1:], "row", "{label}（{of}分）:", header=False), columns=10)
    assert texts(table)[0] == ["投入（10分）:", "10", "9.80", "9.50", ""]
    assert [cell.colspan for cell in table.rows[0].cells] == [2, 1, 1, 1, 1]
    assert len(table.rows) == 4


def test_a_single_leaf_at_the_top_is_one_line():
    leaf = (PointNode("a", "甲", of=D(3)),)
    given = inputs(book_of(scores={"a": SelfScore("3")}), points=leaf)
    table = grid(given, ScoresRow((), COLUMNS, "row", header=False))
    assert texts(table) == [["甲", "3", "3", "", ""]]
    assert [cell.key for cell in table.rows[0].cells] == ["", "", "score.a.self", "", ""]


def test_a_leaf_of_rows_without_rows():
    table = drawn(ScoresRow(("rows",), COLUMNS, "column", header=False), sheet=empty_sheet())
    assert texts(table) == [["指标", "", "指标", "90", "", "", ""]]
    assert [cell.key for cell in table.rows[0].cells] == [""] * 7


def test_guidance_review_and_alignment():
    columns = (
        RecordsColumn("三级", 4, "level3"),
        RecordsColumn("标准", 4, "guidance"),
        RecordsColumn("复核", 4, "review", align="right"),
    )
    table = drawn(ScoresRow(("input",), columns, header=False))
    assert texts(table)[2] == ["丙", "看凭证", ""]
    assert [cell.align for cell in table.rows[2].cells] == [None, Align.LEFT, Align.RIGHT]
