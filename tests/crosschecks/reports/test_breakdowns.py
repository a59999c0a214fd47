"""分项的识读."""

from __future__ import annotations

import pytest

from crosschecks.reports.breakdowns import added, breakdowns, in_unit
from tests.crosschecks.papers import report


def told(text: str):
    found = report("一、概况\n" + text)
    return [
        (b.total.shown, [part.shown for part in b.parts], b.open, b.exact)
        for b in breakdowns(found.sentences, found.register)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支出30万元，其中：维修20万元，占66%；绿化10万元。", [("30万元", ["20万元", "10万元"], False, True)]),
        ("在编28人。其中：教师20人，职工8人。", [("28人", ["20人", "8人"], False, True)]),
        ("采购12台（其中：电脑8台，打印机4台），支出9万元。", [("12台", ["8台", "4台"], False, True)]),
        ("补贴9万元，包括种粮补贴5万元、农机补贴3万元等。", [("9万元", ["5万元", "3万元"], True, True)]),
        ("追回约15万元，分别是甲8万元、乙7万元。", [("约15万元", ["8万元", "7万元"], False, False)]),
        (
            "支出30万元，其中甲20万元、乙10万元；收入40万元，其中：财政25万元，自筹15万元；结余10万元。",
            [("30万元", ["20万元", "10万元"], False, True), ("40万元", ["25万元", "15万元"], False, True)],
        ),
        (
            "支出60万元，其中：甲40万元（其中人工15万元，材料25万元）；乙20万元。",
            [("60万元", ["40万元", "20万元"], False, True), ("40万元", ["15万元", "25万元"], False, True)],
        ),
        ("培训300人，其中：支出5万元。", []),
        ("其中：甲5万元。", []),
    ],
)
def test_breakdowns(text, expected):
    assert told(text) == expected


def test_rounding_is_for_rounded_figures_only():
    found = report("一、概况\n支出30.01万元，其中甲20.00万元、乙10.00万元。\n在编28人，其中教师20人、职工7人。")
    money, heads = breakdowns(found.sentences, found.register)
    assert (money.rounding, heads.rounding) == (200, 0)
    assert added(money.parts) == "20＋10＝30"
    assert in_unit(money.sum, money.total) == "30万元"
