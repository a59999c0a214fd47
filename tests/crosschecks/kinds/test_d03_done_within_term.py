"""D03 完成时间在项目期内."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, said, table


def form(actual: str, term: str = "2023年3月至2023年10月") -> str:
    return (
        f"项目支出绩效自评表\n（2023年度）\n\n项目起止时间：{term}\n\n"
        + table(
            "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
            f"产出指标|时效指标|公厕改造完工时间|2023年12月底前|{actual}|10|10",
        )
        + "\n"
    )


@pytest.mark.parametrize(
    ("actual", "arithmetic"),
    [("2023年11月20日", "2023-11-20＞2023-10-31"), ("2022年12月", "2022-12-01＜2023-03-01")],
)
def test_outside_the_term(actual, arithmetic):
    found = one(form(actual), "D03")
    assert found.arithmetic == arithmetic
    assert findable(form(actual), found.places)


@pytest.mark.parametrize(
    ("actual", "term"),
    [
        ("2023年10月31日", "2023年3月至2023年10月"),
        ("11月20日", "2023年3月至2023年10月"),  # of which year?
        ("2023年", "2023年3月至2023年10月"),
        ("按期完成", "2023年3月至2023年10月"),
        ("2023年11月20日", "2023年"),
    ],
)
def test_within_it_or_unknown(actual, term):
    assert said(form(actual, term), "D03") == []


def test_late_as_well_is_told_once():
    text = form("2023年12月20日").replace("2023年12月底前", "2023年10月底前")
    assert said(text, "D03") == []
    assert len(said(text, "D04")) == 1
