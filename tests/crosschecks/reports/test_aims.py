"""目标与完成的对照."""

from __future__ import annotations

import pytest

from crosschecks.reports.aims import core, done_and_aimed, part_of, repeated_aims, said_aims, same_name, table_aims
from tests.crosschecks.papers import report, table


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("新建自动水位站", "自动水位站"),
        ("年接待到馆读者", "到馆读者"),
        ("培训人次", "培训人次"),
        ("受益学生人数", "受益学生"),
    ],
)
def test_core(name, bare):
    assert core(name) == bare


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("新装波形护栏", "波形护栏", True),
        ("受益学生人数", "受益学生", True),
        ("线上活动", "线下活动", False),
        ("护栏", "护栏", False),
    ],
)
def test_one_thing_under_two_names(one, other, same):
    assert same_name(one, other) is same


def test_goals_and_results():
    text = (
        "一、概况\n（二）项目绩效目标。\n1.数量指标：新装护栏42公里，养护道路386.4公里。\n三、绩效情况\n（一）完成情况。\n"
        "（1）新装护栏：目标45公里，实际完成45.6公里。\n"
    )
    found = report(text)
    assert [(aim.name, aim.shown) for aim in said_aims(found)] == [("新装护栏", "42公里"), ("养护道路", "386.4公里")]
    assert [(aim.name, aim.shown) for aim in repeated_aims(found)] == [("新装护栏", "45公里")]
    assert [(name, a.shown, d.shown) for name, a, d in done_and_aimed(found)] == [("新装护栏", "45公里", "45.6公里")]
    assert [part_of(figure) for figure in found.register.figures] == ["goal", "goal", "done", "done"]


def test_targets_of_a_table():
    rows = table(
        "一级指标|二级指标|三级指标|指标值|度量单位|完成值",
        "产出指标|数量指标|培训学员|≥1.2|万人次|1.3",
        "|质量指标|规范性|规范||规范",
    )
    assert [(aim.name, str(aim.value), aim.unit) for aim in table_aims(report(rows))] == [
        ("培训学员", "12000.0", "人次")
    ]
