"""F20 分期、分担比例."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, said


def report(words: str) -> str:
    return f"2023年坡改梯工程项目支出绩效自评报告\n一、资金拨付\n{words}\n"


def test_instalments_that_are_no_shares_of_one_sum():
    text = report("首期按60%拨付为330万元；尾款按40%拨付为200万元。")
    found = one(text, "F20")
    assert found.message == "各期金额与所述比例不符：330万元占62.26%（所述60%）、200万元占37.74%（所述40%）。"
    assert found.arithmetic == "330＋200＝530；按所述比例反推的总额：330÷60%＝550、200÷40%＝500"
    assert findable(text, found.places)


@pytest.mark.parametrize(
    "words",
    [
        "首期按60%拨付为330万元；尾款按40%拨付为220万元。",
        "首期按60%拨付为330万元；尾款按30%拨付为200万元。",  # not the whole
        "首期按60%拨付为约330万元；尾款按40%拨付为200万元。",
        "首期按60%拨付为330万元。",
    ],
)
def test_shares_rough_figures_or_a_part(words):
    assert said(report(words), "F20") == []
