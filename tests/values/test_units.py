"""计量单位: what is a unit, and how units compare."""

from __future__ import annotations

from decimal import Decimal

import pytest

from values.units import is_unit, scale_of, split_multiplier


@pytest.mark.parametrize("text", ["人", "人次", "万人", "%", "元/人", "万元/人·月", "千克", "亿立方米", "标段", "㎡"])
def test_units(text):
    assert is_unit(text)


@pytest.mark.parametrize("text", ["", "已完成", "完成", "次培训", "以上", "人，", "万", "人3次"])
def test_no_units(text):
    assert not is_unit(text)


@pytest.mark.parametrize(
    ("unit", "parts"),
    [
        ("万人", ("万", "人")),
        ("千克", ("", "千克")),
        ("万", ("万", "")),
        ("人", ("", "人")),
        ("百万元", ("百万", "元")),
    ],
)
def test_split_multiplier(unit, parts):
    assert split_multiplier(unit) == parts


@pytest.mark.parametrize(
    ("unit", "scale"),
    [
        ("万人", ("人", "10000")),
        ("名", ("人", "1")),
        ("‰", ("%", "0.1")),
        ("公里", ("米", "1000")),
        ("万吨", ("千克", "10000000")),
    ],
)
def test_scale_of(unit, scale):
    assert scale_of(unit) == (scale[0], Decimal(scale[1]))
