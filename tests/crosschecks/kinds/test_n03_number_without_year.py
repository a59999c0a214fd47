"""N03 文号缺年份."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, said

TITLE = "2023年度渔业增殖放流项目支出绩效自评报告\n一、依据\n"


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("根据《关于增殖放流的意见》（某农发12号）实施。", "某农发12号"),
        ("依据国发8号《关于水域保护的决定》实施。", "国发8号"),
        ("按某政办函3号文件要求实施。", "某政办函3号"),
    ],
)
def test_a_sign_and_a_number_alone(sentence, number):
    text = TITLE + sentence
    found = one(text, "N03")
    assert found.message == f"文号“{number}”缺少年份。"
    assert found.places[0].quote == number
    assert findable(text, found.places)


@pytest.mark.parametrize(
    "sentence",
    [
        "根据《关于增殖放流的意见》（某农发〔2023〕12号）实施。",
        "增殖放流公告由农业农村局转发3号船参与。",
        "鱼苗由放流船2号、3号运送。",
        "根据第12号公告实施。",
    ],
)
def test_numbers_of_other_things(sentence):
    assert said(TITLE + sentence, "N03") == []
