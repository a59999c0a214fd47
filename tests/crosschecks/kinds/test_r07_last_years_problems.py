"""R07 整改台账."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, said

TITLE = "2023年度渔业增殖放流项目支出绩效自评报告\n一、项目概况\n"


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("上年度绩效评价发现苗种验收不规范的问题。", "苗种验收不规范的问题"),
        ("2022年度审计指出的台账不完整问题，主要是人员变动造成。", "台账不完整问题"),
    ],
)
def test_problems_of_last_year_and_no_word_of_what_was_done(sentence, what):
    text = TITLE + sentence
    found = one(text, "R07")
    assert found.message == f"上年“{what}”未见整改情况。"
    assert findable(text, found.places)


@pytest.mark.parametrize(
    "sentence",
    [
        "上年度绩效评价发现苗种验收不规范的问题，已完成整改。",
        "上年度绩效评价发现苗种验收不规范的问题。\n二、管理情况\n针对反馈意见逐条整改，全部销号。",
        "县审计局对2022年度资金开展专项审计，未发现截留、挪用问题。",
        "2023年度审计指出台账不完整问题。",
        "2022年度投放鱼苗280万尾。",
    ],
)
def test_put_right_none_found_or_of_this_year(sentence):
    assert said(TITLE + sentence, "R07") == []
