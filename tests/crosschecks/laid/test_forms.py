"""整张表的还原: a form pasted as plain lines becomes tables; lines that only look like a header stay text."""

from __future__ import annotations

import pytest

from crosschecks.reports.read import dossier_of
from documents.readers.text import parse_text
from tests.crosschecks.papers import findable, one

HEAD = "某县水厂改造项目支出绩效自评表\n\n项目名称\n水厂改造\n主管部门\n某县水务局\n"
FUNDS = "项目资金\n\n年初预算数\n全年预算数\n全年执行数\n分值\n执行率\n得分\n年度资金总额\n80.00\n100.00\n95.00\n10\n95.00%\n9.50\n其中：财政拨款\n80.00\n100.00\n95.00\n—\n95.00%\n—\n"
GOALS = "年度总体目标\n预期目标\n实际完成情况\n\n改造水厂3座，受益人口1.2万人。\n已改造水厂3座，受益人口1.2万人。\n"
HEADER = "一级指标\n二级指标\n三级指标\n年度指标值\n实际完成值\n分值\n得分\n偏差原因分析及改进措施\n\n"
ROWS = "产出指标\n（60分）\n数量指标\n（40分）\n改造水厂座数\n3\n3\n40\n40\n—\n\n质量指标\n（20分）\n验收合格率\n100%\n98%\n20\n19.6\n个别管段返工\n\n效益指标\n（30分）\n社会效益指标\n受益人口\n≥1.2万人\n1.2万人\n30\n30\n—\n\n总分\n100\n99.10\n\n自评结论\n本项目自评得分99.10分。\n"
FORM = HEAD + FUNDS + GOALS + HEADER + ROWS


def read(text):
    (report,) = dossier_of(parse_text(text)).reports
    return report


def test_rows_levels_points_and_the_total():
    (table,) = read(FORM).indicators
    told = [(row.level1_name, row.level2_name, row.name, row.text("target"), row.text("score")) for row in table.lines]
    assert told == [
        ("产出指标", "数量指标", "改造水厂座数", "3", "40"),
        ("产出指标", "质量指标", "验收合格率", "100%", "19.6"),
        ("效益指标", "社会效益指标", "受益人口", "≥1.2万人", "30"),
    ]
    assert table.lines[1].text("reason") == "个别管段返工"
    assert table.lines[0].level1.flat == "产出指标（60分）"
    assert str(table.total.number("score")) == "99.10"


def test_funds_labels_and_goals():
    found = read(FORM)
    assert found.funds[0].written(found.funds[0].total, "score") is not None
    assert [(pair.name, pair.text) for pair in found.pairs if pair.name in {"project", "goal"}] == [
        ("project", "水厂改造"),
        ("goal", "改造水厂3座，受益人口1.2万人。"),
    ]


def test_what_is_told_of_it_can_be_found_in_the_text():
    text = FORM.replace("总分\n100\n99.10", "总分\n100\n98.10")
    assert findable(text, one(text, "S05").places)


@pytest.mark.parametrize(
    "lines", ["一级指标\n分值\n得分\n", "年初预算数\n全年执行数\n", "分值、得分和权重按办法确定。\n"]
)
def test_a_few_words_are_no_header(lines):
    report = read(HEAD + lines + "改造水厂座数\n3\n40\n40\n")
    assert (report.indicators, report.funds, report.matrices) == ((), (), ())
