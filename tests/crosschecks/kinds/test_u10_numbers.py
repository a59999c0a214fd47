"""U10 数字可解析."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, quotes, said, table


@pytest.mark.parametrize(("typed", "proper"), [("2,160..00", "2,160.00"), ("3600...5", "3600.5")])
def test_a_mark_typed_twice(typed, proper):
    text = "绩效自评表\n\n" + table("资金|年初预算|全年预算", f"总额|{typed}|2,160.00")
    found = one(text, "U10")
    assert (quotes(found), found.fix.old, found.fix.new) == ([typed], typed, proper)
    assert findable(text, found.places)


def test_what_was_meant_is_not_guessed():
    assert one("一、资金\n到位资金7,00.0,77万元。", "U10").fix is None


@pytest.mark.parametrize(
    "words", ["2,160.00万元", "12345.6元", "2023.3.5", "1,234,567.89元", "100,200,300", "3.5、4.5万元"]
)
def test_figures_and_lists(words):
    assert said(f"一、资金\n共{words}。", "U10") == []


@pytest.mark.parametrize("figure", ["7,00.0,77", "12..5", "1。234.5.6"])
def test_points_and_commas_out_of_place(figure):
    (found,) = said(f"全年支出{figure}万元。", "U10")
    assert quotes(found) == [figure]


def test_the_end_of_a_sentence_is_no_point():
    assert said("部分达成、未达成分别计60%、0。3.92分以上为优秀。", "U10") == []
    assert said(table("注|1.未达成的计0。2.65分以上为合格。"), "U10") == []


def test_a_figure_in_order():
    assert said("全年支出1,234.50万元。", "U10") == []
