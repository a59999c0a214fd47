"""声明的条数: promises with the items that follow, in one paragraph or in several."""

from __future__ import annotations

import pytest

from crosschecks.reports.enumerations import number, promises
from tests.crosschecks.papers import report


def told(text):
    return [(promise.count, promise.told) for promise in promises(report("三、问题\n" + text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("主要有三个方面：一是准备不足；二是管护薄弱。", [(3, 2)]),
        ("采取四项措施：（1）加强管护；（2）加大宣传；（3）完善制度；（4）落实资金。", [(4, 4)]),
        ("主要存在以下3个问题：\n（一）准备不足。设计深度不够。\n（二）管护薄弱。收费率偏低。", [(3, 2)]),
        ("下一步做好两项工作。\n1.加强管护。\n每月巡查。\n2.加大宣传。", [(2, 2)]),
        ("针对以上三个方面的问题，下一步加强管护。", []),
        ("第三方面：一是准备不足；二是管护薄弱。", []),
        ("三个方面的问题已经整改。\n四、建议\n1.加强管护。\n2.加大宣传。", []),
    ],
)
def test_promises(text, found):
    assert told(text) == found


def test_numbers():
    assert [number(text) for text in ("3", "十", "②", "两")] == [3, 10, 2, 2]
