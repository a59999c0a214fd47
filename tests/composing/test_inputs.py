"""印刷所需."""

from __future__ import annotations

import pytest

from blueprints.expressions import parse_expression
from tests.composing.small import book_of, inputs
from values.money import MoneyUnit, parse_money


@pytest.mark.parametrize(("raw", "shown"), [("1", True), ("0", False), ("", True)])
def test_unknown_is_not_false(raw, shown):
    given = inputs(book_of(funds={("spent", "all"): parse_money(raw, MoneyUnit.WAN)}))
    assert given.shown(parse_expression("funds.spent.all > 0")) is shown


def test_without_a_condition_everything_is_shown():
    assert inputs().shown(None)
