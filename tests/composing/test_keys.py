"""标识唯一."""

from __future__ import annotations

from composing.keys import unique_keys
from documents.tree import Cell, Heading, Line, PageBreak, Paragraph, Part, Row, SignBlock, SignLine, Table, Text


def test_the_first_place_keeps_the_key():
    cells = (Cell(0, Text("1"), key="a"), Cell(1, Text("2"), key="a"), Cell(2, Text("3")))
    table = Table((1, 1, 1), (Row(cells),))
    parts = (
        Part((Heading("甲", 1, key="h"), table, PageBreak())),
        Part(
            (
                Paragraph("乙", key="a"),
                Line(("丙",), key="h"),
                SignBlock(((SignLine("丁", key="s"), SignLine("戊", key="s")),)),
            )
        ),
    )
    first, second = unique_keys(parts)
    assert first.blocks[0].key == "h"
    assert [cell.key for cell in first.blocks[1].rows[0].cells] == ["a", "", ""]
    assert [block.key for block in second.blocks[:2]] == ["", ""]
    assert [line.key for line in second.blocks[2].rows[0]] == ["s", ""]
