"""S02 一级分值=Σ二级分值, on paper; the form half is tested with level_points."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import cells, findable, lines, one, said, table

HEAD = "一级指标|二级指标|三级指标|分值|得分"


def tree(first: str, second: str) -> str:
    return cells(HEAD, f"管理\n（{first}分）|预算\n（{second}分）|编制|6|6", "||执行|6|6", "|采购\n（8分）|采购率|8|8")


def test_levels_and_cells_that_do_not_add_up():
    text = tree("25", "11")
    found = one(text, "S02")
    assert found.message == "“管理”标注25分，二级指标标注合计19分，三级指标分值合计20分。"
    assert found.arithmetic == "11＋8＝19；6＋6＋8＝20；标注25分"
    assert findable(text, found.places)
    assert lines(found)[:3] == [7, 8, 9]


def test_right():
    assert said(tree("20", "12"), "S02") == []


def test_a_subtotal_row():
    rows = (HEAD, "||过程：|{}|10", "|业务管理|制度|6|6", "||质量|4|4")
    assert one(table(*rows).format("12"), "S02").arithmetic == "6＋4＝10；标注12分"
    assert said(table(*rows).format("10"), "S02") == []


@pytest.mark.parametrize(("stated", "count"), [("60", 1), ("50", 0)])
def test_a_column_of_points_behind_the_level(stated, count):
    text = table(
        "一级指标|权重|三级指标|目标值|完成值|分值|得分",
        f"产出指标|{stated}|站点数量|10个|10个|25|25",
        "||合格率|100%|100%|25|25",
        "效益指标|50|服务人数|300人|310人|50|50",
    )
    found = said(text, "S02")
    assert len(found) == count
    assert all(findable(text, each.places) for each in found)
