"""计分项: figures, counts and paths of a leaf's parameters."""

from __future__ import annotations

import pytest

from factbook.view import View
from scoring.leaf import Leaf
from tests.scoring.samples import SUINING, book, form, leaf


def made(facts, **params):
    node = leaf("ratio", **params)
    return Leaf(node, node.rule, node.of, form(SUINING), facts, View(form(SUINING), facts))


def test_figures_and_paths():
    facts = book(funds={"spent.fiscal": "2", "adjusted.fiscal": "4"}, scores={"leaf": "7"})
    given = made(facts, value="funds.spent.all", over="funds.adjusted.all * 2")
    assert (given.figure("value"), given.figure("over"), given.given) == (20000, 80000, 7)
    assert given.paths("value", "over") == {"funds.spent.all", "funds.adjusted.all"}
    assert made(book(), value="funds.spent.all > 3").figure("value") is None


@pytest.mark.parametrize(("typed", "count"), [("3", 3), ("3.0", 3), ("0", 0), ("2.5", None), ("-1", None), ("", None)])
def test_counts(typed, count):
    assert made(book(statements={"figure.n": typed}), faults="figure.n").count("faults") == count
