"""封面的成文."""

from __future__ import annotations

from blueprints.covers import CoverLineDef, CoverNode
from composing.covers import cover
from documents.tree import Align, CoverLine, Title
from tests.composing.small import book_of, inputs

NODE = CoverNode(
    (
        (CoverLineDef("类型：", "choice.kind", ("甲", "乙"), align="center"),),
        (
            CoverLineDef("日期：", "sign.day", shape="date"),
            CoverLineDef("{year}年度"),
            CoverLineDef("单位", "text.none"),
        ),
    ),
    "附件{year}",
)


def test_boxes_values_and_words():
    facts = book_of(statements={"choice.kind": "乙", "sign.day": "2023-03-28"})
    made = cover(inputs(facts), NODE, Title("报告"))
    assert made.note == "附件2024"
    assert made.groups == (
        (CoverLine("类型：□甲  ☑乙", "", "choice.kind", Align.CENTER),),
        (
            CoverLine("日期：", "2023年3月28日", "sign.day"),
            CoverLine("2024年度"),
            CoverLine("单位", "", "text.none", blank=True),
        ),
    )
