"""数字写法: Chinese numerals, headings, plain decimals."""

from __future__ import annotations

from decimal import Decimal

import pytest

from values.numerals import chinese_number, heading_number, plain


@pytest.mark.parametrize(
    ("n", "text"),
    [
        (0, "零"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (100, "一百"), (101, "一百零一"),
        (110, "一百一十"), (1001, "一千零一"), (1010, "一千零一十"), (10000, "一万"), (10001, "一万零一"),
        (11000, "一万一千"), (100000, "十万"), (20304050, "二千零三十万四千零五十"),
    ],
)  # fmt: skip
def test_chinese_number(n, text):
    assert chinese_number(n) == text


@pytest.mark.parametrize("n", [-1, 100_000_000])
def test_numbers_out_of_range(n):
    with pytest.raises(ValueError, match="中文数字"):
        chinese_number(n)


def test_no_two_numbers_are_written_alike():
    assert len({chinese_number(n) for n in range(12_000)}) == 12_000


@pytest.mark.parametrize(("level", "text"), [(1, "十二、"), (2, "（十二）"), (3, "12．"), (4, "（12）")])
def test_heading_number(level, text):
    assert heading_number(level, 12) == text


@pytest.mark.parametrize(("level", "n"), [(0, 1), (5, 1), (1, 0)])
def test_headings_have_four_levels_from_one(level, n):
    with pytest.raises(ValueError, match="一至四级"):
        heading_number(level, n)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("10.00", "10"),
        ("2364.010", "2364.01"),
        ("0E-2", "0"),
        ("1E+3", "1000"),
        ("-0.00", "0"),
        ("-2.50", "-2.5"),
        ("100", "100"),
    ],
)
def test_plain(value, text):
    assert plain(Decimal(value)) == text
