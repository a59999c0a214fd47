"""U10 数字可解析."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import quotes, said, table


@pytest.mark.parametrize("figure", ["7,00.0,77", "12..5", "1。234.5.6"])
def test_points_and_commas_out_of_place(figure):
    (found,) = said(f"全年支出{figure}万元。", "U10")
    assert quotes(found) == [figure]


def test_the_end_of_a_sentence_is_no_point():
    assert said("部分达成、未达成分别计60%、0。3.92分以上为优秀。", "U10") == []
    assert said(table("注|1.未达成的计0。2.65分以上为合格。"), "U10") == []


def test_a_figure_in_order():
    assert said("全年支出1,234.50万元。", "U10") == []
