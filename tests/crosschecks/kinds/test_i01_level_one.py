"""I01 一级指标齐全."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.papers import findable, one, said, table
from tests.crosschecks.samples import book, check, findings, only, paths, row, suining

HEAD = "项目支出绩效自评表\n（2023年度）\n\n"
COLUMNS = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分"
OUTPUT = (
    "产出指标|数量指标|投放鱼苗数量|≥300万尾|310万尾|20|20",
    "||放流场次|≥6场|6场|10|10",
    "|质量指标|苗种检疫合格率|100%|100%|20|20",
)
BENEFIT = "效益指标|生态效益指标|水域种群恢复|有所恢复|有所恢复|30|30"
PLEASED = "满意度指标|服务对象满意度指标|渔民满意度|≥90%|93%|10|10"
ASKED = check("I01", of="indicators")


def test_a_table_without_benefits():
    text = HEAD + table(COLUMNS, *OUTPUT, PLEASED)
    found = one(text, "I01")
    assert (found.message, found.arithmetic) == ("缺少效益指标。", "有产出、满意度，无效益")
    assert (found.severity, found.places[0].quote) == (Severity.ERROR, "产出指标")
    assert findable(text, found.places)


def test_satisfaction_is_set_where_it_fits_so_its_lack_only_hints():
    found = one(HEAD + table(COLUMNS, *OUTPUT, BENEFIT), "I01")
    assert (found.message, found.severity) == ("缺少满意度指标。", Severity.WARNING)


@pytest.mark.parametrize(
    "rows",
    [
        (COLUMNS, *OUTPUT, BENEFIT, PLEASED),
        (COLUMNS, OUTPUT[0], PLEASED),  # too little of it to judge
        (
            "一级指标|二级指标|三级指标|分值|自评得分",
            "履职效能|工作实绩|放流任务|20|20",
            "|监管|巡查次数|20|20",
            "预算管理|编制|准确率|10|9",
        ),
    ],
)
def test_complete_too_short_or_another_frame(rows):
    assert said(HEAD + table(*rows), "I01") == []


def test_a_level_that_stands_in_another_table_is_there():
    other = table("指标|说明", "社会效益指标|带动渔民增收")
    assert (
        said(HEAD + table(COLUMNS, *OUTPUT, PLEASED) + "\n\n其他情况如下，供审核时参考使用。\n\n" + other, "I01") == []
    )


PROSE = "2023年度渔业增殖放流项目支出绩效自评报告\n一、项目概况\n（二）项目绩效目标\n"
GOALS = "具体绩效目标：数量指标为投放鱼苗300万尾；质量指标为检疫合格率100%；满意度指标为渔民满意度90%以上。"


def test_goals_told_in_a_sentence():
    found = one(PROSE + GOALS, "I01")
    assert (found.message, found.arithmetic) == ("缺少效益指标。", "有数量、质量、满意度，无效益")


@pytest.mark.parametrize(
    "more",
    [
        "社会效益指标为带动渔民增收。",
        "项目实施后应对水域生态产生积极影响。",
    ],
)
def test_benefits_told_beside_them(more):
    assert said(PROSE + GOALS + "\n" + more, "I01") == []


def test_results_are_no_goals():
    text = "2023年度渔业增殖放流项目支出绩效自评报告\n三、项目绩效情况\n（一）完成情况\n" + GOALS[7:]
    assert said(text, "I01") == []


# --- filings ---

ROWS = (row("a"), row("b", level2="质量指标"), row("c", level1="满意度指标", level2="服务对象满意度指标"))


def test_a_filing_without_benefits():
    found = only(findings(suining(), book(*ROWS), ASKED))
    assert (found.message, found.severity, found.pending) == ("缺少效益指标。", Severity.ERROR, True)
    assert paths(found) == ["indicators.c.level1"]


def test_a_filing_that_has_them_is_just_begun_or_need_not():
    benefit = row("d", level1="效益指标", level2="社会效益指标")
    assert findings(suining(), book(*ROWS, benefit), ASKED) == ()
    assert findings(suining(), book(*ROWS[1:]), ASKED) == ()
    assert findings(suining(), book(*ROWS), check("I01", of="indicators", groups=("产出", "满意度"))) == ()
