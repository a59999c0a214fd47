"""F01 资金总额等于来源之和."""

from __future__ import annotations

import pytest

from tests.crosschecks.samples import book, check, findings, only, paths, suining, xiqu

PARTS = ("fiscal", "special_account", "unit", "other")
ASKED = check("F01", table="funds", total="all", parts=PARTS)
FULL = {"initial.fiscal": "3.75", "initial.special_account": "0", "initial.unit": "0.5", "initial.other": "0"}


def test_another_total():
    found = only(findings(suining(), book(funds={**FULL, "initial.all": "4.35"}), ASKED))
    assert found.message == "年初预算总额4.35万元，分项之和4.25万元。"
    assert found.arithmetic == "3.75＋0＋0.5＋0＝4.25万元，与总额4.35万元相差0.10万元"
    assert paths(found) == [f"funds.initial.{source}" for source in ("all", *PARTS)]
    assert not found.pending


@pytest.mark.parametrize("total", ["4.25", "4.29", "", "42500元", "合计"])
def test_right_within_a_hundredth_per_source_or_blank(total):
    assert findings(suining(), book(funds={**FULL, "initial.all": total}), ASKED) == ()


def test_never_more_than_five_hundredths():
    wide = check("F01", table="funds", total="all", parts=PARTS, tolerance="0.1")
    assert findings(suining(), book(funds={**FULL, "initial.all": "4.31"}), wide)
    assert findings(suining(), book(funds={**FULL, "initial.all": "4.30"}), wide) == ()


def test_parts_still_missing_may_be_typed():
    facts = book(funds={"initial.fiscal": "3", "initial.all": "4"})
    assert only(findings(suining(), facts, ASKED)).pending
    assert not only(findings(suining(), book(funds={"initial.fiscal": "5", "initial.all": "4"}), ASKED)).pending


def test_a_blank_total_is_wrong_where_an_amount_counts_that_nobody_sees():
    """上年结转 was asked by another version; the sum of the tree has it, the rows of this form do not."""
    found = only(findings(suining(), book(funds={**FULL, "initial.carry_over": "1"}), ASKED))
    assert found.message == "年初预算总额没有填写，系统加总5.25万元，分项之和4.25万元。"
    assert "这张表不问" in found.remedy
    assert findings(suining(), book(funds={**FULL, "initial.carry_over": "1", "initial.all": "4.25"}), ASKED) == ()


def test_a_total_alone_says_nothing():
    assert findings(suining(), book(funds={"initial.all": "4"}), ASKED) == ()


def test_only_the_stages_asked_for():
    facts = book(funds={"initial.fiscal": "3", "initial.all": "4", "spent.fiscal": "3", "spent.all": "5"})
    assert len(findings(suining(), facts, ASKED)) == 2
    late = check("F01", table="funds", total="all", parts=PARTS, stages="spent")
    assert only(findings(suining(), facts, late)).message.startswith("预算执行数总额5.00万元")


def test_a_table_of_rows_has_no_totals():
    asked = check("F01", table="indicators", total="all", parts=PARTS)
    assert findings(suining(), book(funds={**FULL, "initial.all": "9"}), asked) == ()


def test_a_stage_that_asks_for_no_parts():
    facts = book(year=2022, funds={"carried.all": "4", "carried.county": "3"})
    assert findings(xiqu(), facts, check("F01", table="funds", total="all", parts=("county", "other"))) == ()
