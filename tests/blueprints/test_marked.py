"""带行号的 YAML: lines of nodes by path."""

from __future__ import annotations

import pytest

from blueprints.marked import line_of, read_marked

TEXT = """\
a: 1
b:
- x: 1
  y: 2
- [甲,
   乙]
c: {d: 1}
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("", 1),
        ("a", 1),
        ("b", 2),
        ("b[1]", 3),
        ("b[1].y", 4),
        ("b[2]", 5),
        ("b[2][2]", 6),
        ("c.d", 7),
        ("b[1].nothing", 3),  # the nearest node above
        ("b[9].x", 2),
        ("a.b.c", 1),
        ("nothing", 1),
    ],
)
def test_the_line_of_a_path(path, line):
    assert line_of(read_marked(TEXT), path) == line


def test_scalars_are_as_written():
    root = read_marked("a: 077\nb: no\nc: ~\nd: 2024-01-01\ne: '1'\n")
    assert [(node.text, node.plain) for node in root.values.values()] == [
        ("077", True),
        ("no", True),
        ("~", True),
        ("2024-01-01", True),
        ("1", False),
    ]
