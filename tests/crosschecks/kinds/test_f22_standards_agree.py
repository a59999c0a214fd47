"""F22 标准一致, on paper."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, said


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("培训师资费按每课时300元支付，共40课时。", "后续培训师资费按每课时350元的既定标准执行。"),
        ("免费开放补助按每馆每年25万元的标准安排。", "公共场馆免费开放补助标准为每馆每年20万元，执行标准未变。"),
        ("基础养老金人均标准为139元/人/月。", "城乡居民基础养老金发放标准163元/人/月。"),
    ],
)
def test_one_standard_two_values(first, second):
    text = f"一、概况\n{first}\n二、其他\n{second}\n"
    assert findable(text, one(text, "F22").places)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("培训师资费按每课时300元支付。", "后续培训师资费按每课时300元执行。"),
        ("县道按每公里7000元、乡道按每公里3500元的标准安排。", "村道按每公里1000元计算，标准偏低。"),
        ("补助由每生每天3元提高到每生每天5元。", "营养补助每生每天5元。"),
        ("2021年养护补助每公里800元。", "2022年养护补助每公里900元。"),
    ],
)
def test_one_value_or_two_standards(first, second):
    assert said(f"一、概况\n{first}\n二、其他\n{second}\n", "F22") == []
