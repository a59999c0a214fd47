"""明细记录."""

from __future__ import annotations

import pytest

from blueprints.schema import ColumnDef, RecordsTable
from composing.records import Record, field_content, fill_record, level1_key, records_of
from documents.tree import Text
from factbook.book import IndicatorFact, ListRow
from tests.composing.small import blueprint, book_of, inputs


def test_rows_are_counted_within_their_second_level():
    rows = [("产出指标", "数量指标"), ("产出指标", "质量指标"), ("产出指标", "数量指标"), ("效益指标", "数量指标")]
    book = book_of(*(IndicatorFact(f"r{n}", one, two) for n, (one, two) in enumerate(rows)))
    assert [record.n for record in records_of(inputs(book), "indicators")] == [1, 1, 2, 1]


@pytest.mark.parametrize(
    ("level1", "level2", "key"),
    [
        ("产出指标", "", "output"),
        (" 成本指标 ", "", "cost"),
        ("其他指标", "", "other"),
        ("影响力指标", "", "other"),
        ("", "社会效益指标", "benefit"),
        ("", "", "other"),
    ],
)
def test_canonical_levels(level1, level2, key):
    assert level1_key(blueprint().frame, IndicatorFact("r1", level1, level2)) == key


def test_national_words_count_where_the_form_has_none():
    frame = blueprint().frame
    bare = type(frame)(levels=frame.levels[:1])
    assert level1_key(bare, IndicatorFact("r1", "效益指标")) == "benefit"


def test_an_empty_line_knows_its_levels_only():
    line = Record("indicators", 1, "产出指标", "数量指标")
    assert [line.raw(field) for field in ("level1", "level2", "name")] == ["产出指标", "数量指标", ""]
    assert line.key("name") == ""


def test_a_list_may_have_a_column_called_level1():
    record = Record("people", 1, row=ListRow("p1", {"level1": "高级"}))
    assert record.raw("level1") == "高级"


def test_templates_over_a_row():
    record = Record(
        "indicators", 2, "产出指标", "数量指标", IndicatorFact("r1", "产出指标", "数量指标", "甲", target="{name}")
    )
    assert fill_record(inputs(), record, "指标{n}：{name}{target}{unknown}") == "指标2：甲{name}"


@pytest.mark.parametrize(("shape", "told"), [("date", "2025年3月5日"), ("text", "2025-03-05")])
def test_a_column_of_days_prints_days(shape, told):
    visits = RecordsTable("visits", "现场核查", (ColumnDef("day", "日期", shape=shape),))
    given = inputs(tables=(visits,))
    assert field_content(given, Record("visits", 1, row=ListRow("v1", {"day": "2025-03-05"})), "day") == Text(told)
