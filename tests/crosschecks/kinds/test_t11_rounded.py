"""T11 约数相容."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, quotes, said


def report(rough: str, exact: str) -> str:
    return (
        "2023年林场道路养护项目支出绩效自评报告\n一、概况\n"
        f"全年道路养护投资{rough}，群众反映良好。\n二、完成情况\n道路养护投资{exact}，全部支付到位。\n"
    )


def test_cut_off_where_it_should_be_rounded():
    text = report("1.98亿元", "19856万元")
    found = one(text, "T11")
    assert found.arithmetic == "19856万元＝1.9856亿元，取整后不是1.98亿元"
    assert (found.fix.old, found.fix.new) == ("1.98亿元", "1.99亿元")
    assert quotes(found)[1].endswith("19856万元")
    assert findable(text, found.places)


@pytest.mark.parametrize(
    ("rough", "exact"),
    [("1.99亿元", "19856万元"), ("1.98亿余元", "19856万元"), ("2.6亿元", "19856万元"), ("19856万元", "19856万元")],
)
def test_rounded_right_said_to_be_more_or_another_figure(rough, exact):
    assert said(report(rough, exact), "T11") == []


def test_a_rough_figure_far_from_the_exact_one():
    assert len(said("一、概况\n项目总投资近1900万元。\n二、资金\n项目总投资1786.50万元。", "T11")) == 1
    assert said("一、概况\n项目总投资近1800万元。\n二、资金\n项目总投资1786.50万元。", "T11") == []
