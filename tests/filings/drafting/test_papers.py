"""虚构的纸表: whole papers, read from their files and drafted; what comes out loads, lints and prints."""

from __future__ import annotations

import pytest

from blueprints.printing import CellsRow, GridNode, GroupRow, MatrixRow, RecordsRow
from documents.as_paper import as_paper
from documents.readers.paper import PaperTable
from documents.readers.reading import read_paper
from filings.drafting.draft import draft
from filings.linting import read_form
from filings.sampling import sample_paper
from tests.filings.drafting.papers import ACROSS, TITLED, TWO_LABELS, TWO_ROWS, sheet, word

FORM = "510999/2025/try"


def made(path):
    text = draft(read_paper(path), form=FORM, name="试表", source=path.name)
    form, problems = read_form(text, name="try")
    assert problems == []
    (part,) = form.parts
    return text, form, next(node for node in part.nodes if isinstance(node, GridNode))


def printed(form):
    """Rows of the sample paper's table, as lists of texts."""
    table = next(block for block in as_paper(sample_paper(form)).blocks if isinstance(block, PaperTable))
    return [[cell.text for cell in row] for row in table.rows()]


def kinds(grid):
    return [type(row) for row in grid.rows]


@pytest.fixture
def two_rows(tmp_path):
    return word(tmp_path / "表.docx", ["附件2", "水土保持项目绩效自评表", "（2025年度）"], TWO_ROWS, 10)


def test_heads_of_two_rows(two_rows):
    _, form, grid = made(two_rows)
    assert kinds(grid) == [CellsRow, CellsRow, CellsRow, MatrixRow, CellsRow, CellsRow, RecordsRow]
    matrix, records = grid.rows[3], grid.rows[6]
    assert [(column.kind, column.stage or column.node) for column in matrix.columns] == [
        ("axis", ""),
        ("stage", "initial"),
        ("stage", "adjusted"),
        ("stage", "received"),
        ("stage", "spent"),
        ("rate", "spent"),
        ("points", "execution"),
        ("score", "execution"),
        ("review", "execution"),
    ]
    assert [column.field for column in records.columns] == [
        "level1", "level2", "name", "target", "actual", "progress", "weight", "score", "review", "reason",
    ]  # fmt: skip
    assert (matrix.header, records.header) == (False, False)
    assert [(node.key, node.of) for node in form.points] == [("execution", 10), ("indicators", 90)]
    assert form.table("indicators").column("score").label == "自评得分"
    assert "review" not in {column.field for column in form.table("indicators").columns}  # nobody at the unit types it


def test_they_print_as_on_the_paper(two_rows):
    _, form, _ = made(two_rows)
    rows = printed(form)
    assert rows[1] == ["资金来源", "预算安排", "资金使用", "执行率", "分值", "得分"]
    assert rows[2] == ["年初", "调整后", "到位", "支出", "自评", "财政复核"]
    assert rows[6] == ["绩效指标", "目标值", "完成情况", "分值", "得分", "偏差原因"]
    assert rows[7] == ["一级指标", "二级指标", "三级指标", "实际完成值", "完成进度", "自评", "复核"]


def test_rows_above_the_frame_of_a_sheet_are_its_front(tmp_path):
    text, form, grid = made(sheet(tmp_path / "表.xlsx", TITLED))
    assert (form.title, form.subtitle, form.print.unit) == ("某渠道维修项目支出绩效自评表", "（{year}年度）", "万元")
    assert [type(node).__name__ for node in form.parts[0].nodes] == [
        "BoilerplateNode",
        "TitleNode",
        "LineNode",
        "GridNode",
    ]
    assert form.parts[0].nodes[2].parts == ("填报单位：{department.name}", "单位：万元")
    assert grid.rows[0].cells[0].text == "项目名称"
    for filled in ("某某水管所", "东干渠", "118.60", "春灌"):
        assert filled not in text
    assert grid.rows[-1].cells[0].text.startswith("注：")  # a note inside the frame stays there


def test_a_column_of_words_a_rate_of_arrival_and_a_source_nobody_knows(tmp_path):
    _, form, grid = made(sheet(tmp_path / "表.xlsx", TITLED))
    matrix = grid.rows[1]
    assert [column.kind for column in matrix.columns] == [
        "axis", "stage", "stage", "stage", "rate", "rate", "field", "field",
    ]  # fmt: skip
    assert (matrix.columns[4].stage, matrix.columns[4].over) == ("received", "adjusted")
    assert [source.source for source in form.tables[0].sources] == ["all", "superior", "other"]
    assert form.points == ()  # a score without points for anything else: asked, not reckoned
    assert [entry.label for entry in form.sections[0].entries] == ["得分", "备注", "年度目标"]


def test_sources_across_and_stages_down(tmp_path):
    text, form, grid = made(word(tmp_path / "表.docx", ["河道清淤项目绩效自评表"], ACROSS, 6))
    (funds,) = form.tables
    assert [stage.stage for stage in funds.stages] == ["planned", "received", "spent"]
    assert [source.source for source in funds.sources] == ["all", "central", "provincial", "county"]
    assert [cell.path for cell in grid.rows[4].cells[1:5]] == [
        f"funds.spent.{source}" for source in ("all", "central", "provincial", "county")
    ]
    assert "288" not in text
    assert [entry.label for entry in form.sections[0].entries][:3] == ["社会投入", "到位数·社会投入", "支出数·社会投入"]


def test_labels_in_two_columns_some_way_into_the_sheet(tmp_path):
    _, form, grid = made(sheet(tmp_path / "表.xlsx", TWO_LABELS, left=1, top=2))
    assert form.title == "小型水库除险加固情况表"
    assert kinds(grid) == [CellsRow, CellsRow, GroupRow, CellsRow]
    assert [row.cells[1].path for row in grid.rows[2].rows] == [
        f"funds.planned.{source}" for source in ("central", "provincial", "county")
    ]
    assert "县级资金·支付笔数" in [
        entry.label for section in form.sections for entry in getattr(section, "entries", ()) if hasattr(entry, "label")
    ]


def test_a_wide_table_lies_on_its_side_and_its_people_are_asked(tmp_path):
    rows = [[("财政部门意见", 2, 1), ("", 9, 1)], [("注：" + "本表由各单位填写。" * 9, 11, 1)]]
    above = ["水利项目自评表", "填表人：某某　　填报日期：　　单位负责人（签字）："]
    text, form, grid = made(word(tmp_path / "表.docx", above, rows, 11))
    assert form.parts[0].orientation == "landscape"
    assert form.parts[0].nodes[1].parts == ("填表人：{sign.f001}", "填报日期：{sign.date}", "单位负责人（签字）：")
    assert [entry.widget for entry in form.sections[0].entries] == ["line", "date"]
    assert grid.rows[0].cells[1].path == "review.opinion"
    assert grid.rows[1].cells[0].kind == "label"  # a note of the form, however long
    assert "某某" not in text


def test_a_title_inside_the_frame_of_a_word_table_stays_a_row_where_the_paper_has_a_title(tmp_path):
    rows = [[("资金情况表", 2, 1)], [("项目名称", 1, 1), ("", 1, 1)]]
    _, form, grid = made(word(tmp_path / "表.docx", ["项目自评报告"], rows, 2))
    assert (form.title, grid.rows[0].cells[0].text) == ("项目自评报告", "资金情况表")
    _, form, grid = made(word(tmp_path / "又.docx", [], rows, 2))
    assert (form.title, grid.rows[0].cells[0].text) == ("资金情况表", "项目名称")
