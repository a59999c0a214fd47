"""F09 收入构成: sources make up the income, and prose and table tell the grant alike."""

from __future__ import annotations

from tests.crosschecks.papers import findable, one, quotes, said, table

UNITS = table(
    "机构|收入合计|上年结转|财政拨款|其他收入",
    "汇总|90.00|4.00|80.00|6.00",
    "1、本级|60.00|3.00|52.00|5.00",
    "2、分馆|{}|1.00|28.00|1.00",
)


def test_a_row_that_does_not_come_out():
    text = "收入情况（万元）\n" + UNITS.format("32.00")
    found = one(text, "F09")
    assert found.message == "“2、分馆收入合计”32万元与分项之和30万元不符。"
    assert quotes(found) == ["32.00", "1.00", "28.00", "1.00"]
    assert findable(text, found.places)


def test_right_or_not_told():
    assert said("收入情况（万元）\n" + UNITS.format("30.00"), "F09") == []
    assert said("收入情况（万元）\n" + UNITS.format(""), "F09") == []


GRANT = "收入情况（万元）\n" + table("机构|收入合计|财政拨款|其他收入", "本级|69.77|69.77|0") + "\n文字\n本年{}。"


def test_the_grant_in_prose():
    found = one(GRANT.format("财政拨款收入69.71万元"), "F09")
    assert found.arithmetic == "69.71万元≠69.77万元"
    assert said(GRANT.format("财政拨款收入697700元"), "F09") == []
    assert said(GRANT.format("上年财政拨款收入65万元"), "F09") == []
    assert said(GRANT.format("政府性基金财政拨款收入3.2万元"), "F09") == []
