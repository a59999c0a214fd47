"""率的识读: a rate and its amounts in different sentences."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, said

HEAD = "某县2023年度管护项目支出绩效自评报告\n"
APART = HEAD + "一、资金\n（一）预算安排。全年预算500万元。\n（二）预算执行。实际支出450万元，预算执行率{}。"


def test_within_a_section():
    text = APART.format("92.00%")
    found = one(text, "F05")
    assert (found.message, found.arithmetic) == ("“预算执行率”应为90%，写92.00%。", "450÷500＝90%")
    assert findable(text, found.places)
    assert said(APART.format("90.00%"), "F05") == []


@pytest.mark.parametrize(
    "text",
    [
        "一、资金\n项目预算500万元，到位480万元，支出450万元，资金使用率93.75%。",
        "一、资金\n项目预算500万元，支出450万元，去年同期执行率为92%。",
        "一、资金\n项目预算500万元，支出450万元，政府采购执行率92%。",
        "一、资金\n项目预算500万元。\n二、管理\n一标段支出450万元，二标段支出40万元，执行率98%。",
    ],
)
def test_left_alone(text):
    assert said(HEAD + text, "F05") == []


@pytest.mark.parametrize(
    "text",
    [
        "本项目预算500万元，资金到位率100%，实际到位450万元。",
        "计划投入资金500万元。\n实际到位资金450万元，到位率100%。",
        "项目计划资金５００万元，实际到位４５０万元，资金到位率为９５％。",
        "到位资金450万元，计划500万元，资金到位率（到位资金/计划资金）为95%。",
    ],
)
def test_arrival(text):
    assert one(HEAD + "一、资金\n" + text, "F06").message.startswith("资金到位率应为90%")
