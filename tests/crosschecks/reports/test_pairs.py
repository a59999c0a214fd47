"""标签与内容的识读."""

from __future__ import annotations

import pytest

from crosschecks.reports.pairs import label_of
from tests.crosschecks.papers import report, table


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("项 目 名 称：", "project"),
        ("实施单位（盖章）", "unit"),
        ("主管部门及代码", "department"),
        ("绩效自评综合得分", "total_score"),
        ("评价等次", "grade"),
        ("填报日期:", "filled_on"),
        ("1.项目年度目标", "goal"),
        ("路面宽度", ""),
    ],
)
def test_label_of(label, name):
    assert label_of(label) == name


def test_side_by_side_below_and_in_lines():
    text = "主管部门：某县教育局\n项目名称 校舍维修\n" + table(
        "实施单位（盖章）|某县一中|项目负责人|李",
        "项目年度目标|年度目标完成情况",
        "修缮校舍三栋|已修缮三栋",
        "评价等次：优|",
    )
    found = report(text)
    told = {
        name: found.pair(name).text for name in ("department", "project", "unit", "leader", "goal", "done", "grade")
    }
    assert told == {
        "department": "某县教育局",
        "project": "校舍维修",
        "unit": "某县一中",
        "leader": "李",
        "goal": "修缮校舍三栋",
        "done": "已修缮三栋",
        "grade": "优",
    }
    assert found.pair("goal").where.line == 5
    assert found.pair("total_score") is None


def test_a_stamp_is_no_content():
    assert report(table("实施单位|（盖章）|某县一中|x")).pair("unit").text == "某县一中"
