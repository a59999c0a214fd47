"""S08 定量得分: self scores of quantitative lines against the rule."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.papers import findable, said, table
from tests.crosschecks.samples import book, check, findings, jinzhong, only, paths, row, suining

ASKED = check("S08", of=("execution", "indicators"))


def people(score, actual="108.13", **more):
    fields = {"relation": "≥", "target": "116.11", "unit": "万人", "actual": actual, "weight": "8", "score": score}
    return book(row("r1", **{**fields, **more}))


def test_more_than_the_share_completed():
    found = only(findings(suining(), people("8"), ASKED))
    assert found.message == "“指标甲r1”按完成情况应得7.45分，填报8分。"
    assert found.arithmetic == ("性质“≥”，完成值108.13万人÷目标值116.11万人＝93.13%；×8分＝7.45分；填报8分")
    assert paths(found) == ["indicators.r1.score", "indicators.r1.target", "indicators.r1.actual"]


@pytest.mark.parametrize("score", ["7.45", "7.5", "7.55", "7.35", ""])
def test_within_a_tenth_or_not_scored(score):
    assert findings(suining(), people(score), ASKED) == ()


def test_less_than_due_is_told_too():
    modest, proud = only(findings(suining(), people("7"), ASKED)), only(findings(suining(), people("8"), ASKED))
    assert modest.message.endswith("应得7.45分，填报7分。")
    assert (modest.severity, proud.severity) == (Severity.WARNING, Severity.ERROR)


def test_nothing_computed_nothing_to_say():
    assert findings(suining(), people("8", actual=""), ASKED) == ()


def test_people_judge_qualitative_rows():
    judged = people("6", relation="定性", target="按时", actual="按时")
    assert findings(suining(), judged, ASKED) == ()


def test_the_leaf_of_s07_is_left_to_s07():
    facts = book(funds={"adjusted.fiscal": "100", "spent.fiscal": "50"}, scores={"execution": "10"})
    rate = check("S07", of="execution", value="funds.spent.all", over="funds.adjusted.all")
    assert [finding.rule for finding in findings(suining(), facts, ASKED, rate)] == ["S07"]
    assert [finding.rule for finding in findings(suining(), facts, ASKED)] == ["S08"]


def test_a_leaf_reckoned_from_rows():
    facts = book(row("r1", target="116.11万人", actual="108.13万人"), year=2020, scores={"completion": "8.00"})
    found = only(findings(jinzhong(), facts, check("S08", of="output")))
    assert found.message == "“实际完成率”按完成情况应得7.45分，填报8分。"
    assert paths(found) == ["score.completion.self", "indicators.r1.target", "indicators.r1.actual"]


# --- on paper ---

ROWS = (
    "绩效指标（二级）|绩效指标（三级）|目标值|实际完成指标值|完成进度",
    "数量指标|更新广播|{}|{}|{}",
    "质量指标|验收合格率|100%|100%|100.00%",
    "成本指标|项目总支出|不超过850.00万元|803.00万元|94.47%",
)


@pytest.mark.parametrize(
    ("target", "actual", "progress", "told"),
    [
        ("160套", "168套", "95.24%", 1),
        ("160套", "168套", "105.00%", 0),
        ("160套", "168套", "100.00%", 0),  # cut off
        ("9处", "8处", "88.89%", 0),
        ("9处", "8处", "100%", 1),
        ("按计划更新", "已按计划更新", "100.00%", 0),
        ("0起", "0起", "100.00%", 0),
        ("≤30天", "24天", "125%", 0),
    ],
)
def test_progress(target, actual, progress, told):
    text = "甲项目支出绩效自评表\n" + table(*ROWS).format(target, actual, progress)
    found = said(text, "S08")
    assert len(found) == told
    assert all(findable(text, each.places) for each in found)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("目标386.4公里，实际完成368.4公里，任务全面完成。", 1),
        ("目标386.4公里，实际完成386.4公里，任务全面完成。", 0),
        ("目标386.4公里，实际完成368.4公里，尚有18公里未完成。", 0),
        ("成本控制目标386.4万元，实际完成368.4万元，任务全面完成。", 0),
    ],
)
def test_all_done_it_says(words, told):
    text = f"一、绩效情况\n（1）日常养护里程：{words}\n"
    assert len(said(text, "S08")) == told


# --- columns of deductions and of scores out of a hundred ---


@pytest.mark.parametrize(("score", "count"), [("48", 0), ("49", 1)])
def test_points_less_the_deduction(score, count):
    text = table(
        "三级指标|目标值|完成值|分值|扣分|得分", "站点数量|10个|10个|50|0|50", f"老人满意度|90%|92%|50|2|{score}"
    )
    found = said(text, "S08")
    assert len(found) == count
    assert all(findable(text, each.places) for each in found)


@pytest.mark.parametrize(("score", "count"), [("57", 0), ("58", 1)])
def test_weight_times_score(score, count):
    text = table("评价指标|权重|得分|加权得分", f"项目产出|60%|95|{score}", "项目效益|40%|90|36", "合计|100%||93")
    assert len(said(text, "S08")) == count


@pytest.mark.parametrize(("rate", "count"), [("98.00%", 1), ("96.00%", 0), ("96%", 0)])
def test_the_rate_of_a_score(rate, count):
    rows = ("一级指标|权重|自评得分|得分率", f"过程|25|24|{rate}", "产出|35|34|97.14%", "合计|60|58|96.67%")
    assert len(said(table(*rows), "S08")) == count
