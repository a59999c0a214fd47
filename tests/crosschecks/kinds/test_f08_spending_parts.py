"""F08 合计等于构成之和."""

from __future__ import annotations

import pytest

from tests.blueprints.accounts import accounts
from tests.crosschecks.papers import cells, findable, quotes, said, table
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


# --- on paper ---

UNITS = table(
    "机构|支出合计|基本支出|其中：人员支出|公用支出|项目支出|当年结余",
    "汇总|90.00|60.00|40.00|20.00|30.00|1.00",
    "1、本级|50.00|{}|25.00|10.00|15.00|1.00",
    "2、分校|25.00|15.00|10.00|5.00|10.00|0.00",
    "3、实训基地|15.00|10.00|5.00|5.00|5.00|0.00",
)


def test_the_table_teaches_what_a_total_is_made_of():
    text = "一、支出（万元）\n" + UNITS.format("38.00")
    found = said(text, "F08")
    assert [(f.message, f.arithmetic) for f in found] == [
        ("“1、本级基本支出”38万元与分项之和35万元不符。", "25＋10＝35，与38相差3"),
    ]  # and not once more of 支出合计, which the other parts make up
    assert all(findable(text, f.places) for f in found)
    assert said("一、支出（万元）\n" + UNITS.format("35.00"), "F08") == []


def test_parts_named_in_the_header():
    text = cells("机构|支出合计|其中：|结余", "||基本支出|项目支出|", "本级|9.00|6.00|2.00|0", "分校|5.00|3.00|2.00|0")
    assert [quotes(f) for f in said("一、支出\n" + text, "F08")] == [["9.00", "6.00", "2.00"]]


@pytest.mark.parametrize(
    "text",
    [
        # rounding, a part left empty, parts that are no whole, a single row that teaches nothing
        table("机构|支出合计|基本支出|项目支出", "甲|9.00|6.00|3.01", "乙|5.00|3.00|2.00", "丙|4.00|3.00|1.00"),
        table("机构|支出合计|基本支出|项目支出", "甲|9.00|9.00|", "乙|5.00|3.00|2.00", "丙|4.00|3.00|1.00"),
        table("机构|支出合计|培训支出|差旅支出", "甲|9.00|1.00|3.00", "乙|5.00|2.00|0.50", "丙|4.00|1.00|1.00"),
        table("机构|支出合计|培训支出|差旅支出|人数", "甲|9.00|6.00|4.00|12"),
    ],
)
def test_tables_left_alone(text):
    assert said(text, "F08") == []


def test_what_spending_is_always_made_of_needs_no_teaching():
    found = said(table("机构|支出合计|基本支出|项目支出|人数", "甲|9.00|6.00|4.00|12"), "F08")
    assert [f.arithmetic for f in found] == ["6＋4＝10，与9相差1"]
