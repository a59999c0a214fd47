"""差距的识读."""

from __future__ import annotations

from decimal import Decimal

import pytest

from crosschecks.reports.gaps import gaps
from tests.crosschecks.papers import report, table

HEAD = "项目支出绩效自评表\n（2023年度）\n\n"
TITLE = "2023年度渔业增殖放流项目支出绩效自评报告\n二、项目实施及管理情况\n（一）资金使用情况\n"
LOW = Decimal("0.9")


def words(text: str) -> list[str]:
    return [gap.words for gap in gaps((report(text),), LOW)]


def test_rows_short_of_their_targets():
    columns = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分"
    text = HEAD + table(columns, "产出指标|数量指标|放流场次|≥6场|5场|10|8", "||培训人次|≥60人次|66人次|10|10")
    (gap,) = gaps((report(text),), LOW)
    assert (gap.words, gap.of_row, gap.unspent) == ("“放流场次”完成5场，未达到≥6场", True, False)
    assert [place.quote for place in gap.places] == ["5场", "≥6场"]


@pytest.mark.parametrize(
    ("spent", "told"), [("71.00", ["预算执行率88.75%"]), ("72.00", []), ("0.00", ["预算执行率0.00%"])]
)
def test_money(spent, told):
    rows = ("项目资金（万元）|年初预算数|全年预算数|全年执行数|执行率", f"年度资金总额|80.00|80.00|{spent}|")
    text = HEAD + table(*rows)
    assert words(text) == told
    assert [gap.unspent for gap in gaps((report(text),), LOW)] == [spent == "0.00"] * len(told)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("项目预算执行率为83.5%。", ["预算执行率为83.5%"]),
        ("因禁渔期延长，未启动该项目。", ["未启动该项目"]),
        ("全年使用资金0万元。", ["使用资金0万元"]),
        ("项目资金结转到2024年使用。", ["资金结转到2024年使用"]),
        ("投放鱼苗280万尾，未达到300万尾的目标值。", ["未达到300万尾的目标值"]),
        ("预算执行率98%。", []),
        ("截至9月底预算执行率65%，上年预算执行率80%。", []),
        ("预算执行率不低于80%。", []),
        ("全年未实施政府采购，应急响应未启动。", []),
        ("其他资金支出0万元。", []),
        ("结余资金结转到2024年使用。", []),
        ("如未启动项目，资金由财政收回。", []),
        ("使用资金80万元。", []),
    ],
)
def test_words(sentence, told):
    assert words(TITLE + sentence) == told


def test_accounts_have_their_own_template():
    text = "某县渔政站2023年度部门决算情况说明\n一、收支情况\n因公出国（境）费支出0万元。"
    assert words(text) == []
