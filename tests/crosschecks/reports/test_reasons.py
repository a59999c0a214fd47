"""原因的识读."""

from __future__ import annotations

import pytest

from crosschecks.reports.reasons import change_told, low_rate_told, reason_in, reasons_column
from tests.crosschecks.papers import report, table


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1.执行率未达到90%的需说明原因（100字以内）；2.年中发生预算调整的，应单独说明理由。", ""),
        ("1.执行率未达到90%的需说明原因（100字以内）；工程款待审计后支付", "工程款待审计后支付"),
        ("其他资金包括：社会投入资金、银行贷款。", ""),
        ("无", ""),
        ("/", ""),
        ("年中追加上级补助", "年中追加上级补助"),
    ],
)
def test_what_was_written(text, reason):
    rows = table(
        "来源|年初预算（万元）|调整后预算数|预算执行数|原因", f"总额|80|90|90|{text}", "其中：财政资金|80|90|90|"
    )
    (funds,) = report(rows).funds
    cells = reasons_column(funds)
    assert "；".join(told for cell in cells if (told := reason_in(cell))) == reason


@pytest.mark.parametrize(
    ("words", "changed", "low"),
    [
        ("9月区财政追加38.00万元。", True, False),
        ("严格按照规定进行预算调整。", False, False),
        ("执行率偏低的原因是结算审计未完成。", False, True),
        ("按计划实施。", False, False),
    ],
)
def test_reasons_in_prose(words, changed, low):
    found = report(f"一、概况\n{words}")
    assert (change_told([found]), low_rate_told([found])) == (changed, low)
