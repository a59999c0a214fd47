"""表样排版检查."""

from __future__ import annotations

import pytest

from blueprints.printing import CellDef, CellsRow, GroupRow, RecordsColumn, RecordsRow
from composing.lint import lint_printing, sample_book
from tests.composing.samples import JINZHONG, PANZHIHUA, SUINING, form
from tests.composing.small import with_grid

WHOLE = CellsRow((CellDef("blank", 12),))
SHORT = CellsRow((CellDef("blank", 11),))


@pytest.mark.parametrize("form_id", [JINZHONG, PANZHIHUA, SUINING])
def test_our_forms_fill_their_tables(form_id):
    assert lint_printing(form(form_id)) == []


def test_the_row_is_named():
    problems = lint_printing(with_grid(WHOLE, GroupRow("甲", 1, (SHORT, WHOLE)), SHORT))
    assert [problem.split("：")[0] for problem in problems] == [
        "第1部分“甲”第1项第2行之第2行没有排满11格",
        "第1部分“甲”第1项第3行没有排满12格",
    ]


def test_a_group_that_leaves_no_room():
    (problem,) = lint_printing(with_grid(GroupRow("甲", 12, ())))
    assert problem.startswith("第1部分“甲”第1项第1行没有排满12格")


def test_samples_are_of_the_kind_that_is_asked():
    book = sample_book(form(JINZHONG))
    assert book.raw("sign.date") == "2021-03-05"
    assert book.raw("text.basics") == "样例"


def test_records_are_tried_with_and_without_facts():
    row = RecordsRow("indicators", (RecordsColumn("甲", 11, "name"),))
    assert len(lint_printing(with_grid(row))) == 1
