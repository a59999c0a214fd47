"""金额的口径."""

from __future__ import annotations

import pytest

from factbook.amounts import as_seen
from values.money import MoneyUnit, parse_money


@pytest.mark.parametrize(
    ("raw", "typed", "seen", "shown"),
    [
        ("2536.08", "万元", MoneyUnit.WAN, "2536.08"),
        ("2536.08", "万元", MoneyUnit.YUAN, "2536.08万元"),
        ("27600", "元", MoneyUnit.WAN, "27600元"),
        ("27600元", "万元", MoneyUnit.YUAN, "27600元"),
        ("1.98亿", "万元", MoneyUnit.YUAN, "1.98亿"),
        ("0", "万元", MoneyUnit.YUAN, "0"),
        ("待定", "万元", MoneyUnit.YUAN, "待定"),
        ("", "万元", MoneyUnit.YUAN, ""),
        ("12", "", MoneyUnit.YUAN, "12"),
        (" 1,234.50 ", "万元", MoneyUnit.YUAN, "1,234.50万元"),
        ("12。", "万元", MoneyUnit.YUAN, "120000元"),
    ],
)
def test_same_amount_in_either_form(raw, typed, seen, shown):
    assert as_seen(raw, typed, seen) == shown
    if typed:
        assert parse_money(shown, seen).yuan == parse_money(raw, MoneyUnit(typed)).yuan
