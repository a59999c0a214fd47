"""S03 二级分值=Σ三级分值, on paper; the form half is tested with level_points."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import cells, findable, one, said, table

HEAD = "一级指标|二级指标|三级指标|分值|得分"


def tree(stated: str) -> str:
    return cells(HEAD, f"管理|预算\n（{stated}分）|编制|6|6", "||执行|6|6", "|采购|采购率|8|8")


def test_cells_that_do_not_add_up():
    text = tree("11")
    found = one(text, "S03")
    assert found.message == "“预算”标注11分，三级指标合计12分。"
    assert found.arithmetic == "6＋6＝12，标注11分"
    assert findable(text, found.places)


def test_right_or_not_told():
    assert said(tree("12"), "S03") == []


@pytest.mark.parametrize(("stated", "count"), [("8", 1), ("10", 0)])
def test_a_column_of_points_behind_the_second_level(stated, count):
    text = table(
        "一级指标|分值|二级指标|分值|三级指标|分值|得分",
        f"决策|20|项目立项|{stated}|立项依据|5|5",
        "||||立项程序|5|5",
        "||绩效目标|10|目标合理|10|8",
        "产出|80|产出数量|80|完成率|80|78",
    )
    assert len(said(text, "S03")) == count
