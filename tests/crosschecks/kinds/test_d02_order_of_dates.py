"""D02 日期先后."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, lines, one, quotes, said

TITLE = "2023年度老旧供水管网改造项目支出绩效自评报告\n一、项目组织实施\n"


def test_a_contract_before_the_call_for_bids():
    text = TITLE + "施工合同于2023年4月6日签订。2023年5月12日在公共资源交易中心公开招标。"
    found = one(text, "D02")
    assert found.arithmetic == "2023年4月6日＜2023年5月12日"
    assert lines(found) == [3, 3]
    assert findable(text, found.places)


def test_accepted_before_it_was_begun():
    found = one(TITLE + "工程于2023年9月开工，2023年7月20日通过竣工验收。", "D02")
    assert found.message == "验收（2023年7月20日）早于开工（2023年9月），顺序不合理。"


def test_a_term_that_ends_before_it_begins():
    text = TITLE + "项目起止时间：2023年12月1日至2023年3月1日"
    assert one(text, "D02").message == "项目起止时间颠倒。"


def test_filled_in_before_the_year_it_is_about():
    text = TITLE + "管网改造完成。\n填报日期：2022年3月1日"
    found = one(text, "D02")
    assert (found.arithmetic, quotes(found)) == ("2022＜2023", ["填报日期：2022年3月1日"])


@pytest.mark.parametrize(
    "sentence",
    [
        "2023年4月6日公开招标，5月12日签订合同，6月开工，11月完工，12月5日通过验收。",
        "一标段2023年9月开工，二标段2023年7月通过竣工验收。",  # two lots
        "合同于2023年4月签订，4月公开招标的监理单位同步进场。",  # the same month
        "工程于2023年9月开工，计划于2023年7月验收的附属设施顺延。",
    ],
)
def test_orders_that_are_possible(sentence):
    assert said(TITLE + sentence, "D02") == []


def test_filled_in_half_a_year_later():
    assert said(TITLE + "管网改造完成。\n填报日期：2024年7月5日", "D02") == []
