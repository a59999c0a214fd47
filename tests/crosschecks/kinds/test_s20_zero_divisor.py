"""S20 分母为零的率: own points where nothing can be reckoned need their grounds."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.unit import found, unit_book

NONE = {"figure__to_handle_count": "0", "figure__unhandled_count": "0"}


def test_points_without_a_word():
    (zero,) = found("S20", unit_book(**NONE, scores={"handling": "6"}))
    assert zero.message == "“项目调整”分母为0，不能计算，自评6分，请按不适用处理并说明。"
    assert (zero.severity, zero.pending) == (Severity.WARNING, True)
    assert [place.path for place in zero.places] == ["score.handling.reason", "score.handling.self"]
    assert "应采取措施的项目数为0" in zero.arithmetic


@pytest.mark.parametrize(
    "facts",
    [
        {**NONE, "scores": {"handling": "6"}, "reasons": {"handling": "没有应当调整的项目。"}},
        {**NONE, "scores": {"handling": "0"}},
        {**NONE},
        {"figure__to_handle_count": "2", "figure__unhandled_count": "0", "scores": {"handling": "6"}},
        {"scores": {"handling": "6"}},
    ],
)
def test_explained_unscored_or_reckoned(facts):
    assert found("S20", unit_book(**facts)) == []
