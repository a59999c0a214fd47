"""F15 结余去向一致."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, said


def report(one_sentence: str, other: str) -> str:
    return f"2023年渔港航标维护项目支出绩效自评报告\n一、资金使用\n{one_sentence}\n四、其他\n{other}\n"


def test_taken_back_and_carried_over():
    text = report("年末结余资金12.6万元由县财政收回。", "结余12.6万元结转下年用于航标更换。")
    found = one(text, "F15")
    assert found.message == "结余资金去向前后不一致（结转下年／结余资金12.6万元由县财政收回）。"
    assert findable(text, found.places)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("年末结余资金12.6万元由县财政收回。", "航标更换已全部完成。"),
        ("结余3万元由县财政收回。", "其余9.6万元结转下年用于航标更换。"),  # two sums
        ("财政没有收回结余资金。", "结余12.6万元结转下年用于航标更换。"),
        ("结余资金应当及时收回。", "结余12.6万元结转下年用于航标更换。"),  # a rule, no fact
    ],
)
def test_one_way_or_two_sums(first, second):
    assert said(report(first, second), "F15") == []


def test_nothing_left_and_something_left():
    text = "某县2023年度护岸项目支出绩效自评报告\n一、资金\n年末无结余，资金全部支出。\n二、其他\n{}"
    assert said(text.format("结余资金20.00万元结转下年使用。"), "F15")
    assert said(text.format("结余资金0万元。"), "F15") == []
    assert said(text.format("县级结余资金20.00万元结转下年使用。"), "F15") == []
