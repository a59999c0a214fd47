"""真实表样: they load, lint clean, and print the labels of the papers they were taken from, in that order."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from blueprints import schema
from blueprints.catalogue import catalogue
from blueprints.lint import lint
from blueprints.walk import walk

FORMS = ("140700/2020/project-table", "510403/2022/project-report", "510904/2024/project-table")
FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "blueprints"
EVERY = sorted("/".join((*path.parts[-3:-1], path.stem)) for path in FOLDER.glob("*/*/*.yaml"))
SUINING = [
    "项目名称",
    "主管部门",
    "实施单位（盖章）",
    "项目基本情况",
    "1.项目年度目标完成情况",
    "项目年度目标",
    "年度目标完成情况",
    "2.项目实施内容及过程概述",
    "预算执行情况（10分）",
    "年度预算数（万元）",
    "年初预算",
    "调整后预算数",
    "预算执行数",
    "预算执行率",
    "权重",
    "得分",
    "原因",
    "绩效指标（90分）",
    "一级指标",
    "二级指标",
    "三级指标",
    "指标性质",
    "指标值",
    "度量单位",
    "完成值",
    "权重",
    "得分",
    "未完成原因分析",
    "合计",
    "100",
    "评价结论",
    "存在问题",
    "改进措施",
]
JINZHONG = [
    "项目名称",
    "主管部门及代码",
    "实施单位",
    "项目属性",
    "项目期",
    "项目资金情况（万元）",
    "预算资金",
    "市级预算资金",
    "其他",
    "预算下达资金",
    "实际支出资金",
    "市级预算资金",
    "上年结转资金",
    "上级财政资金",
    "其他",
    "项目概况",
    "基本情况",
    "项目资金使用情况",
    "项目组织实施情况",
    "绩效目标实现情况",
    "绩效指标（二级）",
    "绩效指标（三级）",
    "目标值",
    "实际完成指标值",
    "完成进度",
    "项目绩效情况",
    "其他需说明的问题",
    "评分表",
    "二级指标",
    "三级指标",
    "指标分值",
    "评价得分",
    "综合得分:",
    "100",
    "评价结果等次:",
    "评价人员",
    "姓名",
    "职称/职务",
    "科室",
    "联系电话",
    "联系电话:",
    "填报日期:",
    "单位负责人(签章):",
    "年月日",
]


def form(name):
    found = catalogue().get(name)
    assert found is not None, catalogue().problems()
    return found


def labels(blueprint):
    for path, value in walk(blueprint):
        if path.startswith("parts["):
            match value:
                case schema.CellDef(kind="label"):
                    yield value.text
                case schema.GroupRow() | schema.MatrixColumn() | schema.RecordsColumn():
                    yield value.label


def spaceless(words):
    return ["".join(word.split()) for word in words]


def test_all_are_found():
    assert [each.id for each in catalogue().all()] == EVERY
    assert set(FORMS) < set(EVERY)


@pytest.mark.parametrize("name", EVERY)
def test_nothing_is_wrong_with_them(name):
    assert lint(form(name)) == []


@pytest.mark.parametrize("name", EVERY)
def test_people_are_guided(name):
    sections = form(name).sections
    assert 5 <= len(sections) <= 8
    assert all(len(section.title) <= 12 and section.guidance for section in sections)


@pytest.mark.parametrize(("name", "paper"), [(FORMS[2], SUINING), (FORMS[0], JINZHONG)], ids=["遂宁", "晋中"])
def test_the_labels_are_those_of_the_paper(name, paper):
    assert spaceless(labels(form(name))) == paper


def test_the_headings_of_the_report():
    headings = [(v.level, v.text) for _, v in walk(form(FORMS[1])) if isinstance(v, schema.HeadingNode)]
    assert headings == [
        (1, "项目概况"),
        (2, "项目资金申报及批复情况。"),
        (2, "项目绩效目标。"),
        (2, "项目资金申报相符性。"),
        (1, "项目实施及管理情况"),
        (2, "资金计划、到位及使用情况。"),
        (3, "资金计划及到位。"),
        (3, "资金使用。"),
        (2, "项目财务管理情况。"),
        (2, "项目组织实施情况。"),
        (1, "项目绩效情况"),
        (2, "项目完成情况。"),
        (2, "项目效益情况。"),
        (1, "问题及建议"),
        (2, "存在的问题。"),
        (2, "相关建议。"),
    ]


def test_the_points_of_jinzhong():
    points = [[leaf.of for leaf in node.leaves()] for node in form(FORMS[0]).points]
    paper = [[3, 4, 4, 3, 3, 3], [3, 3, 4, 3, 3, 4], [8, 7, 8, 7], [0, 20, 0, 0, 10]]
    assert points == [[Decimal(each) for each in row] for row in paper]
    twins = [leaf.key for leaf in form(FORMS[0]).leaves() if leaf.label == "管理制度健全性"]
    assert twins == ["business_rules", "finance_rules"]


def test_the_report_gives_no_points():
    assert form(FORMS[1]).points == ()


@pytest.mark.parametrize("name", [FORMS[0], FORMS[2]])
def test_the_grades(name):
    bands = [(grade.name, grade.at_least) for grade in form(name).grades]
    assert bands == [("优", Decimal(90)), ("良", Decimal(80)), ("中", Decimal(60)), ("差", None)]
