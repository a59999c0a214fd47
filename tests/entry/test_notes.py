"""识读说明: what a typed figure means, or what to do."""

from __future__ import annotations

import pytest

from entry.asks import Ask
from entry.notes import note_for
from values.money import MoneyUnit

# U7: what people really type into number cells.
MESSY = ["１２３．４５", "1,234.50", "2536.08万元", "98%", "12。5", "27600元", "1.98亿", " 12 ", "3万", "2,364.01"]


def note(kind, raw, unit=MoneyUnit.WAN):
    return note_for(Ask("figure.x", "数", kind), raw, unit)


@pytest.mark.parametrize("raw", ["", "  "])
def test_nothing_says_nothing(raw):
    assert note("money", raw) is None
    assert note("number", raw) is None


@pytest.mark.parametrize("raw", ["-", "—", "/", "无"])
def test_a_sign_for_nothing_is_told_not_to_be_a_zero(raw):
    assert note("money", raw).text == "按未填处理；没有发生的填 0"
    assert note("number", raw).text == "按未填处理"
    assert note("measure", raw) is None


@pytest.mark.parametrize("raw", [raw for raw in MESSY if raw != "98%"])
def test_messy_money_is_understood(raw):
    assert note("money", raw).kind == "understood"


def test_money_is_told_in_both_units():
    assert note("money", "27600元").text == "27600 元 = 2.76 万元"
    assert note("money", "2536.08", MoneyUnit.WAN).text == "25360800 元 = 2536.08 万元"
    assert note("money", "2536.08", MoneyUnit.YUAN).text == "2536.08 元 = 0.253608 万元"


@pytest.mark.parametrize("raw", ["大概十几万", "98%", "3人"])
def test_what_is_no_amount_is_a_problem_with_a_remedy(raw):
    found = note("money", raw)
    assert found.kind == "problem"
    assert "请填" in found.text


def test_plain_numbers_need_no_note():
    assert note("number", "98") is None
    assert note("number", "98%") is None
    assert note("number", "１２３．４５").text == "理解为 123.45"


def test_a_number_inside_words_is_told():
    assert note("measure", "入口补每年116.11万人").text == "理解为 116.11万人"
    assert note("measure", "按时发放") is None
