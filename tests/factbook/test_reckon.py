"""推算: derived figures with a divisor, of the form and of a row."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from composing.lint import empty_book
from factbook.book import ListRow
from factbook.reckon import RowFacts, computed_columns
from factbook.view import View
from tests.blueprints.accounts import accounts

FORM = accounts()


def view(**figures: str) -> View:
    statements = {f"figure.{key}": text for key, text in figures.items()}
    return View(FORM, replace(empty_book(FORM), statements=statements))


@pytest.mark.parametrize(
    ("spent", "budget", "rate"),
    [("3", "4", "0.75"), ("0", "4", "0"), ("0", "0", "1"), ("3", "0", None), ("3", "", None), ("", "0", None)],
)
def test_of_the_form(spent, budget, rate):
    found = view(basic_spent=spent, basic_budget=budget).number("derived.done")
    assert found == (None if rate is None else Decimal(rate))


def test_a_relation_is_the_sign_of_its_value():
    assert view(basic_spent="3", basic_budget="4").number("derived.verdict") == Decimal(-10_000)


@pytest.mark.parametrize(
    ("cells", "rate", "verdict"),
    [
        ({"budget": "4", "actual": "3万元"}, "0.75", -10_000),
        ({"budget": "0", "actual": "0"}, "1", 0),
        ({"budget": "", "actual": "3"}, None, None),
    ],
)
def test_of_a_row(cells, rate, verdict):
    facts = RowFacts(FORM, empty_book(FORM), "functions", ListRow("a", cells))
    assert facts.number("rate") == (None if rate is None else Decimal(rate))
    assert facts.number("verdict") == (None if verdict is None else Decimal(verdict))
    assert facts.raw("budget") == cells["budget"]


def test_only_lists_have_computed_columns():
    assert list(computed_columns(FORM, "functions")) == ["rate", "verdict"]
    assert [dict(computed_columns(FORM, key)) for key in ("spending", "nothing")] == [{}, {}]
