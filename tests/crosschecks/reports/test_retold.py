"""同一数说了两遍: one subject in other words, and figures that only look alike."""

from __future__ import annotations

import pytest

from crosschecks.reports.retold import retold
from tests.crosschecks.papers import report


def pairs(first, second, *, people):
    figures = report(f"一、概况\n{first}\n二、绩效\n{second}\n").register.figures
    return [(one.shown, other.shown) for one, other in retold(figures, people=people)]


@pytest.mark.parametrize(
    ("first", "second", "people"),
    [
        ("受益群众12680人。", "受益人数12860人。", True),
        ("培训医务人员286人次。", "医务人员培训268人次。", True),
        ("享受补助的学生14246人。", "惠及农村学生14264人。", True),
        ("市级配套资金120.00万元已到位。", "市级财政配套资金130.00万元已到位。", False),
        ("工程合同价款386.50万元。", "合同总价368.50万元。", False),
    ],
)
def test_one_thing_at_two_values(first, second, people):
    assert len(pairs(first, second, people=people)) == 1


@pytest.mark.parametrize(
    ("first", "second", "people"),
    [
        ("受益群众12680人。", "受益户数12860户。", True),
        ("上半年培训医务人员286人次。", "下半年培训医务人员268人次。", True),
        ("受益群众12680人。", "累计受益人数12860人。", True),
        ("一标段合同价386.50万元。", "二标段合同价368.50万元。", False),
        ("东镇改造公厕186座。", "西镇改造公厕168座。", False),
        ("计划培训医务人员286人次。", "实际培训医务人员268人次。", True),
        ("受益群众12680人。", "受益人数12680人。", True),
    ],
)
def test_two_things(first, second, people):
    assert pairs(first, second, people=people) == []
