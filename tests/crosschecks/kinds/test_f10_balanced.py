"""F10 收支平衡."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factbook.book import ListRow
from tests.blueprints.accounts import accounts
from tests.crosschecks.papers import findable, one, said
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


# --- on paper ---


def test_a_paragraph_that_does_not_balance():
    text = "年初结转2.29万元，本年收入79.45万元，本年支出79.74万元，年末结转2.20万元。"
    found = one(text, "F10")
    assert (found.message, found.arithmetic) == ("收支不平衡，差0.2万元。", "2.29＋79.45≠79.74＋2.2，相差0.2")
    assert findable(text, found.places)


@pytest.mark.parametrize(
    "text",
    [
        "年初结转2.29万元，本年收入79.45万元，本年支出79.74万元，年末结转2.00万元。",
        "本年收入79.45万元，本年支出79.74万元。",
        # a grand total already holds what last year left
        "收入总计81.74万元，其中年初结转2.29万元；支出总计81.74万元。",
        "年初结转2.29万元，本年收入79.45万元，本年支出79.74万元，结余分配1.00万元，年末结转1.00万元。",
        "年初结转约2.3万元，本年收入79.45万元，本年支出79.74万元。",
    ],
)
def test_balanced_or_not_told(text):
    assert said(text, "F10") == []
