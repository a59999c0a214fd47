"""金额: typed in 元 or 万元, kept in yuan, printed in either."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from values.money import MoneyUnit, excel_format, other_unit_hint, parse_money, print_money

YUAN, WAN = MoneyUnit.YUAN, MoneyUnit.WAN


@pytest.mark.parametrize(
    ("raw", "default", "yuan"),
    [
        ("2536.08", WAN, "25360800"),
        ("2536.08", YUAN, "2536.08"),
        ("2536.08万元", YUAN, "25360800"),
        ("27600元", WAN, "27600"),
        ("1.98亿", WAN, "198000000"),
        ("1.98亿元", YUAN, "198000000"),
        ("2.76万", WAN, "27600"),
        ("¥27,600.00", WAN, "27600"),
        ("-3.5", WAN, "-35000"),
        ("＝12", WAN, "120000"),
        ("0", WAN, "0"),
    ],
)
def test_a_typed_unit_wins(raw, default, yuan):
    money = parse_money(raw, default)
    assert (money.yuan, money.problem, money.raw) == (Decimal(yuan), "", raw)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("98%", "百分比"), ("5‰", "百分比"), ("14264人", "单位“人”"), ("3万亩", "单位“万亩”"), ("5美元", "单位“美元”"),
        ("约12.5", "不是确定的金额"), ("≤697", "不是确定的金额"), ("100万元以上", "不是确定的金额"), ("九成", "不是能识别"),
        ("7,00.0,77", "逗号"),
    ],
)  # fmt: skip
def test_what_is_no_amount_is_explained(raw, reason):
    money = parse_money(raw, WAN)
    assert money.yuan is None
    assert reason in money.problem
    assert raw in money.problem


def test_nothing_is_no_problem():
    assert parse_money("—", WAN).yuan is None
    assert not parse_money("—", WAN).problem


@pytest.mark.parametrize(
    ("yuan", "unit", "options", "text"),
    [
        ("25360800", WAN, {}, "2536.08"),
        ("25360800", WAN, {"grouping": True}, "2,536.08"),
        ("25360800", YUAN, {"decimals": 0}, "25360800"),
        ("27650", WAN, {}, "2.77"),
        ("-49", WAN, {}, "0.00"),
        ("1E+9", WAN, {"grouping": True, "decimals": 0}, "100,000"),
    ],
)
def test_print_money(yuan, unit, options, text):
    assert print_money(Decimal(yuan), unit, **options) == text


@given(st.decimals(-(10**13), 10**13, places=2), st.sampled_from(MoneyUnit), st.booleans())
def test_printed_money_reads_back(yuan, unit, grouping):
    assert parse_money(print_money(yuan, unit, decimals=6, grouping=grouping), unit).yuan == yuan


@pytest.mark.parametrize(
    ("decimals", "grouping", "code"), [(2, False, "0.00"), (2, True, "#,##0.00"), (0, True, "#,##0"), (0, False, "0")]
)
def test_excel_format(decimals, grouping, code):
    assert excel_format(decimals, grouping) == code


def test_other_unit_hint():
    assert other_unit_hint(Decimal("27600.00")) == "27600 元 = 2.76 万元"
    assert other_unit_hint(Decimal("0.5")) == "0.5 元 = 0.00005 万元"
