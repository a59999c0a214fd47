"""R02 问题与改进对应."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, said, table
from tests.crosschecks.samples import book, check, findings, only, paths, suining

REPORT = "2023年度渔业增殖放流项目支出绩效自评报告\n四、存在的问题\n{}\n五、改进措施和有关建议\n{}\n六、其他需要说明的问题\n标准未变。\n"
ASKED = check("R02", problems="text.problems", measures="text.measures")


def test_problems_and_no_remedy():
    text = REPORT.format("一是苗种价格上涨；二是人员不足。", "无")
    found = one(text, "R02")
    assert (found.message, found.arithmetic) == ("列出问题但没有对应改进措施。", "问题2条，改进措施和有关建议“无”")
    assert [place.quote for place in found.places] == ["无", "一是苗种价格上涨；二是人员不足。"]
    assert findable(text, found.places)


def test_cells():
    text = "项目支出绩效自评表\n\n" + table("存在问题|苗种价格上涨", "改进措施|无")
    assert one(text, "R02").arithmetic == "问题1条，改进措施“无”"


@pytest.mark.parametrize(
    ("problems", "remedies"),
    [("苗种价格上涨。", "提前询价，集中采购。"), ("无", "无"), ("无", "继续加大投入。"), ("暂无问题。", "无")],
)
def test_both_or_neither(problems, remedies):
    assert said(REPORT.format(problems, remedies), "R02") == []


def filing(problems: str, measures: str):
    return findings(suining(), book(statements={"text.problems": problems, "text.measures": measures}), ASKED)


def test_a_filing():
    found = only(filing("苗种价格上涨", "无"))
    assert (found.arithmetic, found.pending) == ("问题1条，改进措施“无”", False)
    assert paths(found) == ["text.measures", "text.problems"]
    assert only(filing("苗种价格上涨", "")).pending


@pytest.mark.parametrize(
    ("problems", "measures"), [("", ""), ("无", "无"), ("苗种价格上涨", "集中采购"), ("", "集中采购")]
)
def test_a_filing_in_order(problems, measures):
    assert filing(problems, measures) == ()
