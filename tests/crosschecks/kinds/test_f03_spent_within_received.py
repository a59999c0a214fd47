"""F03 支出≤到位（＋结转）: the whole of a funds table, rows of a table of data, sentences."""

from __future__ import annotations

import pytest

from tests.crosschecks.linxiang import project
from tests.crosschecks.papers import findable, one, quotes, said, table
from tests.crosschecks.samples import book, check, findings, only, paths

BY_LABEL = table(
    "资金情况（万元）|预算资金|市级资金||50.00",
    "|实际到位资金|||45.00",
    "|实际支出资金|当年资金||{}",
    "||上年结转资金||6.00",
)
ROWS = table(
    "片区|面积（亩）|到位资金（万元）|支出（万元）", "东片|86|12.50|12.38", "西片|92|13.10|{}", "合计|178|25.60|25.50"
)


def test_the_whole_with_what_last_year_left():
    found = one(BY_LABEL.format("45.50"), "F03")
    assert found.message == "支出51.5万元大于可用资金51万元。"
    assert said(BY_LABEL.format("44.00"), "F03") == []


def test_a_row_of_a_table_of_data():
    text = ROWS.format("13.24")
    found = one(text, "F03")
    assert (found.message, found.arithmetic) == ("西片支出13.24万元大于可用资金13.1万元。", "13.24＞13.1，超出0.14")
    assert quotes(found) == ["13.24", "13.10"]
    assert findable(text, found.places)


def test_a_sentence():
    text = "资金到位80万元，实际支出86.5万元。"
    assert one(text, "F03").arithmetic == "86.5＞80，超出6.5"


@pytest.mark.parametrize(
    "text",
    [
        ROWS.format("13.10"),
        ROWS.format("—"),
        ROWS.format("13.24").replace("面积（亩）", "上年结转"),
        "资金到位80万元，实际支出80万元。",
        "资金到位80万元，使用上年结转资金后实际支出86.5万元。",
        "县级资金到位80万元，实际支出86.5万元，其中省级资金支出6.5万元。",
        "资金到位80万元，其中支出护坡工程款86.5万元。",
    ],
)
def test_left_alone(text):
    assert said(text, "F03") == []


# --- a form ---

ASKED = check("F03", spent="funds.spent.all", received="funds.received.all")


def filed(received: str, spent: str):
    return book(year=2022, funds={"received.county": received, "spent.county": spent})


def test_on_a_form():
    told = only(findings(project(), filed("60", "61.2"), ASKED))
    assert told.arithmetic == "61.2＞60，超出1.2"
    assert paths(told) == ["funds.spent.all", "funds.received.all"]
    for received, spent in (("60", "60"), ("60", "12"), ("", "60"), ("60", "")):
        assert findings(project(), filed(received, spent), ASKED) == ()
