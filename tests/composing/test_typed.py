"""照录: typed text is never rewritten, only understood."""

from __future__ import annotations

from decimal import Decimal

import pytest

from composing.typed import amount, counted, percent, trimmed, typed
from documents.tree import Number, Text
from values.money import MoneyUnit


@pytest.mark.parametrize(
    ("raw", "value", "code"),
    [
        ("10", "10", "0"),
        ("3.00", "3.00", "0.00"),
        ("0", "0", "0"),
        ("-5.5", "-5.5", "0.0"),
        ("2,364.01", "2364.01", "#,##0.00"),
        ("93.13%", "0.9313", "0.00%"),
        ("100%", "1", "0%"),
    ],
)
def test_plain_numbers(raw, value, code):
    assert typed(raw) == Number(Decimal(value), raw, code)


def test_blanks_around_a_number_are_not_printed():
    assert typed(" 10 ") == Number(Decimal(10), "10", "0")


@pytest.mark.parametrize(
    "raw",
    ["", "077", "=1+1", "+1", "约3万", "≥95", "1.", "1,23", "１２", "12月底", "1e5", "1234567890123456", "—", "1\n2"],
)
def test_everything_else_is_text_as_typed(raw):
    assert typed(raw) == Text(raw)


def test_an_amount_keeps_what_rounding_hides():
    assert amount(Decimal(27666), MoneyUnit.WAN, decimals=2, grouping=False) == Number(
        Decimal("2.7666"), "2.77", "0.00"
    )
    assert amount(Decimal(27666), MoneyUnit.YUAN, decimals=0, grouping=True) == Number(
        Decimal(27666), "27,666", "#,##0"
    )


def test_percent_is_a_fraction():
    assert percent(Decimal("0.93216")) == Number(Decimal("0.93216"), "93.22%", "0.00%")


@pytest.mark.parametrize(
    ("terms", "text"),
    [
        (("2.80", "3.00"), "5.80"),
        (("10", "20"), "30"),
        (("9.5", "9.5", "10"), "29"),
        (("9.5", "10"), "19.5"),
        (("1E+1",), "10"),
    ],
)
def test_sums_keep_the_decimals_of_their_terms(terms, text):
    assert counted(sum(map(Decimal, terms[1:]), Decimal(terms[0]))).text == text


@pytest.mark.parametrize(
    ("yuan", "grouping", "text", "code"),
    [
        ("1490000", False, "149", "0"),
        ("6977100", False, "697.71", "0.00"),
        ("6975000", False, "697.5", "0.0"),
        ("0", False, "0", "0"),
        ("1000000", False, "100", "0"),
        ("14900000", True, "1,490", "#,##0"),
    ],
)
def test_idle_zeros_go(yuan, grouping, text, code):
    made = trimmed(amount(Decimal(yuan), MoneyUnit.WAN, decimals=2, grouping=grouping))
    assert (made.text, made.excel_format, made.value) == (text, code, Decimal(yuan) / 10_000)
