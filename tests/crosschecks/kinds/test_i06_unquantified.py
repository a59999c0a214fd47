"""I06 数量、成本指标量化."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.samples import book, check, findings, only, paths, row, suining

ASKED = check("I06", of="indicators")


def test_words_only():
    found = only(findings(suining(), book(row("r1", target="应保尽保")), ASKED))
    assert (found.message, found.arithmetic) == ("“指标甲r1”未量化。", "指标值“应保尽保”中没有数字")
    assert (found.severity, paths(found)) == (Severity.HINT, ["indicators.r1.target"])


@pytest.mark.parametrize("target", ["12", "不少于两次", "１２次", "十五个缴费档次", "", "—"])
def test_figures_or_nothing_typed(target):
    assert findings(suining(), book(row("r1", target=target)), ASKED) == ()


@pytest.mark.parametrize(
    ("level1", "level2", "count"),
    [
        ("产出指标", "质量指标", 0),
        ("成本指标", "经济成本指标", 1),
        ("成本指标", "其他", 1),
        ("产出指标", "成本指标", 1),
    ],
)
def test_only_kinds_that_are_counted(level1, level2, count):
    facts = book(row("r1", level1=level1, level2=level2, target="优"))
    assert len(findings(suining(), facts, ASKED)) == count
