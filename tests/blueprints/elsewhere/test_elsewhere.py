"""别处的表: forms of an invented town say what the towns of the fixtures never do, and all three papers show it."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from blueprints.catalogue import misplaced
from blueprints.load import load_file
from composing.compose import compose
from documents.writers import WRITERS
from factbook.book import FactBook, IndicatorFact, ListRow, SelfScore
from filings.linting import problems_of
from scoring.engine import score
from scoring.sheet import ScoreSheet
from tests.documents.reading import pdf_pages, shown, squeezed, workbook
from values.money import MoneyUnit, parse_money

HERE = Path(__file__).parent / "990301/2025"
KINDS = ("docx", "pdf", "xlsx")
IDENTITY = {
    "department.name": "云汀市茶叶站",
    "supervisor.name": "云汀市农业局",
    "project.name": "茶园改造",
    "year": "2025",
    "subject.year": "2025",
}


@dataclass
class Papers:
    """One form's score sheet and its three papers as rows of cells; of a PDF the text only."""

    sheet: ScoreSheet
    docx: docx.document.Document
    rows: dict[str, list[list[str]]]
    pdf: str

    def has(self, *cells: str) -> bool:
        """Do these cells follow each other in one row, in all three?"""
        wanted = [squeezed(cell) for cell in cells]
        in_rows = all(any(_within(wanted, row) for row in rows) for rows in self.rows.values())
        return in_rows and "".join(wanted) in self.pdf


def _within(wanted, row):
    return any(row[at : at + len(wanted)] == wanted for at in range(len(row)))


def cell_text(cell):
    return squeezed("".join(run.text or "" for run in cell.iter(qn("w:t"))))


def as_seen(cell):
    """A cell of a workbook in the decimals that its format shows."""
    if not isinstance(cell.value, int | float):
        return shown(cell)
    places, percent = len(cell.number_format.rstrip("%").partition(".")[2]), cell.number_format.endswith("%")
    return f"{cell.value * 100:.{places}f}%" if percent else f"{cell.value:,.{places}f}"


def papers(name, **facts) -> Papers:
    form = load_file(HERE / f"{name}.yaml")
    book = FactBook(year=2025, money_unit=MoneyUnit(form.print.unit), identity=IDENTITY, **facts)
    sheet = score(form, book)
    document = compose(form, book, sheet)
    data = {kind: WRITERS[kind](document) for kind in KINDS}
    opened = docx.Document(io.BytesIO(data["docx"]))
    drawn = [
        [text for cell in row._tr.tc_lst if (text := cell_text(cell))] for table in opened.tables for row in table.rows
    ]
    sheets = [
        [squeezed(as_seen(cell)) for cell in row if cell.value is not None]
        for sheet in workbook(data["xlsx"])
        for row in sheet.iter_rows()
    ]
    return Papers(sheet, opened, {"docx": drawn, "xlsx": sheets}, "".join(pdf_pages(data["pdf"])))


def money(unit, **stages):
    return {(stage, source): parse_money(raw, unit) for stage, told in stages.items() for source, raw in told.items()}


@pytest.mark.parametrize("path", sorted(HERE.glob("*.yaml")), ids=lambda path: path.stem)
def test_nothing_is_wrong_in_it(path):
    form = load_file(path)
    assert misplaced(path, form) is None
    assert problems_of(form, file=str(path)) == []


# ---- 横向的项目表 ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def project():
    row = {"relation": "≥", "target": "100", "unit": "亩", "actual": "120", "progress": "120%", "score": "48"}
    notes = {"note_meaning": "改造的面积", "note_remark": "含补植"}
    return papers(
        "project-table",
        funds=money(
            MoneyUnit.YUAN,
            initial={"superior": "1000000", "county": "500000", "carry_over": "0"},
            adjusted={"superior": "1000000", "county": "400000", "carry_over": "0"},
            received={"superior": "1000000", "county": "400000", "carry_over": "0"},
            spent={"superior": "900000", "county": "290000", "carry_over": "0"},
            carried={"all": "210000"},
        ),
        statements={"text.explanation": "雨季停工一个月。", "sign.filler": "乔禾", "sign.date": "2026-02-03"},
        indicators=(
            IndicatorFact("r0000001", "产出指标", "数量指标", "改造面积", weight="48", notes=notes, **row),
            IndicatorFact(
                "r0000002", "产出指标", "质量指标", "苗木成活", "定性", "良好", "", "基本完成", "", "10", "5.5"
            ),
            IndicatorFact("r0000003", "效果指标", "社会效益指标", "带动就业", "≥", "50", "人", "50", "", "22", "22"),
        ),
        scores={"execution": SelfScore("17.00")},
    )


