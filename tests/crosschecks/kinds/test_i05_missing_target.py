"""I05 目标值缺失."""

from __future__ import annotations

import pytest

from tests.crosschecks.samples import book, check, findings, only, paths, row, suining

ASKED = check("I05", of="indicators")


@pytest.mark.parametrize("target", ["", " ", "—", "/", "无"])
def test_named_without_a_target(target):
    found = only(findings(suining(), book(row("r1", target=target)), ASKED))
    assert (found.message, found.arithmetic) == ("“指标甲r1”未填指标值。", "指标值为空")
    assert paths(found) == ["indicators.r1.target", "indicators.r1.name"]
    assert found.pending


@pytest.mark.parametrize("target", ["0", "应保尽保", "≥95%"])
def test_a_target(target):
    assert findings(suining(), book(row("r1", target=target)), ASKED) == ()


@pytest.mark.parametrize("name", ["", "指标1："])
def test_without_a_name_it_is_for_i03(name):
    assert findings(suining(), book(row("r1", name=name, actual="1")), ASKED) == ()
