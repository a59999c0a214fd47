"""差异: figures differ as wholes; what kind of copy it is."""

from __future__ import annotations

import pytest

from crosschecks.similar.differences import Segment, differences


def test_a_figure_differs_as_a_whole():
    sides = differences("全年办理14264人次。", "全年办理14246人次。")
    assert sides.mine == (Segment("全年办理", "same"), Segment("14264", "figure"), Segment("人次。", "same"))
    assert sides.theirs == (Segment("全年办理", "same"), Segment("14246", "figure"), Segment("人次。", "same"))
    assert sides.figures == (("14264", "14246"),)
    assert (sides.kept, sides.verdict) == (0, "figures")


def test_a_figure_without_counterpart_is_told_too():
    assert differences("发放12次，共300人。", "发放12次，人员齐全。").figures == (("300", ""),)


@pytest.mark.parametrize(
    ("mine", "theirs", "verdict", "kept"),
    [
        ("办理１００人", "办理100人", "same", 1),
        ("办理100人", "办理100人", "same", 1),
        ("西岭办理100人", "东岭办理100人", "kept", 1),
        ("西岭按时办理", "东岭按时办理", "words", 0),
        ("西岭办理100人", "东岭办理200人", "figures", 0),
    ],
)
def test_the_verdict(mine, theirs, verdict, kept):
    sides = differences(mine, theirs)
    assert (sides.verdict, sides.kept) == (verdict, kept)


def test_the_sides_say_everything():
    mine, theirs = "2023年支出1,720.00万元，办结。", "2022年支出1,719.81万元，全部办结。"
    sides = differences(mine, theirs)
    assert "".join(segment.text for segment in sides.mine) == mine
    assert "".join(segment.text for segment in sides.theirs) == theirs
    assert sides.figures == (("2023", "2022"), ("1,720.00", "1,719.81"))
