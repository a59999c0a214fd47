"""数字识读: messy values are understood or explained (figure U7), never lost and never guessed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from values.number import parse_number


@pytest.mark.parametrize(
    ("raw", "value", "unit"),
    [
        ("１２３．４５", "123.45", ""),
        ("1,234.50", "1234.50", ""),
        ("1，234", "1234", ""),
        ("１，２３４．５０ 元", "1234.50", "元"),
        ("1 234 567.8", "1234567.8", ""),
        ("2536.08万元", "25360800", "元"),
        ("98%", "98", "%"),
        ("98％", "98", "%"),
        ("98 %", "98", "%"),
        ("百分之98", "98", "%"),
        ("5‰", "5", "‰"),
        ("14264人", "14264", "人"),
        ("12 人", "12", "人"),
        ("12。5", "12.5", ""),
        ("12.", "12", ""),
        (".5", "0.5", ""),
        ("1.98亿", "198000000", ""),
        ("1.98亿元", "198000000", "元"),
        ("116.11万人", "1161100", "人"),
        ("3百万元", "3000000", "元"),
        ("3万亩", "3", "万亩"),
        ("5千克", "5", "千克"),
        ("2万元/人", "2", "万元/人"),
        ("¥27,600", "27600", "元"),
        ("¥1.5万", "15000", "元"),
        ("人民币27600元", "27600", "元"),
        ("-5", "-5", ""),
        ("−5.5", "-5.5", ""),
        ("负3", "-3", ""),
        ("+7", "7", ""),
        ("-0", "0", ""),
        ("  7\n", "7", ""),
        ("007", "7", ""),
        ("2024.12", "2024.12", ""),
        ("2036.08万元", "20360800", "元"),
        ("3年", "3", "年"),
        ("12个月", "12", "个月"),
        ("5日", "5", "日"),
        ("30标段", "30", "标段"),
    ],
)
def test_understood(raw, value, unit):
    number = parse_number(raw)
    assert (number.value, number.unit, number.problem, number.raw) == (Decimal(value), unit, "", raw)
    assert not number.is_nothing


def test_minus_zero_is_zero():
    assert str(parse_number("-0").value) == "0"


@pytest.mark.parametrize(
    ("raw", "bound"),
    [
        ("≥16", "ge"), (">=16", "ge"), ("=>16", "ge"), ("不低于16", "ge"), ("大于等于16", "ge"), ("95%以上", "ge"),
        ("95%（含）以上", "ge"), ("95%及以上", "ge"), ("≤16", "le"), ("<=16", "le"), ("不超过16", "le"), ("5日以内", "le"),
        (">16", "gt"), ("＞16", "gt"), ("超过16", "gt"), ("<16", "lt"), ("不足16", "lt"), ("＝16", "eq"), ("═16", "eq"),
        ("16", ""), ("≥95%以上", "ge"),
    ],
)  # fmt: skip
def test_bounds(raw, bound):
    assert parse_number(raw).bound == bound


@pytest.mark.parametrize("raw", ["约12.5", "大约12.5", "近12.5", "12.5左右", "10余万元", "14264多人", "≥约16"])
def test_roughness(raw):
    number = parse_number(raw)
    assert number.approximate
    assert number.value is not None


@pytest.mark.parametrize("raw", ["", "  ", "-", "－", "--", "—", "——", "/", "／", "无", "空", " 无 ", "无。", "N/A"])
def test_explicitly_nothing(raw):
    number = parse_number(raw)
    assert (number.value, number.problem, number.is_nothing, number.raw) == (None, "", True, raw)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("九成", "不是能识别的数字"), ("NaN", "不是能识别的数字"), ("inf", "不是能识别的数字"), ("按时", "不是能识别的数字"),
        ("12\n345", "不是能识别的数字"), ("--5", "还有不能识别的文字"), ("-¥-5", "还有不能识别的文字"),
        ("7,00.0,77", "逗号或小数点位置不对"), ("1,23", "逗号或小数点位置不对"), ("1.2.3", "逗号或小数点位置不对"),
        ("0,123", "逗号或小数点位置不对"), ("1234 567", "逗号或小数点位置不对"), ("9" * 25, "位数太多"),
        ("3-5", "区间"), ("90%-95%", "区间"), ("3至5", "区间"),
        ("12月底前完成", "日期"), ("2024年", "日期"), ("2024-03-05", "日期"), ("2024.3.5", "日期"), ("2021-2025年", "日期"),
        ("1/3", "不止一个数字"), ("1亿2000万元", "不止一个数字"), ("1e5", "不止一个数字"), ("12 34", "不止一个数字"),
        ("16次培训", "还有不能识别的文字"), ("100已完成", "还有不能识别的文字"), ("百分之98人", "还有不能识别的文字"),
    ],
)  # fmt: skip
def test_explained(raw, reason):
    number = parse_number(raw)
    assert number.value is None
    assert not number.is_nothing
    assert reason in number.problem
    assert "请" in number.problem
    assert " ".join(raw.split())[:24] in number.problem


def test_the_house_sentence():
    assert parse_number("九成").problem == "“九成”不是能识别的数字，请填数字，如 90 或 90%"


@given(st.text(max_size=40) | st.text("0123456789,.。，．％%万亿元人约≥≤-—/无 月日年至以上", max_size=16))
def test_anything_is_understood_or_explained(raw):
    number = parse_number(raw)
    assert number.raw == raw
    assert (number.value is not None) + bool(number.problem) + number.is_nothing == 1
    assert number.value is None or number.value.is_finite()


@given(st.decimals(-(10**12), 10**12, places=2), st.sampled_from(["", "元", "人", "%", "个"]))
def test_printed_numbers_come_back(value, unit):
    for printed in (f"{value:f}{unit}", f"{value:,f}{unit}", f" {value:f} {unit} "):
        number = parse_number(printed)
        assert (number.value, number.unit) == (value, unit)