def test_columns_stand_in_the_towns_order_with_columns_of_its_own(project):
    order = (
        "一级指标",
        "二级指标",
        "三级指标",
        "分值",
        "指标说明",
        "目标值",
        "计量单位",
        "实际完成值",
        "完成进度",
        "自评得分",
    )
    assert project.has(*order, "财政复核", "备注")
    assert project.has("改造面积", "48", "改造的面积", "≥100", "亩", "120", "120%", "48", "含补植")


def test_funds_have_any_columns_and_sub_rows_without_points(project):
    head = ("资金来源", "年初预算", "调整预算", "实际到位", "实际执行", "年末结余", "预算执行率①", "自评得分")
    assert project.has(*head)
    first = ("1,500,000.00", "1,400,000.00", "1,400,000.00", "1,190,000.00", "210,000.00", "85.00%")
    assert project.has("资金总额", *first, "17.00")
    assert project.has("其中：上级补助", "1,000,000.00", "1,000,000.00", "1,000,000.00", "900,000.00")


def test_one_score_cell_covers_every_source(project):
    table = next(table for table in project.docx.tables if len(table.rows) > 4)
    marked = [cell for row in table.rows for cell in row._tr.tc_lst if cell_text(cell) == "17.00"]
    assert [cell.vMerge for cell in marked] == ["restart"]
    assert marked[0].p_lst[0].alignment == WD_ALIGN_PARAGRAPH.CENTER


def test_the_rate_is_worth_twenty_under_a_level_of_its_own(project):
    line = project.sheet.line("execution")
    assert (line.level1, line.of, line.award.points) == ("投入指标", 20, 17)
    assert project.has("投入指标（20分）")


def test_words_are_worth_eighty_and_fifty_hundredths(project):
    assert project.sheet.line("r0000002").award.points == Decimal("5.5")  # at least half of 10 may be given for 部分


def test_the_grades_are_the_towns_own(project):
    assert project.sheet.self_total == Decimal("92.5")
    assert project.has("总分", "92.50", "良好")


def test_footnotes_explanations_and_dated_signatures(project):
    for words in (
        "情况说明：雨季停工一个月。",
        "注：①预算执行率＝",
        "②财政复核一列由财政部门填写",
        "填表日期：2026年2月3日",
    ):
        assert words in project.pdf, words
    assert [section.orientation for section in project.docx.sections] == [1]  # landscape


# ---- 年度目标逐个给分、指标按组给分 ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def targets():
    rows = [
        ("产出指标", "数量指标", "建水池", "4座", "4座"),
        ("产出指标", "数量指标", "铺管道", "9公里", "9公里"),
        ("产出指标", "质量指标", "验收", "合格", "合格"),
        ("效益指标", "社会效益指标", "受益", "良好", "良好"),
    ]
    points = {"target_1": "20", "target_2": "9", "quantity": "28", "quality": "20", "social": "18"}
    return papers(
        "targets-table",
        funds=money(
            MoneyUnit.WAN,
            issued={"central": "30", "provincial": "20", "unit": "0"},
            spent={"central": "30", "provincial": "15", "unit": "0"},
        ),
        statements={
            "text.target_1": "修好水池",
            "text.result_1": "已修好",
            "text.target_2": "通水",
            "text.result_2": "已通",
        },
        indicators=tuple(
            IndicatorFact(f"r000000{n}", level1, level2, name, "", target, "", actual)
            for n, (level1, level2, name, target, actual) in enumerate(rows)
        ),
        scores={key: SelfScore(raw) for key, raw in points.items()},
    )


def test_each_target_of_the_year_has_its_points(targets):
    assert targets.has("年度目标", "目标内容", "分值", "完成情况", "得分")
    assert targets.has("目标一", "修好水池", "20", "已修好", "20")
    assert targets.has("目标二", "通水", "10", "已通", "9")


def test_points_of_a_group_stand_once_over_its_rows(targets):
    assert targets.has("数量指标", "30", "建水池", "4座", "4座", "28")
    assert targets.has("铺管道", "9公里", "9公里")
    assert not targets.has("铺管道", "9公里", "9公里", "20")
    assert targets.has("质量指标", "20", "验收", "合格", "合格", "20")
    assert targets.has("合计", "95")


def test_the_rate_is_printed_and_worth_nothing(targets):
    assert targets.has("来源", "下达数", "支出数", "执行率")
    assert targets.has("合计", "50.00", "45.00", "90.00%")
    assert {line.key for line in targets.sheet.lines} == {"target_1", "target_2", "quantity", "quality", "social"}
    assert targets.sheet.of_total == 100
    assert targets.sheet.grade == "优"


