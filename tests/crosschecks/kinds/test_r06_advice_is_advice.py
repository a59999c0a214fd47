"""R06 建议应为建议."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, said, table

REPORT = "2023年度渔业增殖放流项目支出绩效自评报告\n五、存在的问题\n无\n六、改进建议\n{}\n"


def test_advice_that_tells_what_was_done():
    text = REPORT.format("与渔政部门核对了放流水域，将符合条件的渔船纳入名录，全面完成了放流任务。")
    found = one(text, "R06")
    assert (found.message, found.places[0].label) == ("改进建议写成工作总结。", "改进建议")
    assert findable(text, found.places)


def test_a_cell():
    text = "项目支出绩效自评表\n\n" + table("改进措施|已完成全部放流任务，渔民较为满意。")
    assert one(text, "R06").message == "改进建议写成工作总结。"


@pytest.mark.parametrize(
    "advice",
    [
        "无",
        "加强苗种检疫，提高放流成活率。",
        "商定分批支付的时间表，优先兑现已公示渔民。",
        "已建立台账，下一步继续完善核实机制。",
        "建议财政部门提前下达资金，解决了采购周期不足的问题后再安排招标。",
        "苗种采购将于每年3月前完成了招标的，优先安排。",
    ],
)
def test_advice(advice):
    assert said(REPORT.format(advice), "R06") == []
