"""数据表的辨认: the two tables of almost every form are told by their heads; anything odd is copied as it stands."""

from __future__ import annotations

from documents.readers.paper import PaperText
from filings.drafting.tables import level_keys
from filings.drafting.words import COLUMNS, SOURCES, STAGES, meaning, options_of, outermost, points_of
from tests.filings.drafting.test_draft import made, table

EIGHT = (1,) * 8


def one(*texts):
    return [(text, 1, 1) for text in texts]


FUNDS = (
    one("资金来源", "年初预算数", "调整后预算数", "到位数", "执行数", "执行率", "分值", "得分"),
    one("资金合计", "", "", "", "", "", "15", ""),
    one("中央和省级", "30.5", "", "", "", "", "—", "—"),
    one("县级", "", "", "", "", "", "—", "—"),
)
INDICATORS = (
    one("一级指标", "二级指标", "三级指标", "分值", "指标值", "完成值", "得分", "偏差原因"),
    [("产出指标（50分）", 1, 2), *one("数量指标", "修渠12345米", "20", "", "", "", "")],
    one("质量指标", "", "", "", "", "", ""),
    one("管理指标（35分）", "制度指标", "", "", "", "", "", ""),
)
TOTAL = [("总分", 2, 1), ("", 2, 1), ("自评等次", 2, 1), ("□优秀　□良好　□较差", 2, 1)]


def drafted(*rows):
    return made(PaperText("自评表"), table(*rows, widths=EIGHT))


def test_both_tables_become_tables_with_points_and_checks():
    text, form = drafted(*FUNDS, *INDICATORS, TOTAL)
    funds, indicators = form.tables
    assert [stage.stage for stage in funds.stages] == ["initial", "adjusted", "received", "spent"]
    assert [source.source for source in funds.sources] == ["all", "superior", "county"]
    assert [column.field for column in indicators.columns] == [
        "level1",
        "level2",
        "name",
        "weight",
        "target",
        "actual",
        "score",
        "reason",
    ]
    assert [(level.key, level.label, level.children) for level in form.frame.levels] == [
        ("output", "产出指标", ("数量指标", "质量指标")),
        ("other", "管理指标", ("制度指标",)),
    ]
    assert [(node.key, node.of) for node in form.points] == [("execution", 15), ("indicators", 85)]
    assert [grade.name for grade in form.grades] == ["优秀", "良好", "较差"]
    assert [check.rule for check in form.checks] == ["S01", "S02", "S04", "S10", "S11", "I03", "I05", "F01"]
    assert "修渠12345米" not in text  # what somebody filled in is not copied
    assert "30.5" not in text
    last = form.parts[0].nodes[1].rows[-1]
    assert [cell.path for cell in last.cells if cell.path] == ["score.total.self", "grade.self"]


def test_a_head_that_means_nothing_leaves_the_grid_as_it_stands_with_the_amounts_in_their_places():
    odd = [one("资金来源", "年初预算数", "到位数", "执行数", "执行率", "分值", "得分", "绿化面积"), *FUNDS[1:]]
    _, form = drafted(*odd)
    (funds,) = form.tables
    assert [stage.stage for stage in funds.stages] == ["initial", "received", "spent"]
    grid = form.parts[0].nodes[1]
    assert grid.rows[0].cells[7].text == "绿化面积"
    assert [cell.path.startswith("funds.") for cell in grid.rows[2].cells] == [False, *[True] * 3, *[False] * 4]
    assert grid.rows[2].cells[3].path == "funds.spent.superior"
    assert form.points == ()


def test_heads_that_mean_nothing_and_rows_that_mean_nothing_are_copied():
    _, form = drafted(one("内容", "甲", "乙", "丙", "丁", "戊", "己", "庚"), one("绿化", "", "", "", "", "", "", ""))
    assert form.tables == ()


def test_without_points_on_paper_nothing_is_scored():
    heads = one("一级指标", "二级指标", "三级指标", "指标值", "完成值", "备注", "原因", "进度")
    _, form = drafted(heads, one("产出指标", "数量指标", "", "", "", "", "", ""))
    (indicators,) = form.tables
    assert indicators.columns[5].field == "note_x6"
    assert (form.points, form.checks) == ((), ())


def test_a_choice_of_boxes():
    _, form = drafted([("项目类型", 2, 1), ("□新增　□延续", 6, 1)])
    (entry,) = form.sections[0].entries
    assert (entry.label, entry.widget, entry.choices) == ("项目类型", "choice", ("新增", "延续"))


def test_words():
    assert [meaning(STAGES, text) for text in ("年初预算数", "全年预算数（A）", "全年执行数", "计划数", "面积")] == [
        "initial",
        "adjusted",
        "spent",
        "planned",
        "",
    ]
    assert [meaning(SOURCES, text) for text in ("年度资金总额", "其中：财政拨款", "市级", "区级", "单位自筹")] == [
        "all",
        "fiscal",
        "municipal",
        "county",
        "unit",
    ]
    assert [meaning(COLUMNS, text) for text in ("年度指标值", "全年完成值", "度量单位", "未完成原因分析")] == [
        "target",
        "actual",
        "unit",
        "reason",
    ]
    assert points_of("产出指标（45分）") == ("产出指标", "45")
    assert options_of("□优　☑良") == ["优", "良"]
    assert options_of("□") == []
    assert outermost(["all", "fiscal", "superior", "central", "unit"]) == ["fiscal", "unit"]
    assert level_keys(["产出", "效果指标", "过程"]) == ["output", "benefit", "other"]
