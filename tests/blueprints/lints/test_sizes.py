"""尺寸检查: what would fill the memory is refused before anything is drawn."""

from __future__ import annotations

import pytest

from blueprints.lint import lint
from blueprints.lints import sizes
from blueprints.load import load_text
from filings.linting import problems_of
from tests.blueprints.samples import SMALL


def form(old, new):
    assert old in SMALL
    return load_text(SMALL.replace(old, new), name="small.yaml")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("grid: 12", "grid: 999999", "最多240格"),
        ("decimals: 0", "decimals: 999999", "最多6位"),
        ("widget: prose}", "widget: prose, limit: 999999}", "最多20000字"),
    ],
)
def test_numbers_out_of_bounds(old, new, words):
    found = form(old, new)
    assert words in " ".join(problem.message for problem in lint(found))
    assert any(problem.line for problem in problems_of(found, file="a.yaml"))


def test_a_form_of_too_many_things(monkeypatch):
    assert list(sizes.faults(form("grid: 12", "grid: 12"))) == []
    monkeypatch.setattr(sizes, "MOST_VALUES", 10)
    assert "最多10项" in next(iter(sizes.faults(form("grid: 12", "grid: 12")))).message
