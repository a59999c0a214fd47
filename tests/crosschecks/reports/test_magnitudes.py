"""数量级的识读, by what U01 says of it."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.papers import findable, one, said, table

HEAD = "某县2023年度管护项目支出绩效自评报告\n一、资金\n"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("安排资金3.24亿元，其中中央补助1.458亿元、省级补助9720元、市县自筹8100万元。", "9720元"),
        ("每人每月800元，补助120人，全年补助115.20元。", "115.20元"),
        ("项目年度预算300000万元，实际支出29.50万元，执行率98.33%。", "300000万元"),
        ("补助标准为每人每月800万元。", "800万元"),
        ("全年发放护林员补助120人，共发放补助115.20元。", "115.20元"),
        ("全年发放护林员补助120人，共发放补助1152000万元。", "1152000万元"),
    ],
)
def test_what_fits_at_another_magnitude(text, figure):
    found = one(HEAD + text, "U01")
    assert (found.severity, found.places[0].quote.endswith(figure)) == (Severity.ERROR, True)
    assert findable(HEAD + text, found.places)


def test_the_table_and_the_words():
    text = (
        HEAD
        + "项目预算320万元，支出256万元。\n\n"
        + table("资金来源|预算数（{}）|执行数（{}）", "财政拨款|3200000|2560000")
    )
    assert len(said(text.replace("{}", "万元"), "U01")) == 2
    assert said(text.replace("{}", "元"), "U01") == []


@pytest.mark.parametrize(
    "text",
    [
        "项目预算320万元，实际支出256万元，其中工程款2000000万元。",
        "到位资金500.00万元，支付人工费380.00万元，支付工程款87.85元。",
    ],
)
def test_out_of_proportion_is_suspected(text):
    assert one(HEAD + text, "U01").severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "项目预算320万元，实际支出3200000元。",
        "采购电脑15台，每台6200元，共计9.30万元；复印纸每箱120.50元。",
        "每户补助2万元，补助356户，补助总额712万元，个人缴费120元。",
        "补助标准为每人每月800元，全年补助120人115.20万元。",
        "人均财政配套标准区级承担2602.62万元。",
        "全县生产总值1200000万元，项目资金320万元。",
    ],
)
def test_left_alone(text):
    assert said(HEAD + text, "U01") == []
