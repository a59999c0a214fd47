"""S01 分值合计: typed weights against the total the form asks for."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.papers import said
from tests.crosschecks.samples import book, check, findings, jinzhong, only, paths, row, suining

ROWS = check("S01", of="indicators", total="90")


def weights(*values):
    return book(*(row(f"r{n}", weight=value) for n, value in enumerate(values, 1)))


def test_too_much():
    found = only(findings(suining(), weights("50", "45"), ROWS))
    assert (found.message, found.arithmetic) == ("分值合计为95分，应为90分。", "50＋45＝95，应为90分")
    assert (found.severity, found.pending) == (Severity.ERROR, False)
    assert paths(found) == ["indicators.r1.weight", "indicators.r2.weight"]
    assert [place.quote for place in found.places] == ["50", "45"]
    assert found.remedy == "多出5分，请核对各行权重"


def test_too_little_may_still_be_typed():
    found = only(findings(suining(), weights("50", ""), ROWS))
    assert (found.pending, found.remedy) == (True, "还差40分，请核对各行权重或补填指标")


@pytest.mark.parametrize("values", [("50", "40"), ("22.5", "67.5"), ("45.005", "45"), ()])
def test_right_within_a_hundredth_or_nothing_typed(values):
    assert findings(suining(), weights(*values), ROWS) == ()


def test_a_weight_below_nothing_does_not_make_up_for_another():
    found = only(findings(suining(), weights("95", "-5"), ROWS))
    assert found.arithmetic == "95＝95，应为90分"
    assert [place.quote for place in found.places] == ["95", "-5"]


def test_beyond_the_tolerance():
    assert findings(suining(), weights("45.02", "45"), ROWS)
    assert (
        findings(suining(), weights("45.02", "45"), check("S01", of="indicators", total="90", tolerance="0.05")) == ()
    )


def test_leaves_of_the_form_itself():
    found = only(findings(jinzhong(), book(), check("S01", of="project_goal", total="12")))
    assert found.arithmetic == "3＋4＋4＝11，应为12分"
    assert [(place.path, place.quote) for place in found.places] == [
        ("score.initiation.self", "3分"),
        ("score.goal_reasonable.self", "4分"),
        ("score.goal_clear.self", "4分"),
    ]


@pytest.mark.parametrize(("points", "count"), [("30", 1), ("20", 0)])
def test_full_marks_of_the_levels_in_prose(points, count):
    text = f"三、自评\n产出指标满分50分，得48分；效益指标满分30分，得28分；满意度指标满分{points}分，得18分。"
    assert len(said(text, "S01")) == count
