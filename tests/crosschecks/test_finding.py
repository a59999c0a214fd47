"""勾稽结果: what a waiver holds on to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosschecks.finding import SEVERITY_LABELS, Finding, Place, Severity

BASE = Finding("S04", Severity.ERROR, "超出", "11分＞10分", (Place("score.a.self", "甲", "11"),))


@pytest.mark.parametrize(
    "changed",
    [
        {"rule": "S05"},
        {"arithmetic": "12分＞10分"},
        {"places": (Place("score.b.self", "甲", "11"),)},
        {"places": (Place("score.a.self", "甲", "11.0"),)},
    ],
)
def test_other_figures_are_another_finding(changed):
    assert replace(BASE, **changed).fingerprint != BASE.fingerprint


@pytest.mark.parametrize(
    "changed",
    [
        {"message": "得分超出"},
        {"severity": Severity.HINT},
        {"remedy": "请改"},
        {"places": (Place("score.a.self", "乙", "11"),)},
    ],
)
def test_other_words_are_the_same_finding(changed):
    assert replace(BASE, **changed).fingerprint == BASE.fingerprint


def test_every_severity_has_its_word():
    assert set(SEVERITY_LABELS) == set(Severity)
