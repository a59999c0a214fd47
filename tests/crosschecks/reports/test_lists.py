"""列举: parts told in lines, in a sentence of their own, or far from their total."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import report

HEAD = "青泽县水务局2024年度供水项目绩效自评报告\n一、基本情况\n"


def told(text: str) -> list[tuple[str, str, list[str]]]:
    return [
        (found.cue, found.total.shown, [part.shown for part in found.parts]) for found in report(HEAD + text).breakdowns
    ]


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("收入80万元。\n——拨款60万元；\n——其他20万元。", "80万元", ["60万元", "20万元"]),
        ("投资80万元，明细如下：\n1.管网60万元\n2.泵站20万元", "80万元", ["60万元", "20万元"]),
        ("面积（亩）：\n甲村 20\n乙村 30\n丙村 10\n合计 60", "60", ["20", "30", "10"]),
        ("在册职工60人。\n线上确认40人、入户确认20人，合计与在册人数一致。", "60人", ["40人", "20人"]),
        ("抽检90批次。\n分环节抽检：生产环节40批次、流通环节60批次。", "90批次", ["40批次", "60批次"]),
        ("20个小区中引入物业12个、社区托管9个。", "20个", ["12个", "9个"]),
    ],
)
def test_total_and_parts(text, total, parts):
    assert (total, parts) in [(whole, some) for _, whole, some in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "收入80万元。\n拨款60万元主要用于工资，其他20万元用于办公。",  # no lines of a list
        "面积（亩）：\n甲村 20\n乙村 30\n合计 50",  # two are too few to be sure
        "在册职工60人，退休70人。\n线上确认40人、入户确认20人，合计与档案一致。",  # no amount of that name
        "抽检90批次。\n分环节抽检：生产环节10批次、流通环节20批次。",  # a selection
        "20个小区中改造管网18个、增设车位12个，部分重复。",
    ],
)
def test_nothing_is_made_up(text):
    assert told(text) == []
