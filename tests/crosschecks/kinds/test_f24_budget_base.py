"""F24 预算口径声明."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, said


def report(first: str, second: str) -> str:
    return f"2023年公共图书免费开放项目支出绩效自评报告\n一、立项\n{first}\n二、资金\n{second}\n"


def test_added_within_the_year_and_of_the_first_budget():
    text = report("此笔经费是年中追加的省级资金。", "资金按照年初预算，通过结算拨付。")
    found = one(text, "F24")
    assert found.message == "预算口径前后不一致（年中追加／按照年初预算）。"
    assert findable(text, found.places)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("经费列入部门预算。", "资金按照年初预算，通过结算拨付。"),
        ("此笔经费是年中追加的省级资金。", "资金按调整后预算拨付。"),
        ("年初预算30万元，年中调整为42万元。", "资金按进度拨付。"),
    ],
)
def test_one_budget(first, second):
    assert said(report(first, second), "F24") == []
