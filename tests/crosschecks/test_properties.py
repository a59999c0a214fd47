"""性质: whatever stands on a paper, it is read, every rule looks at it, and every place it names can be found."""

from __future__ import annotations

import logging
import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosschecks import papers
from crosschecks.kinds.registry import KINDS
from crosschecks.papers import check_paper
from documents.readers.paper import Paper, PaperCell, PaperChart, PaperSeries, PaperTable, PaperText, Spot
from documents.readers.text import parse_text

FIGURES = [
    "0",
    "10",
    "9.80",
    "100%",
    "95.00%",
    "-3",
    "1,250.00",
    "2,160..00",
    "12万人",
    "≥90",
    "≥90%",
    "6艘",
    "—",
    "/",
    "",
    "XX",
]
HEADS = [
    "一级指标", "二级指标", "三级指标", "绩效指标", "绩效目标", "指标性质", "年度指标值", "度量单位", "实际完成值", "完成进度", "分值", "得分", "复核得分",
    "偏差原因", "项目资金（万元）", "年初预算数", "全年预算数（A）", "全年执行数（B）", "执行率", "实际到位资金", "结余", "其中：人员支出", "公用支出", "合计", "支出合计",
    "收入合计", "机构名称", "三公经费合计", "数量", "单价（元）", "金额（万元）", "占比", "序号", "评价内容", "完成情况", "评分说明",
]  # fmt: skip
WORDS = [
    "产出指标（50分）", "数量指标", "过程：", "年度资金总额", "其中：财政拨款", "其他资金", "总分", "小计", "汇总", "甲片区", "2023年12月底前", "优", "项目名称",
    "预算执行率", "资金到位率", "得分=4-未完成数×5", "存在问题", "无", "（13.5%）", "每人每年50元的标准，共300人、1.50万元。", "定性", "达成预期指标",
]  # fmt: skip
LINES = [
    "2023年度甲项目支出绩效自评报告", "一、项目概况", "（一）资金使用情况。", "支出30万元，其中：甲20万元、乙15万元。", "预算100万元，执行95万元，执行率90%。",
    "自评得分为97分，等次为优。", "结余5万元由财政收回。", "结余5万元结转下年使用。", "到位率100%。", "（图1：支出结构）", "45—18周岁", "每课时300元。", "标准为每馆每年20万元。",
]  # fmt: skip
anything = st.one_of(st.sampled_from(FIGURES), st.sampled_from(HEADS), st.sampled_from(WORDS), st.text(max_size=6))


@st.composite
def tables(draw: st.DrawFn) -> PaperTable:
    """A table of header words above rows of anything, some cells merged, some missing."""
    width, height = draw(st.integers(1, 9)), draw(st.integers(1, 7))
    header = draw(st.lists(st.sampled_from(HEADS), min_size=width, max_size=width))
    cells = []
    for row in range(height):
        column = 0
        while column < width:
            across = draw(st.sampled_from([1, 1, 1, 1, 2, 3]))
            down = draw(st.sampled_from([1, 1, 1, 2]))
            text = header[column] if row == 0 else draw(anything)
            if draw(st.integers(0, 15)):
                cells.append(PaperCell(text, column, row, across, down, Spot(cell=f"表1!{column}{row}")))
            column += across
    return PaperTable((1,) * width, height, tuple(cells), draw(st.sampled_from(["", "三公经费（万元）"])))


charts = st.builds(
    PaperChart,
    st.just("图"),
    st.sampled_from(["pie", "bar", ""]),
    st.lists(anything, max_size=3).map(tuple),
    st.lists(st.builds(PaperSeries, anything, st.lists(anything, max_size=3).map(tuple)), max_size=2).map(tuple),
)
texts = st.one_of(st.sampled_from(LINES), anything).map(lambda text: PaperText(text, spot=Spot(1)))
papers_of_any_kind = st.lists(st.one_of(tables(), texts, charts), max_size=5).map(lambda blocks: Paper(tuple(blocks)))
EASY = settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@EASY
@given(papers_of_any_kind)
def test_any_paper_is_read_and_looked_at(paper):
    for found in check_paper(paper):
        assert found.message
        assert found.places


@EASY
@given(
    st.lists(st.one_of(anything, st.sampled_from(["\t", "\n", "\n\t", "|", "\n\n", *LINES])), max_size=60).map("".join)
)
def test_any_text_is_read_and_every_place_is_a_line_of_it(text):
    count = len(re.split("\r\n?|[\n\x0b\x0c\x85\u2028\u2029]", text))
    for found in check_paper(parse_text(text)):
        assert all(1 <= place.line <= count for place in found.places)


def _broken(*_: object) -> object:
    raise ZeroDivisionError


def test_a_rule_that_fails_costs_itself_and_is_logged(monkeypatch, caplog):
    text = "每亩补700元—200元。\n支出30万元，其中：甲20万元、乙15万元。"
    assert {found.rule for found in check_paper(parse_text(text))} == {"T07", "U05"}
    monkeypatch.setattr(papers, "KINDS", {**KINDS, "T07": replace(KINDS["T07"], paper=_broken)})
    monkeypatch.setattr(papers.logger, "filters", [])
    with caplog.at_level(logging.ERROR):
        assert [found.rule for found in check_paper(parse_text(text))] == ["U05"]
    assert caplog.messages == ["规则T07没有查完这份文件"]


def test_tests_do_not_let_a_failing_rule_pass(monkeypatch):
    monkeypatch.setattr(papers, "KINDS", {**KINDS, "T07": replace(KINDS["T07"], paper=_broken)})
    with pytest.raises(ZeroDivisionError):
        check_paper(parse_text("支出30万元。"))
