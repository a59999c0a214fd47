"""阅读次序: paths in the order in which people are asked for them."""

from __future__ import annotations

from dataclasses import replace

from crosschecks.reading import reading_order
from factbook.book import ListRow
from tests.crosschecks.samples import book, jinzhong, row, suining, xiqu


def test_sections_then_cells():
    order = reading_order(suining(), book(row("b"), row("a")))
    asked = [
        "text.manager",
        "text.goal",
        "funds.initial.all",
        "funds.initial.fiscal",
        "funds.adjusted.all",
        "score.execution.self",
        "score.execution.reason",
        "indicators.b.level1",
        "indicators.b.reason",
        "indicators.a.level1",
        "score.total.self",
        "text.measures",
    ]
    assert sorted(asked, key=order.__getitem__) == asked
    assert "derived.execution_rate" not in order


def test_filed_figures_stand_behind_the_funds():
    order = reading_order(xiqu(), book(year=2022))
    assert order["funds.carried.other"] < order["figure.execution_rate"] < order["text.funds_arrival"]


def test_lists_and_trees():
    facts = replace(book(year=2020), lists={"evaluators": (ListRow("p1", {}),)})
    order = reading_order(jinzhong(), facts)
    assert order["score.initiation.self"] < order["score.completion.self"] < order["list.evaluators.p1.name"]
