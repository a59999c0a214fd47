"""占比的识读: share, part and whole."""

from __future__ import annotations

import pytest

from crosschecks.reports.shares import portions
from tests.crosschecks.papers import report


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("支出50万元，其中：设备30万元，占60%。", [("60%", "30万元", "50万元")]),
        (
            "预算100万元，其中：省级62万元，县级38万元，分别占62%、38%。",
            [("62%", "62万元", "100万元"), ("38%", "38万元", "100万元")],
        ),
        ("本年支出合计80万元。基金支出20万元，占本年支出合计的25%。", [("25%", "20万元", "80万元")]),
        ("读者3.8万人，占常住人口30万人的12.7%。", [("12.7%", "3.8万人", "30万人")]),
        ("面积1128平方公里，占全县国土面积的62%。", []),
        ("支出约50万元，其中：设备30万元，占60%。", []),
    ],
)
def test_portions(words, told):
    found = [(p.share.shown, p.part.shown, p.whole.shown) for p in portions(report(f"一、概况\n{words}"))]
    assert found == told
