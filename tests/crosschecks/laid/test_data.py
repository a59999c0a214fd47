"""无线的数据表: rows as long as their header, the row of sums; lists of words and figures that are no table."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, report, said

TABLE = "二、支出\n支出明细如下\n\n支出内容\n数量\n金额（万元）\n苗木采购\n12\n120.50\n整地栽植\n8\n98.30\n管护监测\n3\n12.20\n合计\n23\n{}\n三、其他\n无。\n"


def test_rows_and_sums():
    (found,) = report(TABLE.format("231.00")).matrices
    assert [column.name for column in found.columns] == ["支出内容", "数量", "金额"]
    assert [row.name for row in found.rows] == ["苗木采购", "整地栽植", "管护监测", "合计"]


def test_a_wrong_sum_is_told_and_can_be_found():
    text = TABLE.format("230.00")
    assert findable(text, one(text, "F07").places)
    assert said(TABLE.format("231.00"), "F07") == []


@pytest.mark.parametrize(
    "text",
    [
        "联系人\n张某\n电话\n0000\n2023\n12\n填报单位\n某局\n",
        "造林面积\n1.26万亩\n成活率\n92\n带动就业\n61\n户均增收\n1200\n",
        "支出内容\n数量\n金额\n苗木采购\n12\n120.50\n",
    ],
)
def test_lines_that_are_no_table(text):
    assert report("二、支出\n" + text).matrices == ()
