"""结余的识读."""

from __future__ import annotations

import pytest

from crosschecks.reports.balances import wrong_balances
from tests.crosschecks.papers import report

HEAD = "某县2023年度管护项目支出绩效自评报告\n一、资金\n"


def dues(text):
    return [
        (one.left.shown, f"{one.due / 10000:f}".rstrip("0").rstrip(".")) for one in wrong_balances(report(HEAD + text))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "全年共取得收入86.4万元，发生支出71.2万元，收支相抵后结余25.2万元。",
        "财政下达资金86.4万元，实际使用71.2万元，尚余25.2万元未使用。",
        "资金到位86.4万元，已支付71.2万元，未支付25.2万元。",
        "本年度预算安排86.4万元，全部到位。实际支出71.2万元，剩余资金25.2万元已上缴国库。",
        "（一）到位。本年到位资金86.4万元。\n（二）使用。全年实际支出71.2万元，年末结余25.2万元。",
        "合同金额86.4万元，已支付71.2万元，剩余25.2万元。",
    ],
)
def test_told_apart_or_together(text):
    assert dues(text) == [("25.2万元", "15.2")]


def test_what_was_carried_in_counts_unless_it_is_held_in_the_whole():
    assert dues("上年结转12.5万元，当年到位86.4万元，全年支出71.2万元，年末结转37.7万元。") == [("37.7万元", "27.7")]
    assert dues("收入总计98.9万元（含年初结转12.5万元），支出合计71.2万元，年末结转37.7万元。") == [
        ("37.7万元", "27.7")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "全年共取得收入86.4万元，发生支出71.2万元，收支相抵后结余15.2万元。",
        "2022年末结转12.5万元，2023年到位86.4万元，支出71.2万元，结转27.7万元。",
        "项目预算86.4万元，支出71.2万元，收回10万元，结余5.2万元。",
        "项目总投资100万元，到位86.4万元，支出71.2万元，尚余15.2万元。",
        "基金收入86.4万元，支出71.2万元，年末滚存结余128.6万元。",
        "上半年收入50万元，支出40万元，结余10万元；下半年收入36.4万元，支出31.2万元，年末结余15.2万元。",
        "到位86.4万元，支出71.2万元，垫付款结余25.2万元。",
    ],
)
def test_left_alone(text):
    assert dues(text) == []
