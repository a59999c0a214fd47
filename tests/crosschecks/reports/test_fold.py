"""归一文字: widths, marks and blanks, and the way back."""

from __future__ import annotations

import pytest

from crosschecks.reports.fold import fold, folded


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("１２．５％", "12.5%"),
        ("甲,乙;丙:(丁)", "甲，乙；丙：（丁）"),
        ("1,720.00元，2", "1,720.00元，2"),
        ("1，720.00元", "1,720.00元"),
        ("7个,其中", "7个，其中"),
        ("12:30", "12:30"),
        ("3。5万元", "3.5万元"),
        ("项 目 名 称", "项目名称"),
        ("20 22  年度", "2022年度"),
        ("12 345.67 万元", "12345.67万元"),
        ("10 20 30万元", "10 20 30万元"),
        ("≧９０％", "≥90%"),
    ],
)
def test_fold(raw, expected):
    assert folded(raw) == expected


def test_a_span_leads_back_to_what_was_typed():
    found = fold("在20 22  年度，共（ 支出 ）１２ 345.67 万元")
    start = found.text.index("2022年度")
    assert found.quote(start, start + 6) == "20 22  年度"
    start = found.text.index("（支出）")
    assert found.quote(start, start + 4) == "（ 支出 ）"
    start = found.text.index("12345.67万元")
    assert found.quote(start, len(found.text)) == "１２ 345.67 万元"
    assert fold("甲乙").quote(0, 1) == "甲"
