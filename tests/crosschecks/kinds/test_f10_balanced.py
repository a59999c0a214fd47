"""F10 收支平衡."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factbook.book import ListRow
from tests.blueprints.accounts import accounts
from tests.crosschecks.samples import book, check, findings, only, paths

ASKED = check("F10", name="财政拨款", received="total.spending", spent="sum.functions.actual")


def facts(spent="5", *actual):
    rows = tuple(ListRow(f"r{n}", {"actual": text}) for n, text in enumerate(actual))
    return replace(book(statements={"figure.basic_spent": spent}), lists={"functions": rows})


def test_more_out_than_in():
    found = only(findings(accounts(), facts("5", "3", "2.5"), ASKED))
    assert found.message == "财政拨款收入总计5.00万元，支出总计5.50万元，收支不平衡，差0.50万元。"
    assert found.arithmetic == "5.50万元－5.00万元＝0.50万元"
    assert paths(found) == ["figure.basic_spent", "figure.project_spent", "sum.functions.actual"]
    assert [place.quote for place in found.places] == ["5", "", "5.50万元"]


@pytest.mark.parametrize("actual", [("3", "2"), ("5.01",), (), ("",)])
def test_even_or_unknown(actual):
    assert findings(accounts(), facts("5", *actual), ASKED) == ()


def test_nothing_in_is_unknown():
    assert findings(accounts(), facts("", "5"), ASKED) == ()
