"""格的种类: what a cell may be by its words."""

from __future__ import annotations

import pytest

from crosschecks.laid.sorts import sort_of


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("—", "dash"), ("/", "dash"), ("无", "dash"), ("8", "number"), ("１，２３０．５０", "number"), ("8分", "points"), ("97.5%", "share"),
        ("≥95%", "bound"), ("不低于3次", "bound"), ("30天以内", "bound"), ("480套", "amount"), ("3.95万元/公里", "amount"),
        ("2019年8月25日前", "date"), ("12月底前完成", "date"), ("≥", "relation"), ("定性", "relation"), ("元/人次", "unit"), ("%", "unit"),
        ("产出指标\n（50分）", "first"), ("数量指标", "second"), ("服务对象满意度指标（10分）", "second"), ("成本指标", "either"),
        ("（25分）", "bracket"), ("合计", "sum"), ("修缮校舍面积", "words"), ("连续降雨停工，下年提前进场", "prose"), ("", "dash"),
    ],
)  # fmt: skip
def test_sorts(text, sort):
    assert sort_of(text) == sort
