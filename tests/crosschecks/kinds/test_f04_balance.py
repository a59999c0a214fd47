"""F04 结余等于到位减支出."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, quotes, said, table
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


# --- on paper ---

ROWS = table(
    "片区|面积（亩）|到位（万元）|支出（万元）|结余（万元）", "东片|86|12.50|12.38|{}", "西片|92|13.10|13.00|0.10"
)


def test_a_row_of_a_table_of_data():
    text = ROWS.format("0.21")
    found = one(text, "F04")
    assert (found.message, found.arithmetic) == ("东片结余应为0.12，填报0.21。", "12.5－12.38＝0.12，填报0.21")
    assert quotes(found) == ["0.21", "12.50", "12.38"]
    assert findable(text, found.places)
    assert said(ROWS.format("0.12"), "F04") == []
    assert said(ROWS.format("—"), "F04") == []


def test_a_sentence():
    text = "项目全年预算126.00万元，实际支出122.84万元，结余3.61万元。"
    found = one(text, "F04")
    assert (found.message, found.arithmetic) == ("结余应为3.16万元，写3.61万元。", "126－122.84＝3.16，写3.61")


@pytest.mark.parametrize(
    "text",
    [
        "项目全年预算126.00万元，实际支出122.84万元，结余3.16万元。",
        "项目预算130.00万元，到位126.00万元，实际支出122.84万元，结余3.16万元。",
        "项目预算126.00万元，上年结转2万元，实际支出122.84万元，结余5.16万元。",
        "项目预算126.00万元，实际支出122.84万元，收回1万元，结余2.16万元。",
        "项目预算约126.00万元，实际支出122.84万元，结余3.61万元。",
        "项目预算126.00万元，桥梁检测支出22.84万元，剩余护栏工程款3.61万元。",
    ],
)
def test_sentences_left_alone(text):
    assert said(text, "F04") == []
