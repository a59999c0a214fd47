"""R04 结论与数据一致."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.papers import findable, one, said, table

TITLE = "2023年度渔业增殖放流项目支出绩效自评报告\n三、项目绩效情况\n（一）项目完成情况\n"


@pytest.mark.parametrize(
    ("text", "claim", "why"),
    [
        (
            "社会效益指标：带动渔民增收，实际基本完成。各项指标达到预计水平，项目圆满完成。",
            "圆满完成",
            "同段写有“实际基本完成”",
        ),
        ("清理河道：目标300公里，实际完成280公里，任务全面完成。", "全面完成", "实际280公里＜目标300公里"),
        (
            "全年设定绩效目标8个，完成绩效目标8个。目标完成较好，超额完成任务。",
            "超额完成",
            "完成8个，目标8个，没有超额",
        ),
        (
            "年初预算80.00万元，决算支出50.00万元。全年预算数与执行数相匹配。",
            "预算数与执行数相匹配",
            "年初预算80.00万元，决算50.00万元，相差37.50%",
        ),
    ],
)
def test_words_against_figures(text, claim, why):
    found = one(TITLE + text, "R04")
    assert (found.message, found.arithmetic) == (f"结论“{claim}”与数据不符。", why)
    assert (found.severity, findable(TITLE + text, found.places)) == (Severity.WARNING, True)


@pytest.mark.parametrize(
    "text",
    [
        "各项指标达到预计水平，项目圆满完成。",
        "清理河道：目标300公里，实际完成310公里，任务全面完成。",
        "清理河道：目标300公里，实际完成30次，任务全面完成。",
        "全年设定绩效目标8个，完成绩效目标9个，超额完成任务。",
        "年初预算80.00万元，决算支出79.00万元。全年预算数与执行数相匹配。",
        "实际基本完成。\n各项任务正在推进。",
    ],
)
def test_words_the_figures_bear_out(text):
    assert said(TITLE + text, "R04") == []


HEAD = "项目支出绩效自评表\n（2023年度）\n\n"
COLUMNS = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分"


def test_a_conclusion_over_a_table_that_fell_short():
    rows = ("产出指标|数量指标|放流场次|≥6场|5场|10|8", "||培训人次|≥60人次|66人次|10|10")
    text = HEAD + table(COLUMNS, *rows, "评价结论|项目各项任务全部完成，效果良好。")
    found = one(text, "R04")
    assert (found.arithmetic, findable(text, found.places)) == ("“放流场次”完成5场，未达到≥6场", True)
    assert said(HEAD + table(COLUMNS, rows[1], "评价结论|项目各项任务全部完成，效果良好。"), "R04") == []


def test_one_thing_done_beyond_its_target_is_no_conclusion():
    text = HEAD + table(
        COLUMNS, "产出指标|数量指标|放流场次|≥6场|5场|10|8", "备注说明情况|培训渔民66人次，超额完成10%。"
    )
    assert said(text, "R04") == []
