"""算式的识读, by what the rules say of it."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, said

HEAD = "某县2023年度管护项目支出绩效自评报告\n一、资金\n"


@pytest.mark.parametrize(
    ("rule", "text", "arithmetic"),
    [
        ("F21", "手册5000册×3.2元＝1.60万元，展板40块×350元＝1.14万元。", "40块×350元＝1.4万元"),
        ("F21", "教材费120人×50元=0.66万元。", "120人×50元＝0.6万元"),
        ("F05", "预算执行率=450.00/500.00×100%=92.00%。", "450.00/500.00×100%＝90%"),
        ("F04", "结余为386.40万元-371.20万元=25.20万元。", "386.40万元-371.20万元＝15.2万元"),
    ],
)
def test_equations_that_do_not_hold(rule, text, arithmetic):
    found = one(HEAD + text, rule)
    assert found.arithmetic == arithmetic
    assert findable(HEAD + text, found.places)


@pytest.mark.parametrize(
    "text",
    [
        "120人×80元/天×15天=14.40万元。",
        "120人×80元×15天=144000元。",
        "预算执行率=450.00/500.00×100%=90.00%。",
        "结余为386.40-371.20=15.20万元。",
        "得分=10×执行率，执行率≥95%得满分。",
        "面积3×4=12平方米，规格600×400=见图。",
    ],
)
def test_equations_that_hold_or_are_none(text):
    assert [rule for rule in ("F21", "F05", "F04") if said(HEAD + text, rule)] == []
