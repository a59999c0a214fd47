"""S11 未达标却满分."""

from __future__ import annotations

import pytest

from tests.crosschecks.samples import book, check, findings, jinzhong, only, paths, row, suining

ASKED = check("S11", of="indicators")


def line(**fields):
    given = {"relation": "≥", "target": "100", "unit": "人", "actual": "98", "weight": "10", "score": "10"}
    return book(row("r1", **{**given, **fields}))


def test_short_of_the_target():
    found = only(findings(suining(), line(), ASKED))
    assert found.message == "“指标甲r1”未完成目标（98／100）却得满分。"
    assert found.arithmetic.startswith("性质“≥”，完成值98人÷目标值100人＝98.00%；×10分＝9.80分；")
    assert paths(found) == ["indicators.r1.score", "indicators.r1.target", "indicators.r1.actual"]


@pytest.mark.parametrize(
    "fields",
    [
        {"actual": "100"},
        {"score": "9.99"},
        {"actual": ""},
        {"target": "应保尽保"},
        {"score": ""},
        {"weight": "", "score": "10"},
        {"relation": "定性", "target": "优", "actual": "部分完成"},
        {"relation": "≤", "actual": "90"},
    ],
)
def test_reached_reduced_or_unknown(fields):
    assert findings(suining(), line(**fields), ASKED) == ()


def test_above_a_ceiling():
    assert findings(suining(), line(relation="≤", actual="101"), ASKED)


def test_points_lost_by_far_exceeding_are_no_shortfall():
    assert findings(suining(), line(relation="＝", actual="120"), ASKED) == ()
    assert findings(suining(), line(relation="＝", actual="80"), ASKED)


def test_a_leaf_reckoned_from_rows():
    facts = book(row("r1", target="116.11万人", actual="108.13万人"), year=2020, scores={"completion": "8.00"})
    found = only(findings(jinzhong(), facts, check("S11", of="completion")))
    assert found.message == "“实际完成率”未完成目标却得满分。"
    assert paths(found) == ["score.completion.self", "indicators.r1.target", "indicators.r1.actual"]
