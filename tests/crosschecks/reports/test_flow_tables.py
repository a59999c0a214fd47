"""收支表的识读, by what F04 says of it."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, said, table

HEAD = "某县2023年度管护项目支出绩效自评报告\n一、收支\n"
ROWS = (
    "单位|年初结转|本年收入|本年支出|年末结转",
    "局机关|12.00|500.00|490.00|22.00",
    "水管所|8.00|320.00|318.00|10.00",
    "水文站|4.20|160.00|158.50|{}",
)
ACROSS = ("年初结转结余（万元）|本年收入（万元）|本年支出（万元）|年末结转结余（万元）", "36.20|1180.00|1165.50|{}")
DOWN = ("项目|金额（万元）", "年初结转结余|36.20", "本年收入|1180.00", "本年支出|1165.50", "年末结转结余|{}")


@pytest.mark.parametrize(
    ("rows", "wrong", "right"), [(ROWS, "15.70", "5.70"), (ACROSS, "60.70", "50.70"), (DOWN, "60.70", "50.70")]
)
def test_what_is_left(rows, wrong, right):
    text = HEAD + table(*rows)
    found = one(text.replace("{}", wrong), "F04")
    assert found.places[0].quote == wrong
    assert findable(text.replace("{}", wrong), found.places)
    assert said(text.replace("{}", right), "F04") == []


def test_a_table_that_never_comes_out_teaches_nothing():
    rows = ("单位|年初结转|本年收入|本年支出|年末结转", "甲|1.00|50.00|49.00|4.00", "乙|2.00|32.00|31.00|5.00")
    assert said(HEAD + table(*rows), "F04") == []


def test_income_that_holds_what_was_carried_in():
    assert said(HEAD + table(*ACROSS).replace("{}", "14.50"), "F04") == []
