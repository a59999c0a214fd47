"""T03 目标值前后一致, on paper."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, quotes, said, table

PROSE = (
    "一、概况\n（二）项目绩效目标。\n1.数量指标：养护里程386.4公里，新装护栏{}公里。\n2.质量指标：合格率100%。\n"
    "三、项目绩效情况\n（一）项目完成情况。\n（1）新装护栏：目标{}公里，实际完成45.6公里。\n"
)
ROWS = "甲项目支出绩效自评表\n" + table(
    "一级指标|二级指标|三级指标|指标值|完成值|分值|得分",
    "效益指标|满意度指标|家长满意度|≥95%|93.8%|10|9",
    "产出指标|成本指标|单台平均成本|≤25万元|21.45万元|10|10",
)


def test_another_target_among_the_results():
    text = PROSE.format(42, 45)
    found = one(text, "T03")
    assert found.message == "“新装护栏”目标值前写42公里、后写45公里。"
    assert quotes(found) == ["目标45公里", "新装护栏42公里"]
    assert findable(text, found.places)
    assert said(PROSE.format(45, 45), "T03") == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("家长满意度93.8%，未达到90%的目标值。", 1),
        ("家长满意度93.8%，未达到95%的目标值。", 0),
        ("单台平均成本21.45万元，低于20万元的目标值。", 1),
        ("单台平均成本21.45万元，低于25万元的目标值。", 0),
        ("设备完好率96%，高于90%的目标值。", 0),
    ],
)
def test_a_target_of_the_table_told_again(words, told):
    assert len(said(f"{ROWS}\n三、绩效情况\n{words}\n", "T03")) == told
