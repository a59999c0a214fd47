"""乘积的识读."""

from __future__ import annotations

from crosschecks.reports.products import wrong_products
from tests.crosschecks.papers import report, table


def wrong(*rows):
    (matrix,) = report(table(*rows)).matrices
    return [(found.row.name, str(found.factor), str(found.due), str(found.written)) for found in wrong_products(matrix)]


def test_price_times_number():
    rows = ("名称|数量|单价（元）|金额（万元）", "甲|6|40000|24", "乙|500|120|6", "丙|60|1500|{}")
    assert wrong(*rows[:3], rows[3].format(9)) == []
    assert wrong(*rows[:3], rows[3].format(8)) == [("丙", "0.0001", "9.0000", "8")]


def test_months_count_too():
    rows = ("岗位|人数|标准（元/月）|金额（元）", "甲|2|300|7200", "乙|5|200|12000", "丙|3|400|{}")
    assert wrong(*rows[:3], rows[3].format(14400)) == []
    assert wrong(*rows[:3], rows[3].format(14000)) == [("丙", "12", "14400", "14000")]


def test_two_rows_teach_nothing():
    assert wrong("名称|数量|金额", "甲|6|24", "乙|5|25") == []
