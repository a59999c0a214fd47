"""文中的得分: parts with full marks and scores told in prose, and what only looks like one."""

from __future__ import annotations

import pytest

from crosschecks.reports.told_points import parts_of, totals_in
from tests.crosschecks.papers import report

HEAD = "三、绩效自评情况\n"


def told(text):
    parts = [part for found in parts_of(report(HEAD + text)).values() for part in found]
    return [(part.name, int(part.value), part.full and int(part.full.value)) for part in parts]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("产出指标满分50分，自评得分48分；效益指标满分30分，得27分。", [("产出", 48, 50), ("效益", 27, 30)]),
        ("（一）产出指标得分情况。分值50分，得48分。", [("产出", 48, 50)]),
        ("产出指标（50分）得分48分，扣2分。", [("产出", 48, 50)]),
        ("得分48分的是产出指标，效益指标得分为27分（满分30分）。", [("效益", 27, 30)]),
        ("决策指标19分，过程指标18分。", [("决策", 19, None), ("过程", 18, None)]),
        ("满分100分，其中产出50分、效益30分。", []),
        ("满意度达到90%以上得10分，低于80%扣2分。", []),
        ("综上，项目自评总得分96分。", []),
    ],
)
def test_parts(text, parts):
    assert told(text) == parts


@pytest.mark.parametrize(
    ("text", "totals"),
    [
        ("自评综合得分96.5分。", ["96.5"]),
        ("产出指标自评得分48分。", []),
        ("上年自评得分90分。", []),
        ("财政复核综合得分90分。", []),
    ],
)
def test_totals(text, totals):
    assert [str(value) for _, _, value in totals_in(text)] == totals
