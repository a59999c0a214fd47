"""S15 评分公式系数=分值, on paper."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, said, table

ROWS = table(
    "评分表|二级指标|三级指标|指标分值|评价得分", "|项目产出|完成及时率|7|7", "||质量达标率|8|8", "||成本节约率|5|5"
)
WORDS = "\n评分说明：质量达标率得分=质量达标率×8；完成及时率得分=按时完成任务数÷应完成任务数×100%×{}。\n"
COLUMN = table(
    "一级指标|二级指标|三级指标|分值|评分标准|得分",
    "预算管理|预算编制|目标制定|4|得分=4-不合格数÷总数×{}。|4",
    "||编制准确|6|按规定编制的得满分。|6",
    "|执行|支付进度|5|得分=指标分值×进度。|5",
)


def test_a_formula_told_in_prose():
    text = "甲项目支出绩效自评表\n" + ROWS + WORDS.format(6)
    found = one(text, "S15")
    assert found.message == "“完成及时率”分值7分，公式却按6分计算。"
    assert findable(text, found.places)
    assert said("甲项目支出绩效自评表\n" + ROWS + WORDS.format(7), "S15") == []


@pytest.mark.parametrize(("factor", "told"), [("5", 1), ("4", 0)])
def test_a_formula_in_its_column(factor, told):
    text = "甲单位整体支出绩效自评表\n" + COLUMN.format(factor)
    assert len(said(text, "S15")) == told
