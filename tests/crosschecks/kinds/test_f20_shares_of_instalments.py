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


# --- instalments of a contract and ratios of several payers ---

CONTRACT = "某县2023年度护岸项目支出绩效自评报告\n二、资金\n"


@pytest.mark.parametrize(
    "text",
    [
        "施工合同金额320.00万元，签订后支付30%预付款即96.00万元，完工后支付至80%即266.00万元。",
        "合同总价320.00万元。按合同约定，首付款30%为98.00万元，验收后支付余款。",
        "施工合同价320.00万元。预付款按合同价的30%支付，共支付106.00万元。",
        "合同总额320.00万元，付款比例80%，已支付266.00万元。",
        "合同金额320.00万元，质保金5%为18.00万元。",
        "项目资金500万元，省、市、县按6：2：2比例分担，分别为300万元、100万元、120万元。",
        "省、市、县按照60%、20%、20%的比例分担，分别安排资金300万元、120万元、100万元。",
        "中央补助300万元、省级补助100万元、县级配套120万元，分担比例为6：2：2。",
    ],
)
def test_shares_that_do_not_come_out(text):
    found = one(CONTRACT + text, "F20")
    assert findable(CONTRACT + text, found.places)


@pytest.mark.parametrize(
    "text",
    [
        "施工合同金额320.00万元，签订后支付30%预付款即96.00万元，完工后支付至80%即256.00万元。",
        "施工合同金额320.00万元，签订后支付30%预付款即96.00万元，完工后支付至80%，支付160.00万元。",
        "项目资金500万元，省、市、县按6：2：2比例分担，分别为300万元、100万元、100万元。",
        "中央补助300万元、省级补助100万元、县级配套100万元，分担比例为6：2：2。",
        "合同金额320.00万元，已支付预付款30%，剩余款项224.00万元。",
        "比例为1:500的地形图支出300万元、120万元。",
    ],
)
def test_shares_that_do(text):
    assert said(CONTRACT + text, "F20") == []
