"""U06 度量单位与值类型, on paper."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, said, table

UNITS = table(
    "一级指标|二级指标|三级指标|指标性质|指标值|度量单位|完成值|分值|得分",
    "产出指标|数量指标|保障对象|{}|{}|{}|{}|10|10",
    "|质量指标|合格率|≥|95|%|96|10|10",
)
BARE = table(
    "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
    "产出指标|数量指标|覆盖学校|{}|{}|10|10",
    "|质量指标|合格率|≥95%|96%|10|10",
)


@pytest.mark.parametrize(
    ("target", "actual", "told"),
    [
        ("=72所", "100%", 1),
        ("=72所", "72所", 0),
        ("≥400人次", "100%", 1),
        ("≥95%", "100%", 0),
        ("12月底前", "100%", 0),
        ("≥3场", "已完成", 1),
    ],
)
def test_rows_without_a_column_of_units(target, actual, told):
    text = "甲项目支出绩效自评表\n" + BARE.format(target, actual)
    found = said(text, "U06")
    assert len(found) == told
    assert all(findable(text, each.places) for each in found)


@pytest.mark.parametrize(
    ("given", "told"),
    [(("定性", "应保尽保", "人", "100%"), 1), (("≥", "300", "人", "312"), 0), (("＝", "100", "%", "100%"), 0)],
)
def test_rows_with_a_column_of_units(given, told):
    assert len(said("甲项目支出绩效自评表\n" + UNITS.format(*given), "U06")) == told


def test_what_it_says():
    assert one("甲项目支出绩效自评表\n" + BARE.format("=72所", "100%"), "U06").message == (
        "“覆盖学校”目标“=72所”与完成值“100%”不匹配：按数量计的指标填了百分数。"
    )
