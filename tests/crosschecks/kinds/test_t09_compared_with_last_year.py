"""T09 上年数与上年填报一致."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosschecks.finding import Severity
from tests.blueprints.accounts import accounts
from tests.crosschecks.samples import book, check, findings, only, paths

ASKED = check("T09")


def facts(typed, known="1727.58"):
    prior = book(year=2023, statements={"figure.basic_spent": known})
    return replace(book(statements={"figure.spent_prior": typed}), prior=prior)


def test_another_figure_than_last_years():
    found = only(findings(accounts(), facts("1700"), ASKED))
    assert found.message == "上年支出填1700.00万元，上年填报的是1727.58万元。"
    assert found.arithmetic == "1700.00万元≠1727.58万元"
    assert (paths(found), found.severity) == (["figure.spent_prior"], Severity.WARNING)


@pytest.mark.parametrize(("typed", "known"), [("1727.58", "1727.58"), ("", "5"), ("5", ""), ("五", "5")])
def test_the_same_or_unknown(typed, known):
    assert findings(accounts(), facts(typed, known), ASKED) == ()


def test_a_year_that_is_not_here():
    assert findings(accounts(), replace(facts("1700"), prior=None), ASKED) == ()
