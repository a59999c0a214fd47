"""U03 单位重复或错配, on paper."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, said


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("年末持证读者达到3.86万元，占常住人口的12.6%。", "年末持证读者达到3.86万元"),
        ("全年受益人数13万元。", "全年受益人数13万元"),
        ("惠及农村群众增至2.4万元。", "惠及农村群众增至2.4万元"),
        ("业务收入18.88万元万元。", "务收入18.88万元万元"),
    ],
)
def test_heads_in_money(words, quote):
    text = f"一、绩效情况\n{words}\n"
    found = one(text, "U03")
    assert found.places[0].quote.endswith(quote[-10:])
    assert findable(text, found.places)


@pytest.mark.parametrize(
    "words",
    [
        "年末持证读者达到3.86万人。",
        "补助困难学生3.86万元。",
        "举办培训班4期、212人次，每人次300元。",
        "发放给农户达到3.86万元。",
        "人均医疗费患者达到0.86万元。",
        "学生资助资金达到38.6万元。",
    ],
)
def test_money_that_is_paid(words):
    assert said(f"一、绩效情况\n{words}\n", "U03") == []


@pytest.mark.parametrize("words", ["受益人口11.8万元", "服务群众3.2万元", "实际支出256.00万人"])
def test_heads_and_money_taken_for_each_other(words):
    assert one(f"一、绩效\n项目完成，{words}。", "U03")


@pytest.mark.parametrize(
    "words", ["受益人口11.8万人", "补助受益群众11.8万元", "奖励参训人员3.2万元", "实际支出项目5个"]
)
def test_heads_and_money_in_their_places(words):
    assert said(f"一、绩效\n项目完成，{words}。", "U03") == []
