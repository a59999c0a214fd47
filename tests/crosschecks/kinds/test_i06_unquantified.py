"""I06 数量、成本指标量化."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.papers import findable, one, said, table
from tests.crosschecks.samples import book, check, findings, only, paths, row, suining

ASKED = check("I06", of="indicators")


def test_words_only():
    found = only(findings(suining(), book(row("r1", target="应保尽保")), ASKED))
    assert (found.message, found.arithmetic) == ("“指标甲r1”未量化。", "指标值“应保尽保”中没有数字")
    assert (found.severity, paths(found)) == (Severity.HINT, ["indicators.r1.target"])


@pytest.mark.parametrize("target", ["12", "不少于两次", "１２次", "十五个缴费档次", "", "—"])
def test_figures_or_nothing_typed(target):
    assert findings(suining(), book(row("r1", target=target)), ASKED) == ()


@pytest.mark.parametrize(
    ("level1", "level2", "count"),
    [
        ("产出指标", "质量指标", 0),
        ("成本指标", "经济成本指标", 1),
        ("成本指标", "其他", 1),
        ("产出指标", "成本指标", 1),
    ],
)
def test_only_kinds_that_are_counted(level1, level2, count):
    facts = book(row("r1", level1=level1, level2=level2, target="优"))
    assert len(findings(suining(), facts, ASKED)) == count


# --- papers ---

HEAD = "项目支出绩效自评表\n（2023年度）\n\n"
COLUMNS = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分"


def test_a_row_of_a_table():
    text = HEAD + table(COLUMNS, "产出指标|数量指标|补充鱼苗|按计划补充|已补充|10|10")
    found = one(text, "I06")
    assert (found.message, found.arithmetic) == ("“补充鱼苗”未量化。", "指标值“按计划补充”中没有数字")
    assert (found.severity, findable(text, found.places)) == (Severity.HINT, True)


@pytest.mark.parametrize(
    "line",
    [
        "产出指标|数量指标|放流场次|不少于六场|6场|10|10",
        "产出指标|质量指标|苗种质量|合格|合格|10|10",
        "产出指标|成本指标|项目成本|≤80万元|79万元|10|10",
        "产出指标|数量指标|补充鱼苗|||10|",
    ],
)
def test_a_row_with_figures_or_of_another_kind(line):
    assert said(HEAD + table(COLUMNS, line), "I06") == []


REPORT = "2023年度渔业增殖放流项目支出绩效自评报告\n一、项目概况\n（二）项目绩效目标\n"


def test_goals_and_results_told_in_prose_once():
    text = (
        f"{REPORT}数量指标：鱼苗投放应投尽投；质量指标：检疫合格率100%。\n三、项目绩效情况\n（一）项目完成情况\n"
        "数量指标：鱼苗投放应投尽投，实际完成100%；质量指标：检疫合格率100%，实际完成100%。"
    )
    found = one(text, "I06")
    assert (found.message, len(found.places)) == ("“数量指标”未量化。", 2)
    assert findable(text, found.places)


def test_goals_with_figures_in_prose():
    assert said(f"{REPORT}数量指标：投放鱼苗300万尾；质量指标：苗种合格；成本指标：不超过80万元。", "I06") == []
