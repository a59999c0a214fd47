"""外来文件: other columns, other numbers, other words; what was found is told with how, and what was not goes to the tray."""

from __future__ import annotations

import pytest

from intake.proposal import Origin
from intake.reading import How
from tests.intake import papers
from tests.intake.papers import foreign, found, rows, saved

TABLE, NATIONAL, JINZHONG = "510904/2024/project-table", "000000/2024/project-table", "140700/2020/project-table"

FUNDS = [
    ["资金来源", "全年预算数（元）", "全年执行数（元）", "年初预算数（元）"],
    ["年度资金总额", "1,200,000", "1,150,000", "1,000,000"],
    ["其中：当年财政拨款", "1200000", "1150000", "1000000"],
    ["其他资金", "0", "0", "0"],
]
INDICATORS = [
    ["三级指标", "实际完成值", "年度指标值", "一级指标", "二级指标", "分值", "自评得分", "偏差原因分析及改进措施"],
    ["发放人数", "123人", "≥120人", "产出指标", "数量指标", "30", "30", ""],
    ["按月发放率", "96%", "≥98%", "产出指标", "时效指标", "30", "29", "系统升级"],
    ["合计", "", "", "", "", "90", "59", ""],
]


@pytest.fixture
def proposal(tmp_path):
    def made(form, *blocks, origin=Origin.FILLED):
        return papers.proposal_of(form, saved(foreign(*blocks), tmp_path), origin=origin)

    return made


def test_columns_in_another_order(proposal):
    told = proposal(TABLE, INDICATORS)
    assert rows(told) == [
        {"level1": "产出指标", "level2": "数量指标", "name": "发放人数", "target": "≥120人", "actual": "123人", "weight": "30", "score": "30"},
        {"level1": "产出指标", "level2": "时效指标", "name": "按月发放率", "target": "≥98%", "actual": "96%", "weight": "30", "score": "29", "reason": "系统升级"},
    ]  # fmt: skip
    assert {row.how for row in told.rows} == {How.LABEL}
    assert all(row.ticked for row in told.rows)


def test_amounts_keep_the_unit_of_their_table_and_sums_are_seen_to_be_sums(proposal):
    assert found(proposal(TABLE, FUNDS)) == {
        "funds.adjusted.fiscal": "1200000元",
        "funds.spent.fiscal": "1150000元",
        "funds.initial.fiscal": "1000000元",
        "funds.adjusted.other": "0元",
        "funds.spent.other": "0元",
        "funds.initial.other": "0元",
    }


def test_a_total_that_its_parts_do_not_make_is_proposed(proposal):
    odd = [FUNDS[0], ["年度资金总额", "1,300,000", "1,150,000", "1,000,000"], *FUNDS[2:]]
    assert found(proposal(TABLE, odd))["funds.adjusted.all"] == "1,300,000元"


def test_labels_beside_below_and_inside_a_line(proposal):
    told = proposal(
        TABLE,
        [["项目负责人", "高启明", "主管部门", "人社局"], ["年度目标", "按月发放。", "财务负责人：苏文哲", ""]],
        "三、自评结论：资金使用规范。",
    )
    assert found(told) == {
        "text.manager": "高启明",
        "text.finance_manager": "苏文哲",
        "text.goal": "按月发放。",
        "text.conclusion": "资金使用规范。",
    }


def test_headings_of_another_outline(proposal):
    told = proposal(
        TABLE,
        "五、存在的主要问题",
        "下达较晚。",
        "支付偏慢。",
        "六、下一步改进措施",
        "（1）提前测算。",
        "（2）每季核对。",
        "七、审计情况",
        "无。",
    )
    assert found(told) == {
        "text.problems": "下达较晚。\n支付偏慢。",
        "text.measures": "（1）提前测算。\n（2）每季核对。",
    }
    assert [stray.text for stray in told.strays] == ["七、审计情况", "无。"]


