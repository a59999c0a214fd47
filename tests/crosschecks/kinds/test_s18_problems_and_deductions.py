"""S18 扣分项与所述问题: problems counted or told take points off."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.unit import found, unit_book

TOLD = "制度修订慢于政策变化。"


def test_problems_told_in_words():
    (told,) = found("S18", unit_book(text__problems=TOLD))
    assert told.message == "“存在问题”写有问题，扣分项没有相应扣分。"
    assert (told.severity, told.pending, told.places[0].path) == (Severity.ERROR, True, "text.problems")
    (settled,) = found("S18", unit_book(text__problems=TOLD, scores={"fault_rules": "0"}))
    assert not settled.pending


def test_problems_counted():
    (counted,) = found("S18", unit_book(figure__fault_rules_count="2", figure__fault_use_count="1"))
    assert counted.message == "填报的问题应扣3分，扣分项没有相应扣分。"
    assert "问题数2处×1分＝-2.00分" in counted.arithmetic


@pytest.mark.parametrize(
    "facts",
    [
        {"text__problems": "无"},
        {},
        {"text__problems": TOLD, "scores": {"fault_rules": "-1"}},
        {"figure__fault_rules_count": "2", "scores": {"fault_rules": "-2"}},
    ],
)
def test_no_problems_or_points_taken_off(facts):
    assert found("S18", unit_book(**facts)) == []
