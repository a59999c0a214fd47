"""标签与内容的还原: pairs below one another, goal and result side by side; headings and prose are no content."""

from __future__ import annotations

from tests.crosschecks.papers import report

TITLE = "某县灌溉设施维修项目支出绩效自评表\n\n"


def test_a_label_and_its_content_below():
    found = report(TITLE + "项目名称\n灌溉设施维修\n主管部门\n某县水利局\n")
    assert (found.pair("project").text, found.pair("department").text) == ("灌溉设施维修", "某县水利局")
    assert found.pair("project").where.line == 4


def test_goal_and_result_side_by_side():
    goal, done = "全年维修渠道三十六公里，更换闸门二十四座。", "全年维修渠道三十四公里，更换闸门二十四座。"
    found = report(TITLE + f"年度总体目标\n预期目标\n实际完成情况\n\n{goal}\n{done}\n")
    assert (found.pair("goal").text, found.pair("done").text) == (goal, done)


def test_headings_and_sentences_are_no_content():
    found = report(TITLE + "主管部门\n一、项目概况\n项目名称\n本项目由县水利局实施。\n")
    assert found.pair("department") is None
    assert found.pair("project") is None
