"""模板残留: what was to be replaced is told; ordinary words are not."""

from __future__ import annotations

import pytest

from crosschecks.similar.residue import residue


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("[bookmark: _Toc1]一、概况", ["书签标记"]),
        ("<p>按月发放</p>&nbsp;", ["网页标记"] * 3),
        ("由××单位发放XX万元、**人", ["未替换的××"] * 3),
        ("由\uff38\uff38局负责", ["未替换的××"]),
        ("共\uff3f\uff3f万元，____人", ["待填的空白"] * 2),
        ("截至  年  月  日", ["未填的日期"]),
        ("2024年 月 日", ["未填的日期"]),
        ("20  年  月  日", ["未填的日期"]),
        ("（具体工作）已完成（100字以内）", ["填写提示"] * 2),
        ("请填写项目概况，此处填写数字", ["填写提示"] * 2),
        ("参考范本", ["范本字样"]),
    ],
)
def test_left_over(text, kinds):
    assert [each.kind for each in residue(text)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "2024年3月1日完成，当年月日均支出3万元",
        "上年月均发放12次，2024年 月均3次",
        "面积2×3米，型号AXX12",
        "统一制定申报模板，按照范本编制",
        "由本单位（具体由财务股负责）核对",
        "效果很好……下一步继续",
        "群众填写满意度问卷，请示区政府",
        "支出<5万元的3笔，<办法>已印发",
    ],
)
def test_ordinary_words(text):
    assert residue(text) == []


def test_the_place_is_told():
    (found,) = residue("全年发放××人")
    assert (found.quote, found.start) == ("××", 4)
