"""S13 完成值空却得分."""

from __future__ import annotations

import pytest

from tests.crosschecks.samples import book, check, findings, only, paths, row, suining

ASKED = check("S13", of="indicators")


def test_points_for_nothing():
    found = only(findings(suining(), book(row("r1", weight="10", score="10", actual=" ")), ASKED))
    assert (found.message, found.arithmetic) == ("“指标甲r1”未填完成值却得10分。", "完成值为空，得分10分")
    assert paths(found) == ["indicators.r1.actual", "indicators.r1.score"]
    assert found.pending


@pytest.mark.parametrize(
    "fields",
    [{"actual": "优", "score": "10"}, {"actual": "0", "score": "10"}, {"score": "0"}, {"score": ""}, {"score": "满分"}],
)
def test_actual_typed_or_no_points(fields):
    assert findings(suining(), book(row("r1", weight="10", **fields)), ASKED) == ()