def test_a_group_without_points_in_the_form_is_told(tmp_path):
    text = (HERE / "targets-table.yaml").read_text().replace("label: 质量指标, of", "label: 品质指标, of")
    spoilt = tmp_path / "spoilt.yaml"
    spoilt.write_text(text)
    with pytest.raises(Exception, match="分值（points）里没有与指标“质量指标”同名的节点"):
        load_file(spoilt)


# ---- 部门报告 ---------------------------------------------------------------------------------------------------------


DEPARTMENT = {
    "funds": money(MoneyUnit.WAN, adjusted={"fiscal": "1200", "other": "0"}, spent={"fiscal": "1140", "other": "0"}),
    "statements": {
        "choice.kind": "部门评价",
        "choice.scope": "基本支出、项目支出",
        "text.duties": "管茶叶。",
        "text.problems": "人手少。",
        "sign.filler": "乔禾",
        "sign.date": "2026-02-03",
    },
    "lists": {
        "assets": (
            ListRow("r0000001", {"name": "揉捻机", "number": "2", "amount": "3.60"}),
            ListRow("r0000002", {"name": "烘干机", "number": "1", "amount": "5.15"}),
        )
    },
    "scores": {"execution": SelfScore("19"), "output": SelfScore("45"), "satisfied": SelfScore("30")},
}


@pytest.fixture(scope="module")
def department():
    return papers("department-report", **DEPARTMENT)


def test_a_cover_with_boxes_and_landscape_annexes(department):
    assert department.pdf.startswith("附件1")
    assert "□单位自评☑部门评价□第三方评价" in department.pdf
    assert "日期：2026年2月3日" in department.pdf
    assert [section.orientation for section in department.docx.sections] == [0, 0, 1]


def test_several_boxes_of_a_group_may_be_ticked(department):
    assert department.has("评价范围", "☑基本支出☑项目支出")


def test_a_form_has_as_many_tables_as_it_likes(department):
    assert department.has("财政拨款", "1,200.00", "1,140.00")
    assert department.has("1", "揉捻机", "2", "3.60")
    assert department.has("合计", "3", "8.75")


def test_score_times_weight(department):
    assert department.has("一级指标", "三级指标", "百分制得分", "权重", "加权得分", "财政复核")
    assert department.has("预算执行率", "95", "20", "19")
    assert department.has("职能履行", "90", "50", "45")
    assert department.sheet.self_total == 94


def test_a_section_that_nobody_filled_is_not_there_and_the_next_takes_its_number(department):
    assert "工作亮点" not in department.pdf
    assert "二、存在问题" in department.pdf
    told = {**DEPARTMENT["statements"], "text.highlights": "得了奖。"}
    form = load_file(HERE / "department-report.yaml")
    book = FactBook(year=2025, money_unit=MoneyUnit.WAN, identity=IDENTITY, **{**DEPARTMENT, "statements": told})
    told = repr(compose(form, book, score(form, replace(book))))
    assert told.index("工作亮点") < told.index("存在问题")


# ---- 没有分值的表 -----------------------------------------------------------------------------------------------------


def test_no_points_only_a_total():
    plain = papers(
        "plain-table",
        funds=money(MoneyUnit.YUAN, received={"all": "81000"}, spent={"all": "80500"}, carried={"all": "500"}),
        statements={"text.goal": "修路", "figure.overall": "96", "text.note": "另有捐料。"},
    )
    assert plain.sheet.lines == ()
    assert plain.has("资金（元）", "到位", "支出", "结余")
    assert plain.has("合计", "81,000", "80,500", "500")
    assert plain.has("综合得分", "96")
    assert plain.has("说明：另有捐料。")


def test_any_number_of_targets_with_points_of_their_own():
    rows = [
        ("年度目标", "重点目标", "修渠", "40", "38"),
        ("年度目标", "重点目标", "清淤", "20", "20"),
        ("年度目标", "一般目标", "宣传", "10", "10"),
        ("产出指标", "数量指标", "渠长", "30", "30"),
    ]
    many = papers(
        "many-targets",
        indicators=tuple(
            IndicatorFact(f"r000000{n}", level1, level2, name, "", "完成", "", "完成", "", weight, score_)
            for n, (level1, level2, name, weight, score_) in enumerate(rows)
        ),
    )
    assert many.has("序号", "小类", "年度目标", "分值", "完成情况", "得分")
    assert many.has("2", "重点目标", "清淤", "20", "完成", "20")
    assert many.has("1", "一般目标", "宣传", "10", "完成", "10")
    assert many.has("渠长", "完成", "30", "完成", "30")
    assert many.sheet.self_total == 98
