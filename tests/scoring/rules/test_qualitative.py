"""定性指标计分: plain words, bands, and what a person must decide."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.rules.qualitative import Level, QualitativeParams, level_of, qualitative, read_level, span

NATIONAL = QualitativeParams()
HUBEI = QualitativeParams(partly=Decimal("0.5"))
TEN = Decimal(10)


def judged(target, actual, params=NATIONAL, **more):
    return qualitative(of=TEN, target_text=target, actual_text=actual, params=params, **more)


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("按时发放", "按时"), ("按时足额发放", "按时足额发放。"), ("优", "优"), ("优良", "优"), ("达成", "已完成"), ("健全", "健 全"),
        ("有效保障", "全部达成"), ("未启动新增项目", "未启动新增项目"),
    ],
)  # fmt: skip
def test_a_plain_yes_gets_full_points_and_says_so(target, actual):
    award = judged(target, actual)
    assert award.points == 10
    assert "默认按满分计" in award.because.sentence()


@pytest.mark.parametrize(
    ("actual", "level"),
    [
        ("基本完成", Level.PARTLY), ("部分达成预期指标并具有一定效果", Level.PARTLY), ("未完成", Level.FAILED),
        ("未达成预期指标且效果较差", Level.FAILED), ("尚未启动", Level.FAILED), ("未按时完成", None), ("效果较好", None), ("无", None),
    ],
)  # fmt: skip
def test_what_the_words_name(actual, level):
    assert read_level("按时完成", actual, NATIONAL) is level


@pytest.mark.parametrize(
    ("actual", "told"),
    [("基本完成", "可给6～8分（不含）"), ("未完成", "可给0～6分（不含）"), ("工作有序推进", "达成预期指标8～10分、")],
)
def test_anything_else_waits_for_a_person_with_the_span(actual, told):
    award = judged("按时完成", actual)
    assert (award.status, award.points) == ("manual", None)
    assert told in award.because.cap


@pytest.mark.parametrize("actual", ["", "无", "—"])
def test_nothing_written_is_unknown(actual):
    assert judged("按时完成", actual).status == "unknown"
    assert judged("", actual).status == "unknown"


def test_an_assessed_level_speaks_for_itself():
    assert judged("按时完成", "工作有序推进", level=Level.REACHED).points == 10
    assert judged("按时完成", "", level=Level.PARTLY).status == "manual"
    assert judged("按时完成", "已完成", level=Level.FAILED).because.cap.endswith("可给0～6分（不含）")


@pytest.mark.parametrize(
    ("points", "level", "params"),
    [
        ("10", None, NATIONAL), ("8", Level.REACHED, NATIONAL), ("7.99", Level.PARTLY, NATIONAL), ("6", Level.PARTLY, NATIONAL),
        ("5.99", Level.FAILED, NATIONAL), ("0", Level.FAILED, NATIONAL), ("5", Level.PARTLY, HUBEI), ("3.3", None, NATIONAL),
    ],
)  # fmt: skip
def test_self_points_inside_the_band_count(points, level, params):
    award = judged("优", "效果较好", params, level=level, self_points=Decimal(points))
    assert award.points == Decimal(points)


@pytest.mark.parametrize(
    ("points", "level", "params"),
    [
        ("10.01", None, NATIONAL), ("-1", None, NATIONAL), ("7.99", Level.REACHED, NATIONAL), ("8", Level.PARTLY, NATIONAL),
        ("6", Level.FAILED, NATIONAL), ("5", Level.PARTLY, NATIONAL), ("5", Level.FAILED, HUBEI),
    ],
)  # fmt: skip
def test_self_points_outside_the_band_do_not(points, level, params):
    award = judged("优", "优", params, level=level, self_points=Decimal(points))
    assert (award.status, award.points) == ("manual", None)
    assert "不在" in award.because.needs_reason


def test_score_step():
    params = QualitativeParams(step=Decimal("0.5"))
    assert judged("优", "较好", params, self_points=Decimal("8.3")).points == Decimal("8.5")


@given(st.decimals(0, 10, places=2), st.sampled_from([NATIONAL, HUBEI]))
def test_every_score_lies_in_its_own_band(points, params):
    level = level_of(TEN, points, params)
    low, high = span(TEN, level, params)
    assert low <= points <= high
    assert (points < high) or level is Level.REACHED
