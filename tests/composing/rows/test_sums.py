"""合计行."""

from __future__ import annotations

from blueprints.printing import RecordsColumn, RecordsRow, SumDef
from blueprints.schema import ColumnDef, FieldEntry, RecordsTable, Section
from documents.tree import Number, Role
from factbook.book import ListRow
from tests.composing.small import book_of, grid, inputs, texts

LIST = RecordsTable(
    "spending",
    "明细",
    (
        ColumnDef("item", "内容"),
        ColumnDef("people", "人数", shape="number"),
        ColumnDef("note", "备注"),
        ColumnDef("amount", "金额", shape="money"),
    ),
)
COLUMNS = tuple(RecordsColumn(field, 3, field) for field in ("item", "people", "note", "amount"))
ROWS = (
    ListRow("a", {"item": "甲", "people": "2.0", "amount": "1"}),
    ListRow("b", {"item": "乙", "people": "3", "amount": "5000元"}),
)
ASKED = (Section("s", "节", (FieldEntry("figure.spending_amount", "合计"),)),)


def drawn(at="end", sections=(), **facts):
    row = RecordsRow("spending", COLUMNS, header=False, sum=SumDef("合计", at))
    return grid(inputs(book_of(lists={"spending": ROWS}, **facts), tables=(LIST,), sections=sections), row)


def test_sums_stand_below_their_columns():
    table = drawn()
    assert texts(table)[-1] == ["合计", "5", "", "1.50"]
    label, people, blank, amount = table.rows[-1].cells
    assert (label.role, blank.role, people.key, amount.key) == (Role.LABEL, Role.BLANK, "", "")
    assert isinstance(amount.content, Number)


def test_or_above():
    assert [line[0] for line in texts(drawn("start"))] == ["合计", "甲", "乙"]


def test_what_the_unit_filed_is_printed():
    table = drawn(sections=ASKED, statements={"figure.spending_amount": "1.6"})
    assert texts(table)[-1][-1] == "1.6"
    assert table.rows[-1].cells[-1].key == "figure.spending_amount"