def test_a_label_that_is_only_alike_is_not_ticked(proposal):
    told = proposal(TABLE, [["项目实施的内容及过程概述", "按月造表发放。"]])
    (item,) = told.items
    assert (item.path, item.ticked) == ("text.implementation", False)
    assert "项目实施的内容及过程概述" in item.doubt


def test_two_places_that_disagree_leave_a_doubt(proposal):
    report = "510904/2024/special-report"
    told = proposal(
        report, "2024年初预算10万元，调整后预算数12万元。", "2024年调整后预算数13万元，执行数9万元，预算执行率69%。"
    )
    doubts = {item.path: item.doubt for item in told.items}
    assert "13" in doubts["funds.adjusted.all"]
    assert doubts["funds.spent.all"] == ""


def test_words_where_a_number_belongs_are_doubtful(proposal):
    told = proposal(TABLE, [FUNDS[0], ["其中：当年财政拨款", "见附表", "1150000", "1000000"]])
    assert {item.path: item.doubt for item in told.items if item.doubt} == {"funds.adjusted.fiscal": "不像数字，请核对"}


def test_scores_by_the_words_of_their_rows(proposal):
    told = proposal(
        JINZHONG,
        [
            ["一级", "二级指标", "三级指标", "得分", "分值"],
            ["过程", "财务管理", "管理制度健全性", "2.50", "3"],
            ["过程", "业务管理", "管理制度健全性", "3.00", "3"],
            ["产出", "项目产出", "实际完成率", "8", "8"],
        ],
    )
    assert found(told) == {
        "score.finance_rules.self": "2.50",
        "score.business_rules.self": "3.00",
        "score.completion.self": "8",
    }


def test_another_projects_file_is_told(proposal):
    from dataclasses import replace

    from composing.lint import empty_book

    own = papers.blueprint(NATIONAL)
    book = replace(empty_book(own), identity={"project.name": "甲项目"})
    reading = papers.reading_of(
        NATIONAL, papers.Paper((papers.PaperTable((1, 1), 1, (papers.cell("项目名称", 0), papers.cell("乙项目", 1))),))
    )
    told = papers.propose(own, book, reading, Origin.FILLED).told
    assert [(one.path, one.found, one.ours, one.identity) for one in told] == [
        ("project.name", "乙项目", "甲项目", True)
    ]


def test_a_table_of_single_figures(tmp_path):
    from composing.lint import empty_book
    from intake.form import form_of
    from intake.probe import probe_of
    from intake.propose import propose
    from intake.read import read
    from intake.rows import rows_of
    from tests.blueprints.accounts import accounts

    form = accounts()
    probe = probe_of(form)
    table = [["项目", "预算数", "决算数", "人数"], ["基本支出", "120.5", "118", "32"], ["项目支出", "", "60", ""]]
    rows = rows_of(saved(foreign(table), tmp_path))
    reading = read(form, form_of(probe, papers.drawn(probe.blueprint, probe.book)), rows, {})
    assert found(propose(form, empty_book(form), reading, Origin.FILLED)) == {
        "figure.basic_spent": "118",
        "figure.basic_budget": "120.5",
        "figure.basic_people": "32",
        "figure.project_spent": "60",
    }


def test_a_workbook_by_hand(tmp_path):
    import openpyxl

    from documents.readers.reading import read_paper

    book = openpyxl.Workbook()
    for row in INDICATORS:
        book.active.append(row)
    path = tmp_path / "foreign.xlsx"
    book.save(path)
    told = papers.proposal_of(TABLE, read_paper(path))
    assert [row["name"] for row in rows(told)] == ["发放人数", "按月发放率"]
    assert told.rows[0].spot.cell.endswith("!A2")


def test_of_a_row_half_of_which_is_known_the_other_half_is_not_lost(proposal):
    told = proposal(TABLE, [["年度总体目标", "按月发放。", "上级批复文号", "某批复"]], "下一步措施：每月对账。")
    assert found(told) == {"text.goal": "按月发放。", "text.measures": "每月对账。"}
    assert [stray.text for stray in told.strays] == ["上级批复文号\t某批复"]
