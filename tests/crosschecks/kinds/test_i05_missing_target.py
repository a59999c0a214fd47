"""I05 目标值缺失."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.papers import findable, one, said, table
from tests.crosschecks.samples import book, check, findings, only, paths, row, suining

ASKED = check("I05", of="indicators")


@pytest.mark.parametrize("target", ["", " ", "—", "/", "无"])
def test_named_without_a_target(target):
    found = only(findings(suining(), book(row("r1", target=target)), ASKED))
    assert (found.message, found.arithmetic) == ("“指标甲r1”未填指标值。", "指标值为空")
    assert paths(found) == ["indicators.r1.target", "indicators.r1.name"]
    assert found.pending


@pytest.mark.parametrize("target", ["0", "应保尽保", "≥95%"])
def test_a_target(target):
    assert findings(suining(), book(row("r1", target=target)), ASKED) == ()


@pytest.mark.parametrize("name", ["", "指标1："])
def test_without_a_name_it_is_for_i03(name):
    assert findings(suining(), book(row("r1", name=name, actual="1")), ASKED) == ()


# --- papers ---

HEAD = "项目支出绩效自评表\n（2023年度）\n\n"
COLUMNS = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分"


@pytest.mark.parametrize(("target", "shown"), [("", ""), ("—", "—"), ("/", "/")])
def test_a_row_of_a_table_without_a_target(target, shown):
    text = HEAD + table(COLUMNS, "产出指标|数量指标|放流场次|≥6场|6场|10|10", f"|质量指标|苗种质量|{target}|100%|20|20")
    found = one(text, "I05")
    assert (found.message, found.arithmetic) == ("“苗种质量”未填年度指标值。", f"指标值“{shown}”，完成值“100%”")
    assert found.severity is Severity.ERROR
    assert findable(text, found.places)


@pytest.mark.parametrize(
    "line",
    [
        "|质量指标|苗种质量|100%|100%|20|20",
        "|质量指标|苗种合格率≥95%||96%|20|20",  # the target stands in the name
        "|质量指标|苗种质量||||",  # nothing reported yet
        "|质量指标|差错数|0|0|20|20",
        "|质量指标|预算执行率||95%|10|9.5",
    ],
)
def test_a_row_with_a_target_or_not_reported(line):
    assert said(HEAD + table(COLUMNS, "产出指标|数量指标|放流场次|≥6场|6场|10|10", line), "I05") == []


def test_a_goal_that_only_names_the_money():
    text = HEAD + table("项目名称|渔业增殖放流", "项目年度目标|2023年渔业增殖放流县级配套资金。")
    found = one(text, "I05")
    assert found.message == "“项目年度目标”只写了资金名称，没有写要达到什么目标。"
    assert (found.severity, findable(text, found.places)) == (Severity.WARNING, True)


@pytest.mark.parametrize(
    "goal", ["完成2023年放流任务，落实县级配套资金", "确保渔民转产补助", "放流鱼苗300万尾，水域种群有所恢复"]
)
def test_a_goal(goal):
    assert said(HEAD + table("项目名称|渔业增殖放流", f"项目年度目标|{goal}"), "I05") == []
