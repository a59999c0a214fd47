"""S05 总得分: the filed total against the lines."""

from __future__ import annotations

import pytest

from tests.crosschecks.samples import book, check, findings, only, paths, row, suining

ASKED = check("S05", of=("execution", "indicators"), total="score.total.self")


def facts(total, second="80"):
    return book(row("r1", weight="90", score=second), scores={"execution": "9.32", "total": total})


def test_another_total():
    found = only(findings(suining(), facts("90"), ASKED))
    assert (found.message, found.arithmetic) == ("得分合计应为89.32分，填报90分。", "9.32＋80＝89.32，填报90分")
    assert paths(found) == ["score.total.self", "score.execution.self", "indicators.r1.score"]
    assert [place.quote for place in found.places] == ["90", "9.32", "80"]
    assert not found.pending


def test_lines_still_missing():
    assert only(findings(suining(), facts("90", second=""), ASKED)).pending


@pytest.mark.parametrize("total", ["89.32", "89.33", "", "见附件"])
def test_right_within_a_hundredth_or_nothing_filed(total):
    assert findings(suining(), facts(total), ASKED) == ()


def test_two_hundredths_off():
    assert findings(suining(), facts("89.34"), ASKED)


def test_a_total_without_any_line():
    assert findings(suining(), book(row("r1", weight="90"), scores={"total": "97"}), ASKED) == ()
