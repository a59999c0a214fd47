"""F07 支出明细合计等于支出总额."""

from __future__ import annotations

import pytest

from tests.crosschecks.linxiang import listed, project
from tests.crosschecks.samples import check, findings, only, paths

ASKED = check("F07", value="sum.spending.amount", total="figure.spending_amount", spent="funds.spent.all")


def facts(*amounts: str, spent: str = "149", filed: str = ""):
    rows = [{"item": "甲", "amount": amount} for amount in amounts]
    return listed("spending", *rows, funds={"spent.all": spent}, statements={"figure.spending_amount": filed})


def test_lines_that_do_not_explain_the_spending():
    found = only(findings(project(), facts("42", "100"), ASKED))
    assert found.message == "支出明细合计142.00万元，与实际支出149.00万元不符。"
    assert found.arithmetic == "明细合计142.00万元，实际支出149.00万元，相差7.00万元"
    assert paths(found) == ["sum.spending.amount", "funds.spent.all"]
    assert found.places[0].label == "项目支出明细 实际支出数 合计"


def test_a_filed_total_of_its_own():
    found = only(findings(project(), facts("42", "107", filed="150"), ASKED))
    assert "与填报的合计150.00万元不符" in found.message
    assert paths(found) == ["sum.spending.amount", "figure.spending_amount"]


@pytest.mark.parametrize(
    ("amounts", "spent", "filed"),
    [
        (("42", "107"), "149", "149"),
        (("42", "107"), "149", ""),
        (("420000元", "107"), "149.005", ""),
        ((), "149", "149"),
        (("42", "约百万"), "149", ""),
        (("42",), "", ""),
    ],
)
def test_right_or_not_yet_known(amounts, spent, filed):
    assert findings(project(), facts(*amounts, spent=spent, filed=filed), ASKED) == ()
