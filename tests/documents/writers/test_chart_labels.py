"""饼图的标注: no name covers another, however thin the slices."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents import measure
from documents.writers.chart_labels import LINE_MM, Room, apart, in_lines, spread

ROOM = Room(radius=23, width=150, height=60, points=10)


@pytest.mark.parametrize(
    ("wanted", "heights", "places"),
    [
        ([10, 0, -10], [5, 5, 5], [10, 0, -10]),
        ([1, 0], [4, 4], [1, -3]),
        ([50, 49], [4, 4], [18, 14]),
        ([-50, -51], [4, 4], [-14, -18]),
        ([0, 0], [4, 8], [0, -6]),
        ([], [], []),
    ],
)
def test_places(wanted, heights, places):
    assert apart(wanted, heights, 20) == places


def test_name_and_share_on_one_line_or_below_each_other():
    assert in_lines("卫生健康支出", "1.56%", 12) == "卫生健康支出　1.56%"
    assert in_lines("社会保障和就业支出", "95.66%", 12) == "社会保障和就业支出\n95.66%"
    assert in_lines("一般公共预算财政拨款收入", "100%", 6) == "一般公共预算\n财政拨款收入\n100%"


@given(st.lists(st.floats(min_value=0.0001, max_value=1e6), min_size=1, max_size=9))
def test_labels_do_not_touch_and_stay_inside(values):
    labels = spread(values, [(f"第{n}类支出", "1.00%") for n in range(len(values))], ROOM)
    assert len(labels) == len(values)
    for side in ("left", "right"):
        places = sorted(label.y for label in labels if label.side == side)
        assert all(upper - lower >= LINE_MM - 1e-9 for lower, upper in pairwise(places))
        assert all(abs(place) <= ROOM.height / 2 for place in places)
    assert all(measure.ems(line) <= ROOM.ems for label in labels for line in label.text.split("\n"))


def test_a_line_ties_each_label_to_its_slice():
    (whole,) = spread([5], [("甲", "100%")], ROOM)
    (xs, ys) = whole.tie
    assert (round(xs[0]), round(ys[0])) == (0, round(-23 * 0.97))  # the middle of a whole pie is at the bottom
    assert ys[1] == ys[2] == whole.y
