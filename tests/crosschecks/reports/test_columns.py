"""表头的识读: roles by words, headers of two rows whose merges were lost."""

from __future__ import annotations

import pytest

from crosschecks.reports.columns import FUND_ROLES, INDICATOR_ROLES, merged_header, plain_header, role_of
from crosschecks.reports.fold import fold
from crosschecks.reports.grid import GridCell
from documents.readers.paper import NOWHERE


def row(text: str) -> list[GridCell]:
    return [GridCell(fold(word), 0, column, NOWHERE) for column, word in enumerate(text.split("|"))]


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("三级指标", "name"),
        ("绩效指标（三级）", "name"),
        ("年度指标值", "target"),
        ("指标（目标）值", "target"),
        ("全年实际值", "actual"),
        ("实际完成指标值", "actual"),
        ("度量\n单位", "unit"),
        ("分值（10分）", "weight"),
        ("自评得分", "score"),
        ("偏差原因分析及改进措施", "reason"),
        ("未完成原因分析", "reason"),
        ("完成进度", "progress"),
        ("姓名", ""),
        ("某某指标完成得很好的情况说明文字太长不是表头", ""),
    ],
)
def test_indicator_roles(word, role):
    assert role_of(fold(word).text, INDICATOR_ROLES) == role


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("年初预算数", "initial"),
        ("全年预算数（A）", "adjusted"),
        ("调整后预算数", "adjusted"),
        ("全年执行数（B）", "spent"),
        ("执行率（B/A）", "rate"),
        ("预算执行率", "rate"),
        ("实际到位资金（万元）", "received"),
        ("结余（万元）", "carried"),
        ("会计凭证号", ""),
    ],
)
def test_fund_roles(word, role):
    assert role_of(fold(word).text, FUND_ROLES) == role


def test_plain_header():
    assert plain_header("实际支出\n（万元）") == "实际支出"
    assert plain_header("（二级）") == "（二级）"


def names(upper: str, lower: str) -> list[str]:
    return ["/".join(cell.text for cell in path) for path in merged_header(row(upper), row(lower))]


def test_empty_cells_stand_under_a_cell_of_both_rows():
    assert names("机构|合计|其中：", "||结转|拨款|其他") == [
        "机构",
        "合计",
        "其中：/结转",
        "其中：/拨款",
        "其中：/其他",
    ]


def test_a_run_stands_under_one_cell_and_the_rest_keeps_its_own():
    upper, lower = "绩效指标|解释|说明|得分", "一级|二级|三级|分值|||"
    assert names(upper, lower) == [
        "绩效指标/一级",
        "绩效指标/二级",
        "绩效指标/三级",
        "绩效指标/分值",
        "解释",
        "说明",
        "得分",
    ]


def test_two_covering_cells_share_a_run_by_their_words():
    assert names("机构|支出合计|其中：|结余", "||基本支出|项目支出|当年结余|累计结余") == [
        "机构",
        "支出合计",
        "其中：/基本支出",
        "其中：/项目支出",
        "结余/当年结余",
        "结余/累计结余",
    ]


def test_more_cells_above_than_below():
    assert names("项目资金|其中|年初|调整|分值|得分", "||资金总额||") == [
        "项目资金",
        "其中",
        "年初/资金总额",
        "分值",
        "得分",
    ]


def test_what_was_changed_is_not_what_it_became():
    assert role_of("预算调整数", FUND_ROLES) == "change"
    assert role_of("调整后数", FUND_ROLES) == role_of("预算调整后数", FUND_ROLES) == "adjusted"


def test_a_longer_row_above_is_shared_as_far_as_it_goes():
    assert [name.split("/")[-1] for name in names("目标|预期||实际|||", "一级|二级|")] == ["一级", "二级", ""]
