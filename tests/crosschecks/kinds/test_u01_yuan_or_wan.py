"""U01 元/万元混用."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.papers import findable, one, said


def report(words: str) -> str:
    return f"2023年校舍维修项目支出绩效自评报告\n一、资金情况\n{words}\n"


def test_one_amount_in_yuan_among_its_neighbours():
    text = report("校舍维修预算420.60万元，校舍维修实际支出420.60元。")
    found = one(text, "U01")
    assert found.message == "“校舍维修实际支出”420.60元单位疑误（元/万元）。"
    assert (found.fix.old, found.fix.new) == ("420.60元", "420.60万元")
    assert findable(text, found.places)


def test_parts_in_one_and_the_total_in_the_other():
    found = one(report("维修支出96元，其中：屋面防水52万元、门窗更换44万元。"), "U01")
    assert found.severity is Severity.ERROR


def test_a_lone_nought_is_hinted_at():
    assert one(report("到位资金96万元，支出96万元，其他资金0元。"), "U01").severity is Severity.WARNING


@pytest.mark.parametrize(
    "words",
    [
        "校舍维修预算420.60万元，校舍维修实际支出4206000元。",
        "每平方米补助300元，全年支出300万元。",
        "学生每人每天补助5元，预算500万元。",
        "到位资金96万元，支出96万元。",
    ],
)
def test_other_amounts(words):
    assert said(report(words), "U01") == []
