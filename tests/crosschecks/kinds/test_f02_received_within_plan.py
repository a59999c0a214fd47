"""F02 到位≤计划: more than planned needs its ground, in tables and in sentences."""

from __future__ import annotations

import pytest

from tests.crosschecks.linxiang import project
from tests.crosschecks.papers import findable, one, quotes, said, table
from tests.crosschecks.samples import book, check, findings, only, paths

FUNDS = table("资金（万元）|计划安排资金|实际到位资金", "总额|60.00|{}", "财政拨款|60.00|{}")


def test_a_table():
    text = FUNDS.format("72.50", "72.50")
    found = one(text, "F02")
    assert found.message == "到位72.5万元大于计划60万元，请说明追加依据。"
    assert quotes(found) == ["72.50", "60.00"]
    assert findable(text, found.places)


def test_a_sentence():
    text = "本项目计划投入市级资金60万元，实际到位资金72.5万元。"
    found = one(text, "F02")
    assert found.arithmetic == "72.5＞60，超出12.5"
    assert quotes(found) == ["实际到位资金72.5万元", "本项目计划投入市级资金60万元"]


@pytest.mark.parametrize(
    "text",
    [
        FUNDS.format("60.00", "60.00"),
        FUNDS.format("", ""),
        "本项目计划投入资金60万元，实际到位资金60万元。",
        "本项目计划投入资金60万元，年中追加12.5万元，实际到位资金72.5万元。",
        "水利站计划投入资金60万元，农机站到位资金72.5万元。",
        "计划资金60万元，其中市级预算20万元，实际到位资金72.5万元。",
        "计划栽种60亩，资金到位72.5万元。",
    ],
)
def test_left_alone(text):
    assert said(text, "F02") == []


# --- a form ---

ASKED = check("F02", planned="funds.planned.all", received="funds.received.all")


def filed(planned: str, received: str):
    return book(year=2022, funds={"planned.county": planned, "received.county": received})


def test_on_a_form():
    told = only(findings(project(), filed("60", "72.5"), ASKED))
    assert told.message == "到位72.5万元大于计划60万元，请说明追加依据。"
    assert paths(told) == ["funds.received.all", "funds.planned.all"]
    for planned, received in (("60", "60"), ("72.5", "60"), ("", "60"), ("60", "")):
        assert findings(project(), filed(planned, received), ASKED) == ()
