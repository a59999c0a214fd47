"""S08 定量得分: self scores of quantitative lines against the rule."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
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
