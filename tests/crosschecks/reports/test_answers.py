"""问题与措施的识读."""

from __future__ import annotations

import pytest

from crosschecks.reports.answers import Answer, answers
from tests.crosschecks.papers import report, table

TITLE = "2023年度渔业增殖放流项目支出绩效自评报告\n"
NOWHERE = report(TITLE + "一、概况\n无\n").sentences[0].place()


def test_sections_by_name():
    text = (
        TITLE
        + "四、问题及建议\n（一）存在的问题。\n苗种价格上涨。\n（二）相关建议。\n无\n五、其他需要说明的问题\n标准未变。\n"
    )
    found = report(text)
    assert [(a.label, a.text, a.is_none) for a in answers(found, "problems")] == [
        ("存在的问题", "苗种价格上涨。", False)
    ]
    assert [(a.label, a.text, a.is_none) for a in answers(found, "remedies")] == [("相关建议", "无", True)]


def test_cells():
    found = report("项目支出绩效自评表\n\n" + table("存在问题|无。", "改进措施|加强核实"))
    assert [(a.text, a.is_none, a.sentences) for a in answers(found, "problems")] == [("无。", True, ())]
    assert [(a.text, a.says) for a in answers(found, "remedies")] == [("加强核实", True)]


@pytest.mark.parametrize(
    ("text", "is_none", "items"),
    [
        ("无", True, 0),
        ("暂无问题。", True, 0),
        ("本项目不存在明显问题", True, 0),
        ("", False, 0),
        ("苗种价格上涨。", False, 1),
        ("一是苗种价格上涨；二是人员不足。", False, 2),
        ("1.苗种价格上涨。2.人员不足。3.资金到位晚。", False, 3),
    ],
)
def test_none_and_how_many(text, is_none, items):
    answer = Answer("问题", text, NOWHERE)
    assert (answer.is_none, answer.items) == (is_none, items)
