"""标题编号."""

from __future__ import annotations

from composing.outline import Outline


def test_levels_restart_below_a_higher_heading():
    outline = Outline()
    assert [outline.number(level) for level in (1, 2, 2, 3, 3, 1, 2, 3, 4)] == [
        "一、", "（一）", "（二）", "1．", "2．", "二、", "（一）", "1．", "（1）",
    ]  # fmt: skip


def test_a_deeper_level_has_no_number():
    assert Outline().number(5) == ""
    assert Outline().number(0) == ""


def test_items_are_counted_below_each_heading():
    outline = Outline()
    outline.number(1)
    assert [outline.item(), outline.item()] == ["1.", "2."]
    outline.restart()
    assert outline.item() == "1."
