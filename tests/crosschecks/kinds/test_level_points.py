"""S02、S03: points printed for a level against the points below it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from blueprints.schema import PointNode
from crosschecks.finding import Severity
from tests.crosschecks.samples import book, check, findings, only, paths, row, suining

MANUAL = suining().points[0].rule


def leaf(key, of):
    return PointNode(key, f"项{key}", Decimal(of), MANUAL)


def department(first_printed="", second_of="20"):
    """The shape of 遂宁's department form: 65 printed over leaves of 56."""
    second = PointNode("b", "履职", Decimal(second_of), children=(leaf("c", 12), leaf("d", 8)))
    return (
        PointNode(
            "a",
            "总体绩效",
            Decimal(56),
            children=(leaf("e", 36), second),
            printed=first_printed,
            because="原表如此" if first_printed else "",
        ),
    )


def on(points, facts, *checks):
    return findings(replace(suining(), points=points), facts, *checks)


def test_printed_points_of_the_first_level():
    found = only(on(department("65"), book(), check("S02")))
    assert (found.message, found.arithmetic) == ("“总体绩效”标注65分，下级合计56分。", "36＋20＝56，标注65分")
    assert [(p.path, p.quote) for p in found.places] == [("score.a.self", "65分")]
    assert (found.severity, found.remedy) == (Severity.HINT, "表样已注明：原表如此")


def test_printed_with_its_unit():
    assert only(on(department("（65分）"), book(), check("S02"))).arithmetic == "36＋20＝56，标注65分"


def test_each_rule_looks_at_its_own_level():
    assert on(department("65"), book(), check("S03")) == ()
    found = only(on(department(second_of="21"), book(), check("S03")))
    assert (found.rule, found.arithmetic, found.severity) == ("S03", "12＋8＝20，标注21分", Severity.ERROR)


def test_only_the_nodes_asked_for():
    assert on(department("65"), book(), check("S02", nodes="b")) == ()
    assert on(department("65"), book(), check("S02", nodes="a"))


@pytest.mark.parametrize("printed", ["", "56", "56.005"])
def test_right_or_nothing_printed(printed):
    assert on(department(printed), book(), check("S02"), check("S03")) == ()


def test_unreadable_printing_stays_silent():
    assert on(department("见附表"), book(), check("S02")) == ()


def test_typed_weights_by_level():
    asked = check("S02", levels=("产出指标:50", "效益指标：20"))
    facts = book(row("r1", weight="30"), row("r2", weight="10"), row("r3", level1="效益指标", weight="20"))
    found = only(findings(suining(), facts, asked))
    assert (found.message, found.arithmetic) == ("“产出指标”应为50分，各行合计40分。", "30＋10＝40，应为50分")
    assert paths(found) == ["indicators.r1.weight", "indicators.r2.weight"]
    assert found.pending


def test_typed_weights_by_second_level():
    facts = book(row("r1", weight="30"), row("r2", level2="质量指标", weight="9"))
    found = only(findings(suining(), facts, check("S03", levels="数量指标:20")))
    assert (found.arithmetic, found.pending) == ("30＝30，应为20分", False)


def test_no_weights_typed_yet():
    assert findings(suining(), book(row("r1")), check("S02", levels="产出指标:50")) == ()
