"""明细合计."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factbook.labels import label_of
from factbook.view import View
from tests.crosschecks.linxiang import listed, project


def number(*amounts: str):
    view = View(project(), listed("spending", *({"amount": amount} for amount in amounts)))
    return view.number("sum.spending.amount"), view.raw("sum.spending.amount")


@pytest.mark.parametrize(
    ("amounts", "yuan", "raw"),
    [
        (("42", "107"), Decimal(1_490_000), "1490000"),
        (("42", "", "1070000元"), Decimal(1_490_000), "1490000"),
        (("42", "若干"), None, ""),
        (("", ""), None, ""),
        ((), None, ""),
    ],
)
def test_amounts_are_added_in_yuan(amounts, yuan, raw):
    assert number(*amounts) == (yuan, raw)


def test_a_figure_that_is_no_amount():
    view = View(project(), listed("spending", {"note": "3"}, {"note": "4"}))
    assert view.number("sum.spending.note") == 7


def test_its_name():
    assert label_of(project(), listed("spending"), "sum.spending.amount") == "项目支出明细 实际支出数 合计"
