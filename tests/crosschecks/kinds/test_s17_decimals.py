"""S17 得分小数位."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, quotes, said, table
from tests.crosschecks.samples import book, check, findings, only, paths, row, suining

ASKED = check("S17", of=("execution", "indicators"))


def form(weight: str, score: str) -> str:
    head = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分"
    return "项目支出绩效自评表\n（2023年度）\n\n" + table(
        head, f"产出指标|数量指标|改造公厕数量|≥20座|19座|{weight}|{score}"
    )


def test_three_decimals():
    text = form("10", "9.505")
    found = one(text, "S17")
    assert found.message == "“改造公厕数量”得分9.505有3位小数，得分请保留两位以内小数。"
    assert (found.arithmetic, quotes(found), found.fix) == ("3位＞2位", ["9.505"], None)
    assert findable(text, found.places)


def test_zeros_at_the_end_may_go():
    found = one(form("10.000", "9.5"), "S17")
    assert (found.fix.old, found.fix.new) == ("10.000", "10.00")


@pytest.mark.parametrize(("weight", "score"), [("10", "9.50"), ("22.5", "21.38"), ("10", "—"), ("10", "")])
def test_two_decimals_or_none(weight, score):
    assert said(form(weight, score), "S17") == []


def test_a_target_may_have_as_many_as_it_likes():
    head = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分"
    text = "项目支出绩效自评表\n\n" + table(head, "产出指标|质量指标|水样浊度|≤0.125|0.118|10|10")
    assert said(text, "S17") == []


def test_on_a_form():
    facts = book(row("a", weight="8", score="7.333"), scores={"execution": "9.32"})
    found = only(findings(suining(), facts, ASKED))
    assert (paths(found), found.arithmetic) == (["indicators.a.score"], "3位＞2位")
    assert findings(suining(), book(row("a", weight="8", score="7.33"), scores={"execution": "9.3"}), ASKED) == ()
    coarse = check("S17", of="indicators", places="0")
    assert len(findings(suining(), facts, coarse)) == 1
