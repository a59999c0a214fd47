"""分值列的归一: scores out of 100 with weights, weighted scores, shares instead of points; a plain table stays as it is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.crosschecks.papers import report, table

PLAIN = ("三级指标|目标值|完成值|分值|得分", "站点数量|10个|10个|50|50", "老人满意度|90%|92%|50|48")


@pytest.mark.parametrize(
    ("rows", "roles"),
    [
        (("评价指标|权重|得分|加权得分", "项目产出|60%|95|57", "项目效益|40%|90|36"), {"weight", "raw", "score"}),
        (("评价指标|权重|得分", "项目产出|60%|95", "项目效益|40%|90"), {"weight", "raw"}),
        (("评价指标|权重|得分", "项目产出|0.6|95", "项目效益|0.4|90"), {"share", "raw"}),
        (PLAIN, {"weight", "score"}),
    ],
)
def test_columns_by_what_they_hold(rows, roles):
    (found,) = report(table(*rows)).indicators
    assert found.roles - {"name", "target", "actual"} == roles


def test_the_weighted_score_is_the_score():
    (found,) = report(
        table("评价指标|权重|得分|加权得分", "项目产出|60%|95|57", "项目效益|40%|90|36", "合计|100%||93")
    ).indicators
    assert [(row.number("score"), row.number("raw")) for row in found.lines] == [(57, 95), (36, 90)]
    assert found.total.number("score") == Decimal(93)
