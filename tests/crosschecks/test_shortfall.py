"""未达标: what falls short, what went over, what is unknown."""

from __future__ import annotations

import pytest

from crosschecks.context import Context
from crosschecks.shortfall import falls_short
from scoring.engine import score
from tests.crosschecks.samples import book, row, suining


@pytest.mark.parametrize(
    ("fields", "short"),
    [
        ({"relation": "≥", "target": "10", "actual": "9"}, True),
        ({"relation": "≥", "target": "10", "actual": "10"}, False),
        ({"relation": "≤", "target": "10", "actual": "11"}, True),
        ({"relation": "＜", "target": "10", "actual": "11"}, True),
        ({"relation": "＝", "target": "10", "actual": "11"}, False),
        ({"relation": "＝", "target": "10", "actual": "9"}, True),
        ({"relation": "≥", "target": "10", "actual": ""}, False),
        ({"relation": "定性", "target": "优", "actual": "未完成", "score": "3"}, False),
        ({"relation": "≥", "target": "10", "actual": "9", "weight": "0"}, False),
    ],
)
def test_rows(fields, short):
    facts = book(row("r1", **{"weight": "10", **fields}))
    sheet = score(suining(), facts)
    assert falls_short(Context(suining(), facts, sheet), sheet.line("r1")) is short
