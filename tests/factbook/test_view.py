"""事实的读法: derived figures, filed before computed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from blueprints.schema import Derived
from factbook.book import FactBook
from factbook.view import View
from tests.blueprints.accounts import accounts
from tests.factbook.samples import RATE, Quotient, blueprint
from values.money import MoneyUnit, parse_money

FUNDS = {
    ("adjusted", "all"): parse_money("2000", MoneyUnit.WAN),
    ("spent", "all"): parse_money("1864", MoneyUnit.WAN),
}


def view(statements=None, funds=FUNDS, derived=None):
    book = FactBook(year=2024, money_unit=MoneyUnit.WAN, funds=funds, statements=statements or {})
    return View(blueprint(**({"derived": derived} if derived else {})), book)


def test_computed_figure():
    assert view().number("derived.rate") == Decimal("0.932")
    assert view().raw("derived.rate") == "93.20%"


@pytest.mark.parametrize("filed", ["95%", "95", "９５％"])
def test_filed_percentage_wins_and_is_a_fraction(filed):
    seen = view({"figure.rate": filed})
    assert seen.number("derived.rate") == Decimal("0.95")
    assert seen.raw("derived.rate") == filed
    assert seen.derived_number("rate") == Decimal("0.932")
    assert seen.filed_number("rate") == Decimal("0.95")


def test_blank_filed_figure_means_the_computed_one():
    assert view({"figure.rate": "  "}).number("derived.rate") == Decimal("0.932")


def test_misread_filed_figure_is_unknown_not_the_computed_one():
    assert view({"figure.rate": "九成"}).number("derived.rate") is None


def test_a_figure_the_form_does_not_ask_for_is_not_filed():
    seen = view({"figure.rate": "95%"}, derived=[replace(RATE, filed=False)])
    assert seen.number("derived.rate") == Decimal("0.932")


def test_filed_money_is_yuan_and_number_is_plain():
    money = Derived("left", "结余", Quotient("funds.spent.all", "funds.adjusted.all"), "money", filed=True)
    number = Derived("per", "人均", Quotient("funds.spent.all", "funds.adjusted.all"), "number", filed=True)
    seen = view({"figure.left": "136", "figure.per": "3.5"}, derived=[money, number])
    assert (seen.number("derived.left"), seen.number("derived.per")) == (Decimal(1360000), Decimal("3.5"))
    assert view(derived=[number]).raw("derived.per") == "0.932"


def test_unknown_stays_unknown():
    seen = view(funds={})
    assert (seen.number("derived.rate"), seen.raw("derived.rate")) == (None, "")
    assert (seen.number("derived.nothing"), seen.raw("derived.nothing"), seen.filed_number("nothing")) == (
        None,
        "",
        None,
    )


def test_a_figure_defined_by_itself_is_unknown():
    assert view().number("derived.circle") is None


def test_other_paths_are_the_books():
    seen = view({"text.goal": "目标"})
    assert (seen.raw("text.goal"), seen.number("funds.spent.all")) == ("目标", Decimal(18640000))


ACCOUNTS = accounts()


def two_years(now: dict[str, str], then: dict[str, str] | None) -> View:
    unit = MoneyUnit.WAN
    prior = None if then is None else FactBook(year=2023, money_unit=unit, statements=then)
    return View(ACCOUNTS, FactBook(year=2024, money_unit=unit, statements=now, prior=prior))


def test_the_year_before():
    seen = two_years({"figure.basic_spent": "3"}, {"figure.basic_spent": "5.5", "figure.basic_people": "28人"})
    assert seen.number("prior.figure.basic_spent") == Decimal(55_000)
    assert (seen.raw("prior.figure.basic_people"), seen.raw("prior.year"), seen.number("prior.year")) == (
        "28人",
        "2023",
        2023,
    )
    assert seen.number("prior.total.spending") == seen.number("derived.spent_prior") == Decimal(55_000)


def test_a_year_that_is_not_here_is_unknown_not_zero():
    seen = two_years({"figure.basic_spent": "3"}, None)
    assert (seen.number("prior.figure.basic_spent"), seen.raw("prior.figure.basic_spent")) == (None, "")
    assert (seen.number("derived.spent_prior"), seen.raw("prior.year")) == (None, "2023")


def test_what_the_unit_typed_of_last_year_stands_before_what_is_known_of_it():
    assert two_years({"figure.spent_prior": "6"}, {"figure.basic_spent": "5"}).number("derived.spent_prior") == 60_000


def test_the_year_before_knows_no_year_before_it():
    assert two_years({}, {"figure.basic_spent": "5"}).number("prior.derived.spent_prior") is None


def test_only_money_columns_hold_amounts():
    seen = two_years({"figure.basic_spent": "3", "figure.basic_people": "3"}, None)
    assert (seen.number("figure.basic_spent"), seen.number("figure.basic_people")) == (30_000, 3)
    assert [seen.is_amount(f"figure.{key}") for key in ("basic_spent", "basic_people", "project_budget")] == [
        True,
        False,
        False,
    ]
