"""识读: parsed columns."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factbook.understand import fit, level1_key, understand_indicator, understand_result
from indicators.models import Indicator, Result


@pytest.mark.parametrize(
    ("value", "fitted"),
    [
        (None, None),
        (Decimal("12.3456"), Decimal("12.346")),
        (Decimal("99999.9994"), Decimal("99999.999")),
        (Decimal("99999.9995"), None),
        (Decimal(100000), None),
        (Decimal("-99999.999"), Decimal("-99999.999")),
        (Decimal("1e400"), None),
        (Decimal("1e-400"), Decimal("0.000")),
        (Decimal("NaN"), None),
        (Decimal("Infinity"), None),
    ],
)
def test_fit_into_eight_digits_with_three_places(value, fitted):
    assert fit(value, 8, 3) == fitted


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("工作产出", "output"),
        ("产出指标", "output"),
        ("效益指标（20分）", "benefit"),
        ("服务对象满意度指标", "satisfaction"),
        ("成本指标", "cost"),
        ("管理指标", "other"),
        ("  ", ""),
        ("投入", "cost"),
    ],
)
def test_level1_key_by_the_forms_words_then_the_national_ones(label, key):
    assert level1_key(label, {"工作产出": "output", "投入": "cost"}) == key


def test_relation_from_the_target_when_the_column_is_blank():
    indicator = Indicator(target="≥98%")
    understand_indicator(indicator, {})
    assert (indicator.relation_key, indicator.target_value) == ("ge", Decimal("98.000000"))


def test_words_are_not_numbers():
    indicator = Indicator(relation="定性", target="应保尽保", weight="十分")
    understand_indicator(indicator, {})
    result = Result(indicator=indicator, actual="已完成")
    understand_result(result)
    assert (indicator.relation_key, indicator.target_value, indicator.weight_value) == ("qualitative", None, None)
    assert result.actual_value is None
