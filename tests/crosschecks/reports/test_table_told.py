"""表中的数又写在文中: a figure and the row or the sum it speaks of."""

from __future__ import annotations

import pytest

from crosschecks.reports.table_told import told_otherwise_in_tables
from tests.crosschecks.papers import report, table

ROWS = table("片区|户数|发放金额（万元）", "东镇中心区|120|180.20", "西镇中心区|96|140.00", "合计|216|320.20")
TWO = table(
    "片区|人工费（万元）|材料费（万元）", "东镇中心区|190.20|180.20", "西镇中心区|150.00|140.00", "合计|340.20|320.20"
)


def told(text, rows=ROWS):
    found = told_otherwise_in_tables(report(f"一、发放\n补贴发放金额如下表：\n\n{rows}\n二、绩效\n{text}"))
    return [(figure.shown, cell.row.name) for figure, cell in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("东镇中心区支出175.00万元。", [("175.00万元", "东镇中心区")]),
        ("东镇中心区支出180.20万元。", []),
        ("东镇中心区支出180.2万元。", []),
        ("东镇中心区累计支出575.00万元。", []),
        ("东镇中心区学校支出75.00万元。", []),
        ("发放补贴金额302.20万元。", [("302.20万元", "合计")]),
        ("采购设备302.20万元。", []),
    ],
)
def test_a_row_or_a_sum(text, found):
    assert told(text) == found


def test_of_two_columns_only_what_looks_mistyped():
    assert told("东镇中心区支出175.00万元。", TWO) == []
    assert told("东镇中心区支出108.20万元。", TWO) == [("108.20万元", "东镇中心区")]
