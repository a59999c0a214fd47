"""F08 合计等于构成之和."""

from __future__ import annotations

import pytest

from tests.blueprints.accounts import accounts
from tests.crosschecks.samples import book, check, findings, only, paths

ASKED = check("F08", name="支出合计", whole="total.spending", made_of="figure.basic_spent + figure.basic_budget")


def facts(basic="3", project="1.5", budget="2"):
    return book(
        statements={"figure.basic_spent": basic, "figure.project_spent": project, "figure.basic_budget": budget}
    )


def test_another_sum():
    found = only(findings(accounts(), facts(), ASKED))
    assert found.message == "支出合计4.50万元，构成之和5.00万元。"
    assert found.arithmetic == "3.00万元＋2.00万元＝5.00万元，与4.50万元相差0.50万元"
    assert paths(found) == [
        "figure.basic_spent",
        "figure.project_spent",
        "figure.basic_spent",
        "figure.basic_budget",
    ]


@pytest.mark.parametrize("project", ["2", "2.01", "20000元"])
def test_right_within_a_hundredth(project):
    assert findings(accounts(), facts(project=project), ASKED) == ()


@pytest.mark.parametrize("given", [{"budget": ""}, {"basic": "", "project": ""}, {"budget": "未批"}])
def test_unknown_sides(given):
    assert findings(accounts(), facts(**given), ASKED) == ()
