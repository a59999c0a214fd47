"""得分与依据: an award is points or a reason for none, and its sentence can be checked by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from scoring.award import Award, Because

FULL = Because(
    inputs=(("执行数", "2364.01万元"), ("预算数", "2536.08万元")),
    formula="执行数÷预算数＝93.22%；×10分",
    result="9.32分",
    source="财预〔2020〕10号附件1",
)


def test_sentence():
    told = "执行数2364.01万元÷预算数2536.08万元＝93.22%；×10分＝9.32分；依据：财预〔2020〕10号附件1"
    assert FULL.sentence() == told


@pytest.mark.parametrize(
    ("because", "told"),
    [
        (Because(inputs=(("分值", "10分"),)), "分值10分"),
        (Because(inputs=(("分值", "10分"),), result="8.00分"), "分值10分，8.00分"),
        (Because(formula="10分－2分", result="8.00分"), "10分－2分＝8.00分"),
        (Because(formula="待算"), "待算"),
        (Because(result="8.00分", cap="封顶"), "8.00分；封顶"),
        (Because(cap="未填", needs_reason="请补"), "未填；须说明：请补"),
        (Because(), ""),
    ],
)
def test_sentences_of_parts(because, told):
    assert because.sentence() == told


def test_a_name_inside_another_keeps_its_own_value():
    because = Because(inputs=(("预算数", "1元"), ("全年预算数", "2元")), formula="全年预算数－预算数")
    assert because.sentence() == "全年预算数2元－预算数1元"


def test_a_value_that_reads_like_a_name_is_left_alone():
    because = Because(inputs=(("目标值", "完成值x"), ("完成值", "5")), formula="完成值÷目标值")
    assert because.sentence() == "完成值5÷目标值完成值x"


def test_keyed():
    award = Award("", Decimal(10), Decimal(9), "scored", FULL)
    assert award.keyed("执行率") == Award("执行率", Decimal(10), Decimal(9), "scored", FULL)


@pytest.mark.parametrize(("points", "status"), [(None, "scored"), (Decimal(0), "unknown"), (Decimal(1), "manual")])
def test_points_and_status_agree(points, status):
    with pytest.raises(ValueError, match="不相符"):
        Award("", Decimal(10), points, status, FULL)
