"""按指标计分: leaves that take their figures from indicator rows."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.scoring.samples import award, book, leaf, row

COUNT = {"indicator": "indicators[level2=数量指标]"}


def people(uid, target, actual, **more):
    return row(uid, target=target, actual=actual, **more)


def test_the_first_row_with_a_number():
    facts = book(people("r1", "应保尽保", "100%"), people("r2", "116.11万人", "108.13万人"), people("r3", "5", "1"))
    assert award(leaf("reach", of="8", **COUNT), facts).points == Decimal("7.45")


def test_rows_of_other_kinds_and_empty_ones_do_not_count():
    facts = book(people("r1", "10", "1", level2="质量指标"), row("r2", name=""), people("r3", "10", "9"))
    assert award(leaf("reach", **COUNT), facts).points == 9


@pytest.mark.parametrize("word", ["产出指标", "output"])
def test_level_one_by_label_or_key(word):
    facts = book(people("r1", "10", "5", level1="效益指标"), people("r2", "10", "9"))
    assert award(leaf("reach", indicator=f"indicators[level1={word}]"), facts).points == 9


def test_the_rows_own_relation_wins():
    facts = book(people("r1", "10", "20", relation="≤"))
    assert award(leaf("reach", **COUNT, relation="ge"), facts).points == 5
    assert award(leaf("reach", **COUNT, relation="le"), book(people("r1", "10", "20"))).points == 5


def test_no_number_anywhere_is_unknown():
    given = award(leaf("reach", **COUNT), book(people("r1", "应保尽保", "100%")))
    assert given.status == "unknown"
    assert given.because.inputs == (("目标值", "应保尽保"), ("完成值", "100%"))


@pytest.mark.parametrize("kind", ["reach", "qualitative"])
def test_nothing_selected(kind):
    given = award(leaf(kind, **COUNT), book())
    assert (given.status, given.because.cap) == ("unknown", "没有符合“indicators[level2=数量指标]”的指标，不能计算")


def test_sum_in_the_unit_of_the_first():
    facts = book(
        people("r1", "2万人", "1.5万人"), people("r2", "10000人", "9000人"), people("r3", "1", "0.6", unit="万人")
    )
    given = award(leaf("reach", **COUNT, take="sum"), facts)
    assert given.points == Decimal("7.50")
    assert "完成值3万人÷目标值4万人＝75.00%" in given.because.sentence()


def test_sum_of_one_is_the_row():
    assert award(leaf("reach", **COUNT, take="sum"), book(people("r1", "4人", "3人"))).points == Decimal("7.50")


@pytest.mark.parametrize("second", [("100元", "80元"), ("", "3人"), ("5人", "")])
def test_sum_of_what_does_not_compare(second):
    given = award(leaf("reach", **COUNT, take="sum"), book(people("r1", "5人", "4人"), people("r2", *second)))
    assert (given.status, given.because.cap[:4]) == ("unknown", "各行指标")


def test_figures_instead_of_a_row():
    node = leaf("reach", value="funds.spent.all", target="funds.adjusted.all", relation="le")
    assert award(node, book(funds={"adjusted.all": "10", "spent.all": "12.5"})).points == 8
    assert award(node, book(funds={"adjusted.all": "10"})).status == "unknown"


def test_qualitative_takes_the_row_and_the_leafs_score():
    node = leaf("qualitative", **COUNT)
    assert award(node, book(people("r1", "按时", "按时"), scores={"leaf": "9"})).points == 9
    assert award(node, book(people("r1", "按时", "未完成"), scores={"leaf": "9"})).status == "manual"
