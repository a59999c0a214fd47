"""S12 超额完成须说明."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.samples import book, check, findings, only, paths, row, suining

ASKED = check("S12", of="indicators")


def line(**fields):
    return book(
        row("r1", **{"relation": "≥", "target": "100", "unit": "人", "actual": "150", "weight": "10", **fields})
    )


def test_far_above_the_target():
    found = only(findings(suining(), line(), ASKED))
    assert found.message == "“指标甲r1”完成150.00%，超出目标30.00%以上，请说明是否目标设定偏低。"
    assert found.arithmetic == "150÷100＝150.00%"
    assert (found.severity, found.pending) == (Severity.WARNING, True)
    assert paths(found) == ["indicators.r1.reason", "indicators.r1.actual", "indicators.r1.target"]


@pytest.mark.parametrize(
    "fields",
    [
        {"actual": "129.9"},
        {"reason": "年中扩大了补助范围"},
        {"relation": "≤"},
        {"relation": "定性"},
        {"actual": ""},
        {"target": "0"},
        {"unit": "", "target": "100人", "actual": "150元"},
    ],
)
def test_not_so_far_explained_or_unknown(fields):
    assert findings(suining(), line(**fields), ASKED) == ()


def test_units_are_converted_before_comparing():
    assert only(findings(suining(), line(actual="0.013万人"), ASKED)).arithmetic == "130÷100＝130.00%"


def test_the_form_may_set_another_bound():
    assert findings(suining(), line(), check("S12", of="indicators", over="60%")) == ()
    assert findings(suining(), line(actual="161"), check("S12", of="indicators", over="60%"))
