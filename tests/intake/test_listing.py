"""编号段落: numbers that the form prints go, figures that somebody wrote stay."""

from __future__ import annotations

import pytest

from intake.listing import is_item, unnumbered_lines


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("1.甲。\n2.乙。", "甲。\n乙。"),
        ("3、甲。\n4．乙。", "甲。\n乙。"),
        ("1.1.甲。", "1.甲。"),
        ("1.甲。\n接着写。\n2.乙。", "甲。\n接着写。\n乙。"),
        ("1.甲。\n3.5万人参保。", "甲。\n3.5万人参保。"),
        ("没有编号。", "没有编号。"),
    ],
)
def test_numbers_that_go_on_one_by_one_are_the_forms(printed, typed):
    assert unnumbered_lines(printed) == typed


def test_items():
    assert [is_item(text) for text in ("1.甲", "12、乙", "（一）丙", "2024年")] == [True, True, False, False]
