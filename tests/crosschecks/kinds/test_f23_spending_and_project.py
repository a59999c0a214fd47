"""F23 投向与子项目一致."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, said


def report(first: str, spent: str) -> str:
    return (
        f"2023年非遗保护项目支出绩效自评报告\n一、概况\n项目一：本级及乡镇传习工作经费{first}，用于传习所运转。\n"
        f"项目二：展演经费60万元，用于节会展演。\n二、资金使用\n拨乡镇传习工作经费{spent}，场地费5万元。\n"
    )


def test_a_line_larger_than_its_project():
    text = report("30万元", "41.5万元")
    found = one(text, "F23")
    assert found.message == "“拨乡镇传习工作经费”支出41.5万元大于所属项目“本级及乡镇传习工作经费”30万元。"
    assert found.arithmetic == "41.5＞30，超出11.5"
    assert findable(text, found.places)


@pytest.mark.parametrize(
    ("first", "spent"), [("45万元", "41.5万元"), ("41.5万元", "41.5万元"), ("30万元", "约41.5万元")]
)
def test_within_its_project(first, spent):
    assert said(report(first, spent), "F23") == []


def test_a_line_of_no_project():
    assert said(report("30万元", "20万元").replace("场地费5万元", "场地租赁及搭建费用75万元"), "F23") == []
