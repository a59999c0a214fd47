"""指标选择: conditions that must all hold."""

from __future__ import annotations

import pytest

from blueprints.selectors import parse_selector

ROW = {"level1": " 产出指标 ", "level2": "数量指标", "name": "参保人数", "level1_key": "output"}


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("indicators[level2=数量指标]", True),
        ("indicators[level1=产出指标, level2=数量指标]", True),
        ("indicators[level1=output]", True),
        ("indicators[level2=output]", False),
        ("indicators[level1=产出指标,level2=质量指标]", False),
        (" indicators[name=参保人数] ", True),
        ("indicators[name=参保]", False),
    ],
)
def test_matches(text, holds):
    assert parse_selector(text).matches(**ROW) is holds


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("数量指标", "应写成"),
        ("indicators[]", "应写成"),
        ("indicators[level3=甲]", "level3=甲"),
        ("indicators[level2=]", "level2="),
        ("indicators[level2=甲,]", "不对"),
    ],
)
def test_refusals(text, message):
    with pytest.raises(ValueError, match=message):
        parse_selector(text)
