"""F04 结余等于到位减支出."""

from __future__ import annotations

import pytest

from tests.crosschecks.samples import book, check, findings, only, paths, xiqu

ASKED = check("F04", balance="funds.carried.all", received="funds.received.all", spent="funds.spent.all")


def facts(carried, received="10", spent="7.5"):
    return book(year=2022, funds={"carried.all": carried, "received.county": received, "spent.county": spent})


def test_another_balance():
    found = only(findings(xiqu(), facts("2"), ASKED))
    assert found.message == "结余应为2.50万元，填报2.00万元。"
    assert found.arithmetic == "10.00万元－7.50万元＝2.50万元，填报2.00万元"
    assert paths(found) == ["funds.carried.all", "funds.received.all", "funds.spent.all"]


@pytest.mark.parametrize("carried", ["2.5", "2.51", "25000元", ""])
def test_right_within_a_hundredth_or_blank(carried):
    assert findings(xiqu(), facts(carried), ASKED) == ()


@pytest.mark.parametrize(("received", "spent"), [("", "7.5"), ("10", "")])
def test_unknown_sides(received, spent):
    assert findings(xiqu(), facts("2", received, spent), ASKED) == ()


def test_spending_more_than_received():
    assert (
        only(findings(xiqu(), facts("0", "10", "12"), ASKED)).arithmetic
        == "10.00万元－12.00万元＝-2.00万元，填报0.00万元"
    )
