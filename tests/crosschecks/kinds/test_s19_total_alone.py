"""S19 总分无明细."""

from __future__ import annotations

import pytest

from tests.crosschecks.linxiang import project
from tests.crosschecks.papers import findable, one, said, table
from tests.crosschecks.samples import book, check, findings, jinzhong, only, paths


def test_a_total_nobody_can_reckon_again():
    found = only(findings(project(), book(year=2022, scores={"overall": "98"}), check("S19", severity="hint")))
    assert found.message == "综合得分98分没有评分明细支撑。"
    assert (found.severity, paths(found)) == ("hint", ["score.overall.self"])


def test_nothing_scored_or_scored_in_detail():
    assert findings(project(), book(year=2022), check("S19")) == ()
    assert findings(jinzhong(), book(year=2020, scores={"initiation": "3"}), check("S19")) == ()


# --- on paper ---

ROWS = (
    "评价内容|二级指标|绩效目标|目标值|完成情况{}",
    "产出目标|数量指标|新增图书|≥1.2万册|12860册{}",
    "|质量指标|编目合格率|≥99%|99.6%{}",
    "|时效指标|上架周期|≤20天|18天{}",
)


@pytest.mark.parametrize("last", ["绩效自评综合得分|92", "综合得分||92"])
def test_a_total_without_points(last):
    text = "甲馆整体支出绩效自评表\n" + table(*(row.format("") for row in ROWS), last)
    found = one(text, "S19")
    assert found.message == "综合得分92分没有评分明细支撑。"
    assert findable(text, found.places)


def test_a_total_with_points():
    told = ("|分值|得分", "|30|30", "|40|38", "|30|24")
    text = "甲馆整体支出绩效自评表\n" + table(
        *(row.format(more) for row, more in zip(ROWS, told, strict=True)), "综合得分|||||100|92"
    )
    assert said(text, "S19") == []
