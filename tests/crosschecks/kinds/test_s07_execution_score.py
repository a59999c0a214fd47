"""S07 预算执行率得分: the leaf against its rate."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, said, table
from tests.crosschecks.samples import book, check, findings, only, paths, suining

ASKED = check("S07", of="execution", value="funds.spent.all", over="funds.adjusted.all")


def facts(score, spent="2364.01", adjusted="2536.08"):
    return book(funds={"adjusted.fiscal": adjusted, "spent.fiscal": spent}, scores={"execution": score})


def test_full_marks_for_less_than_all():
    found = only(findings(suining(), facts("10"), ASKED))
    assert found.message == "“预算执行率”93.22%，应得9.32分，填报10分。"
    assert found.arithmetic == "2364.01万元÷2536.08万元＝93.22%；93.22%×10分＝9.32分，填报10分"
    assert paths(found) == ["score.execution.self", "funds.spent.all", "funds.adjusted.all"]
    assert found.remedy == "请核对执行数与预算数，或将得分改为9.32分"


@pytest.mark.parametrize("score", ["9.32", "9.3", "9.42", "9.22", ""])
def test_near_enough_or_not_scored(score):
    assert findings(suining(), facts(score), ASKED) == ()


def test_a_tenth_is_the_limit():
    assert findings(suining(), facts("9.43"), ASKED)
    assert (
        findings(
            suining(),
            facts("9.43"),
            check("S07", of="execution", value="funds.spent.all", over="funds.adjusted.all", tolerance="0.5"),
        )
        == ()
    )


def test_more_than_all_counts_as_all():
    assert findings(suining(), facts("10", spent="105", adjusted="100"), ASKED) == ()
    found = only(findings(suining(), facts("9", spent="105", adjusted="100"), ASKED))
    assert found.arithmetic == "105.00万元÷100.00万元＝105.00%；100.00%×10分＝10分，填报9分"


@pytest.mark.parametrize(("spent", "adjusted"), [("", "100"), ("100", ""), ("0", "0"), ("5", "0")])
def test_no_rate_nothing_to_say(spent, adjusted):
    assert findings(suining(), facts("10", spent=spent, adjusted=adjusted), ASKED) == ()


# --- on paper ---

FUNDS = table(
    "资金情况（万元）|预算资金|县级资金||850.00",
    "|实际到位资金|||807.50",
    "|实际支出资金|当年资金||803.00",
    "二、项目概况",
)
SCORES = table(
    "评分表|二级指标|三级指标|指标分值|评价得分",
    "|资金落实|资金到位率|5|{}",
    "||到位及时率|3|3",
    "|业务管理|制度健全性|4|4",
)


def test_points_for_what_arrived():
    text = f"甲项目支出绩效自评表\n{FUNDS}\n概况\n按计划实施。\n{SCORES}"
    found = one(text.format("4.50"), "S07")
    assert found.arithmetic == "807.5万元÷850万元（计划）＝95.00%；×5分＝4.75分，填报4.5分"
    assert findable(text.format("4.50"), found.places)
    assert said(text.format("4.75"), "S07") == []


@pytest.mark.parametrize(("score", "count"), [("9.8", 1), ("9.2", 0), ("10", 0), ("9", 0)])
def test_the_score_of_the_rate_told_in_prose(score, count):
    """Full marks from some rate on and whole points are rules of places."""
    assert len(said(f"一、得分\n预算执行率92%，该项满分10分，得分{score}分。", "S07")) == count
