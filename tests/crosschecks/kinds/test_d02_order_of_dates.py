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


@pytest.mark.parametrize(
    ("text", "arithmetic"),
    [
        ("项目分5个标段，于2023年2月20日开标、1月15日签订合同、3月28日开工。", "1月15日＜2023年2月20日"),
        ("2023年4月10日完成招标。\n2023年3月25日签订合同。", "2023年3月25日＜2023年4月10日"),
        ("项目于2023年5月立项，2023年3月完成验收。", "2023年3月＜2023年5月"),
        ("2023年5月10日收到财政下达资金，2023年4月28日支付首笔工程款。", "2023年4月28日＜2023年5月10日"),
    ],
)
def test_more_steps_and_sections(text, arithmetic):
    found = one(TITLE + text, "D02")
    assert found.arithmetic == arithmetic
    assert findable(TITLE + text, found.places)


@pytest.mark.parametrize("day", ["2024年9月15日至9月1日", "2023年12月1日至2023年3月31日", "2024-09-15至2024-09-01"])
def test_spans_turned_about(day):
    assert one(TITLE + f"活动自{day}集中开展，参加820人。", "D02").message.startswith("起止时间颠倒")


@pytest.mark.parametrize("day", ["2023年11月15日至3月15日", "2024年9月1日至9月15日", "9月15日至10月1日"])
def test_spans_that_may_be(day):
    assert said(TITLE + f"活动自{day}集中开展，参加820人。", "D02") == []


def test_tables_of_dates():
    rows = "工程|开工日期|竣工日期\n东段|2023-04-01|2023-09-30\n西段|2023-05-01|{}".replace("|", "\t")
    assert quotes(one(TITLE + rows.format("2023-04-20"), "D02")) == ["2023-04-20", "2023-05-01"]
    assert said(TITLE + rows.format("2023-10-20"), "D02") == []
    steps = "事项|时间\n招标公告|2023年4月1日\n中标通知|{}\n开工|2023年5月1日".replace("|", "\t")
    assert one(TITLE + steps.format("2023年3月20日"), "D02").message.startswith("中标（2023年3月20日）早于招标")
    assert said(TITLE + steps.format("2023年4月20日"), "D02") == []


SIGNED = TITLE + "{}\n\n某县水务局\n2024年2月28日"


def test_what_was_done_after_the_report_was_signed():
    text = SIGNED.format("项目于2024年3月20日支付尾款。")
    found = one(text, "D02")
    assert quotes(found) == ["2024年3月20日支付尾款", "2024年2月28日"]
    assert said(SIGNED.format("2024年4月10日至15日，我局组织开展了自评。"), "D02")


@pytest.mark.parametrize(
    "text",
    [
        "下一步将于2024年6月30日前完成整改。",
        "质保期自2023年12月1日至2025年11月30日。",
        "合同期限为2023年6月1日至2024年5月31日，按月支付。",
        "计划2024年5月10日开展二期招标。",
        "项目于2024年2月20日支付尾款。",
    ],
)
def test_plans_and_terms_may_lie_ahead(text):
    assert said(SIGNED.format(text), "D02") == []
