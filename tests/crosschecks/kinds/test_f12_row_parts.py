"""F12 合计等于分项之和."""

from __future__ import annotations

import pytest

from tests.crosschecks.linxiang import department, listed
from tests.crosschecks.papers import findable, one, quotes, said, table
from tests.crosschecks.samples import check, findings, only, paths

ASKED = check("F12", table="official", total="total", parts=("reception", "vehicles"))


def facts(total: str, reception: str, vehicles: str):
    right = {"name": "局机关", "total": "3", "reception": "1", "vehicles": "2"}
    return listed("official", right, {"total": total, "reception": reception, "vehicles": vehicles})


def test_a_row_that_does_not_add_up():
    found = only(findings(department(), facts("9.19", "9", "1"), ASKED))
    assert found.message == "三公经费 第2行 三公经费合计9.19万元，与分项之和10.00万元不符。"
    assert found.arithmetic == "9＋1＝10.00万元，合计9.19万元"
    assert paths(found) == [f"list.official.r2.{column}" for column in ("total", "reception", "vehicles")]
    assert not found.pending


def test_parts_still_missing():
    assert only(findings(department(), facts("9.19", "9", ""), ASKED)).pending
    assert not only(findings(department(), facts("9.19", "10", ""), ASKED)).pending


@pytest.mark.parametrize("row", [("9.19", "9.19", "0"), ("9.19", "", ""), ("", "9", "1"), ("9.19", "91900元", "")])
def test_right_or_not_yet_known(row):
    assert findings(department(), facts(*row), ASKED) == ()


# --- on paper ---

VEHICLES = table(
    "机构|合计|公务接待费|公务用车运行维护费|因公出国费",
    "汇总|7.10|2.10|5.00|0",
    "1、本级|{}|1.20|3.00|0",
    "2、分站|2.90|0.90|2.00|0",
)
ALONE = table("机构|固定资产合计|在用|出租|其他", "本级|{}|90.00|4.00|2.00")


def test_a_row_of_the_table_of_expenses():
    text = "“三公”经费（万元）\n" + VEHICLES.format("4.02")
    found = one(text, "F12")
    assert (found.message, found.arithmetic) == (
        "“1、本级合计”4.02万元与分项之和4.2万元不符。",
        "1.2＋3＋0＝4.2，与4.02相差0.18",
    )
    assert findable(text, found.places)
    assert said("“三公”经费（万元）\n" + VEHICLES.format("4.20"), "F12") == []


def test_a_single_row_with_nothing_but_parts():
    assert [quotes(found) for found in said(ALONE.format("99.00"), "F12")] == [["99.00", "90.00", "4.00", "2.00"]]
    assert said(ALONE.format("96.00"), "F12") == []
    assert said(ALONE.format("99.00").replace("其他", "面积比"), "F12") == []
