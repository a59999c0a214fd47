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
        "发放给农户达到3.86万元。",
        "人均医疗费患者达到0.86万元。",
        "学生资助资金达到38.6万元。",
    ],
)
def test_money_that_is_paid(words):
    assert said(f"一、绩效情况\n{words}\n", "U03") == []
