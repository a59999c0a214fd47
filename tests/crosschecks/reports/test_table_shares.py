"""表中的占比: a column of shares and the column it is of."""

from __future__ import annotations

import pytest

from crosschecks.reports.table_shares import share_columns
from tests.crosschecks.papers import report, table


def columns(*rows):
    (matrix,) = report(table(*rows)).matrices
    return [(found.column.name, found.of.name, str(found.whole)) for found in share_columns(matrix)]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (("片区|面积|面积占比|支出", "东|60|60%|5", "西|40|40%|9", "合计|100|100%|14"), [("面积占比", "面积", "100")]),
        (("片区|人数|金额|占比（%）", "东|9|30|60", "西|9|20|40"), [("占比", "金额", "50")]),
        (("学校|人数|占比", "甲|900|12%", "乙|300|7%", "丙|200|9%"), []),
        (("学校|人数|得分", "甲|900|12", "乙|300|7"), []),
    ],
)
def test_of_which_column(rows, told):
    assert columns(*rows) == told
