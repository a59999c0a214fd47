"""一行格子."""

from __future__ import annotations

import pytest

from blueprints.printing import CellDef, CellsRow, TitleRow
from composing.rows.cells import boxes_text
from documents.tree import Align, Role
from tests.composing.small import book_of, grid, inputs, texts


def drawn(cell: CellDef, **statements):
    (row,) = grid(inputs(book_of(statements=statements)), CellsRow((cell,))).rows
    return row.cells[0]


def test_a_title_crosses_the_table():
    table = grid(inputs(), TitleRow("{year}年度"))
    assert texts(table) == [["2024年度"]]
    assert table.rows[0].cells[0].role is Role.TITLE


def test_a_labelled_text_belongs_to_its_fact():
    cell = drawn(CellDef("text", 12, "负责人：{text.manager}", align="left"), **{"text.manager": "高启明"})
    assert (cell.content.text, cell.key, cell.role, cell.align) == (
        "负责人：高启明",
        "text.manager",
        Role.FIELD,
        Align.LEFT,
    )


def test_a_field_and_its_key():
    cell = drawn(CellDef("field", 12, path="text.goal", bold=True), **{"text.goal": "=1+1"})
    assert (cell.content.text, cell.key, cell.bold) == ("=1+1", "text.goal", True)


def test_scores_stand_in_the_middle():
    assert drawn(CellDef("field", 12, path="score.total.self")).align is Align.CENTER
    assert drawn(CellDef("field", 12, path="score.execution.reason")).align is None


def test_boxes():
    cell = drawn(CellDef("boxes", 12, "性质：", "choice.kind", ("新增", "延续")), **{"choice.kind": "延续"})
    assert (cell.content.text, cell.key) == ("性质：□新增  ☑延续", "choice.kind")


@pytest.mark.parametrize(
    ("chosen", "text"),
    [
        ("", "□甲  □乙、丙"),
        ("甲", "☑甲  □乙、丙"),
        ("乙、丙", "□甲  ☑乙、丙"),
        ("甲;丁", "☑甲  □乙、丙  ☑丁"),
    ],
)
def test_what_is_no_option_is_still_printed(chosen, text):
    assert boxes_text(("甲", "乙、丙"), chosen) == text
