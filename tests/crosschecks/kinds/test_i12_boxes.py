"""I12 必选框."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.papers import findable, one, said, table

TITLE = "2023年度渔政站整体支出绩效自评报告\n"


def test_no_box_ticked_in_a_line():
    text = TITLE + "评价方式：单位绩效自评□   委托第三方评价□\n"
    found = one(text, "I12")
    assert (found.message, found.arithmetic) == ("“评价方式”未勾选。", "2个选项，勾选0个")
    assert (found.severity, found.pending, findable(text, found.places)) == (Severity.WARNING, True, True)


def test_no_box_ticked_in_a_cell():
    text = TITLE + "\n" + table("项目类型|新增项目□  延续项目□", "项目名称|渔业增殖放流")
    assert one(text, "I12").message == "“项目类型”未勾选。"


def test_two_ticks_where_one_is_asked_for():
    found = one(TITLE + "评价类型：实施过程评价☑   完成结果评价√  其他□\n", "I12")
    assert (found.message, found.severity) == ("“评价类型”勾选了2项，应只选一项。", Severity.HINT)


@pytest.mark.parametrize(
    "line",
    [
        "评价方式：单位绩效自评☑   委托第三方评价□",
        "评价方式：单位绩效自评√   委托第三方评价□",
        "评价方式：单位绩效自评",
        "资金来源：中央☑  省级☑  县级□",
        "附件清单：合同□",
        "□ 同意公开",
    ],
)
def test_ticked_no_choice_or_many_allowed(line):
    assert said(TITLE + line + "\n", "I12") == []
