"""数字识读: units, scales, roughness, bounds, ranges; dates, document numbers and codes are no figures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from crosschecks.reports.fold import fold
from crosschecks.reports.numbers import malformed, masked, numbers, ranges


def told(raw: str):
    text = fold(raw).text
    return [(str(n.value.normalize()) if n.value % 1 else str(int(n.value)), n.unit) for n in numbers(text)]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("支出2.76万元，结余0.5亿元", [("27600", "元"), ("50000000", "元")]),
        ("1,720.00万元", [("17200000", "元")]),
        ("培训14264人次、9户、占98.74％", [("14264", "人次"), ("9", "户"), ("98.74", "%")]),
        ("标准139元每人每月或163元/人/月", [("139", "元/人/月"), ("163", "元/人/月")]),
        ("百分之九十五，百分之95", [("95", "%")]),
        ("企保3万，1.98亿", [("30000", ""), ("198000000", "")]),
        ("下降-3.5%，-20万元", [("-3.5", "%"), ("-200000", "元")]),
        ("修路12公里、绿化3.5万平方米", [("12000", "米"), ("35000", "平方米")]),
        # no figures
        ("某府发〔2014〕23号、某发[2017]984号和国发2号《决定》", []),
        ("2024年3月28日、2024-03-28、3月底、30号前", []),
        ("第3条，图3，表2，附件1，指标1：", []),
        ("电话13800000000，编码51090424T000011", []),
        ("1、组织（1）①", []),
    ],
)
def test_values_and_units(raw, expected):
    assert told(raw) == expected


def test_rough_figures_and_bounds():
    found = numbers(fold("约16万人，15万余元，1300余万元，95%以上，不低于90%，≤3项，5天左右").text)
    assert [(n.rough, n.bound, n.exact) for n in found] == [
        (True, "", False),
        (True, "", False),
        (True, "", False),
        (False, "ge", False),
        (False, "ge", False),
        (False, "le", False),
        (True, "", False),
    ]


def test_ranges_share_their_unit():
    text = fold("档次200—700元，1000元至2000元，4-6个").text
    found = list(ranges(text, numbers(text)))
    assert [(r.low.value, r.high.value, r.low.unit) for r in found] == [
        (200, 700, "元"),
        (1000, 2000, "元"),
        (4, 6, "个"),
    ]
    assert not any(number.exact for number in numbers(text))


def test_the_last_digit_written():
    assert [n.step for n in numbers("2.76万元，27600元，16万")] == [Decimal(100), Decimal(1), Decimal(10000)]


@pytest.mark.parametrize(
    ("text", "bad"),
    [("金额7,00.0,77万元", "7,00.0,77"), ("1,,2万元", "1,,2"), ("3.4.5元", "3.4.5"), ("12,34元", "12,34")],
)
def test_malformed(text, bad):
    assert [text[start:end] for start, end in malformed(text)] == [bad]


@pytest.mark.parametrize("text", ["1,234.50元", "2024.12.31", "1.5万元，2.5万元", "无数字"])
def test_well_formed(text):
    assert list(malformed(text)) == []


def test_masks_keep_every_place():
    text = "某发〔2024〕3号下达5万元"
    assert len(masked(text)) == len(text)
    assert masked(text).endswith("下达5万元")
