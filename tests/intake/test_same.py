"""异同: figures compare as they are printed."""

from __future__ import annotations

import pytest

from intake.same import day_of, is_same
from tests.intake.papers import blueprint

FORM = "510904/2024/project-table"


@pytest.mark.parametrize(
    ("path", "stored", "found", "same"),
    [
        ("funds.spent.all", "2536.0812", "2,536.08", True),
        ("funds.spent.all", "25360812元", "2536.08", True),
        ("funds.spent.all", "2536.08", "2536.1", False),
        ("funds.spent.all", "0", "", False),
        ("score.a.self", "3.00", "3", True),
        ("score.a.self", "3.00", "3.01", False),
        ("figure.rate", "93.2%", "0.932", True),
        ("figure.staff", "32人", "32", False),
        ("sign.date", "2023-03-28", "2023年3月28日", True),
        ("sign.date", "2023-03-28", "2023/3/28", True),
        ("text.goal", "按月\n发放。", "按月发放。", True),
        ("text.goal", "按月发放。", "按季发放。", False),
        ("indicators.a.target", "≥95", "95", False),
        ("choice.kind", "甲、乙", "乙、甲", True),
    ],
)
def test_as_printed(path, stored, found, same):
    assert is_same(blueprint(FORM), path, stored, found) is same


def test_days():
    assert day_of("2023年3月8日") == day_of("2023.3.8") == day_of("2023-03-08 00:00:00") == "2023-03-08"
    assert day_of("3月8日") == ""
