"""S05 总得分: the filed total against the lines."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, said, table
from tests.crosschecks.samples import book, check, findings, only, paths, row, suining

ASKED = check("S05", of=("execution", "indicators"), total="score.total.self")


def facts(total, second="80"):
    return book(row("r1", weight="90", score=second), scores={"execution": "9.32", "total": total})


def test_another_total():
    found = only(findings(suining(), facts("90"), ASKED))
    assert (found.message, found.arithmetic) == ("得分合计应为89.32分，填报90分。", "9.32＋80＝89.32，填报90分")
    assert paths(found) == ["score.total.self", "score.execution.self", "indicators.r1.score"]
    assert [place.quote for place in found.places] == ["90", "9.32", "80"]
    assert not found.pending


def test_lines_still_missing():
    assert only(findings(suining(), facts("90", second=""), ASKED)).pending


@pytest.mark.parametrize("total", ["89.32", "89.33", "", "见附件"])
def test_right_within_a_hundredth_or_nothing_filed(total):
    assert findings(suining(), facts(total), ASKED) == ()


def test_two_hundredths_off():
    assert findings(suining(), facts("89.34"), ASKED)


def test_a_total_without_any_line():
    assert findings(suining(), book(row("r1", weight="90"), scores={"total": "97"}), ASKED) == ()


# --- other ways of telling points ---

ROWS = (
    "一级指标|二级指标|三级指标|目标值|完成值|分值|得分",
    "产出指标|数量指标|站点数量|10个|10个|50|50",
    "小计|||||50|{}",
    "效益指标|社会效益|服务人数|300人|310人|50|48",
    "小计|||||50|48",
    "总分|||||100|98",
)


@pytest.mark.parametrize(("subtotal", "count"), [("49", 1), ("50", 0)])
def test_a_subtotal_behind_its_rows(subtotal, count):
    text = table(*ROWS).format(subtotal)
    found = said(text, "S05")
    assert len(found) == count
    assert all(findable(text, each.places) for each in found)


@pytest.mark.parametrize(("total", "count"), [("93", 0), ("94", 1), ("92.5", 0)])
def test_scores_out_of_a_hundred_by_their_weights(total, count):
    """92.5 is the plain mean, another way of reckoning."""
    assert (
        len(said(table("评价指标|权重|得分", "项目产出|60%|95", "项目效益|40%|90", f"合计|100%|{total}"), "S05"))
        == count
    )


@pytest.mark.parametrize(("total", "count"), [("96", 1), ("95", 0)])
def test_a_total_in_prose_and_its_parts(total, count):
    text = f"一、评价结论\n自评总得分{total}分，其中产出指标得分48分，效益指标得分28分，满意度指标得分19分。"
    assert len(said(text, "S05")) == count


def test_parts_of_which_some_are_left_out():
    assert said("一、评价结论\n自评总得分96分，其中产出指标得分48分，效益指标得分28分。", "S05") == []
