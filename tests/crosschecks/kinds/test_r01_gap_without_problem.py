"""R01 有差距须写问题."""

from __future__ import annotations

from decimal import Decimal

import pytest

from blueprints.expressions import parse_expression
from crosschecks.kinds.r01_gap_without_problem import Params
from crosschecks.params import ParamError
from tests.crosschecks.samples import book, check, findings, only, paths, row, suining

RATE = {"rate": "derived.execution_rate", "below": "90%"}
ASKED = check("R01", problems="text.problems", of="indicators", **RATE)


def facts(problems, *, spent="100", actual="100", score="10"):
    line = row("r1", relation="≥", target="100", unit="人", actual=actual, weight="10", score=score)
    funds = {"adjusted.fiscal": "100", "spent.fiscal": spent}
    return book(line, funds=funds, statements={"text.problems": problems})


def test_everything_short_and_no_problem():
    found = only(findings(suining(), facts("无", spent="80", actual="90"), ASKED))
    assert found.message == "存在未完成事项，“存在问题”不应为“无”。"
    assert found.arithmetic == "预算执行率80.00%＜90%；“指标甲r1”9分＜10分"
    assert paths(found) == ["text.problems", "funds.spent.all", "funds.adjusted.all", "indicators.r1.score"]
    assert not found.pending


def test_not_written_yet():
    found = only(findings(suining(), facts("", spent="80"), ASKED))
    assert (found.message, found.pending) == ("存在未完成事项，“存在问题”不应为“空”。", True)


def test_points_the_unit_itself_took_off():
    assert only(findings(suining(), facts("无", score="8"), ASKED)).arithmetic == "“指标甲r1”8分＜10分"


@pytest.mark.parametrize(
    "given",
    [facts("无"), facts("对象核实不及时", spent="80", actual="90"), facts("无", spent="", actual="", score=""), book()],
)
def test_nothing_short_told_or_unknown(given):
    assert findings(suining(), given, ASKED) == ()


def test_either_side_alone():
    rate = check("R01", problems="text.problems", **RATE)
    rows = check("R01", problems="text.problems", of="indicators")
    assert findings(suining(), facts("无", actual="90"), rate) == ()
    assert findings(suining(), facts("无", spent="80"), rows) == ()


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({}, "of 或 rate"),
        ({"rate": parse_expression("derived.x")}, "rate 与 below"),
        ({"below": Decimal(1), "of": ("a",)}, "rate 与 below"),
    ],
)
def test_what_a_form_must_say(more, told):
    with pytest.raises(ParamError, match=told):
        Params("text.problems", **more)
