"""表中的增减."""

from __future__ import annotations

import pytest

from crosschecks.reports.table_changes import wrong_changes
from tests.crosschecks.papers import report, table


def wrong(*rows):
    (matrix,) = report(table(*rows)).matrices
    return [(found.row.name, found.column.name, str(round(found.due, 2))) for found in wrong_changes(matrix)]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("类别|年初数|年末数|增减额|增减率", [("设备", "增减率", "20.00")]),
        ("类别|2022年|2023年|增减额|增长率", [("设备", "增减率", "20.00")]),
        ("类别|甲|乙|丙|丁", []),
    ],
)
def test_rates(head, told):
    rows = ("房屋|820.00|820.00|0.00|0.00%", "车辆|96.00|88.00|-8.00|-8.33%", "设备|150.00|180.00|30.00|25.00%")
    found = wrong(head, *rows)
    assert [(name, due) for name, _, due in found] == [(name, due) for name, _, due in told]


def test_amounts():
    rows = ("类别|上年数|本年数|增减额", "房屋|820|820|0", "车辆|96|88|-8", "设备|150|180|{}")
    assert wrong(*rows[:3], rows[3].format(30)) == []
    assert wrong(*rows[:3], rows[3].format(20)) == [("设备", "增减额", "30.00")]


def test_columns_that_most_rows_do_not_bear_out():
    assert wrong("类别|上年数|本年数|增减额", "房屋|820|820|5", "车辆|96|88|9", "设备|150|180|30") == []
