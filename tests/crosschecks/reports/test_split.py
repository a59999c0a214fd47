"""分篇: titles, titles in two lines, lists of annexes that are no titles, names of projects."""

from __future__ import annotations

import pytest

from crosschecks.reports.split import chunks, project_of, same_name
from documents.readers.text import parse_text
from tests.crosschecks.papers import dossier


def told(text: str):
    return [(chunk.title, chunk.year, chunk.kind, chunk.front) for chunk in chunks(parse_text(text).blocks)]


def test_several_reports_in_a_file():
    text = """某县交通运输局
2023年农村公路养护项目支出绩效自评报告
一、概况
正文。
某县教育局
2023年度部门整体支出绩效自评报告
校舍维修
一、概况
"""
    assert told(text) == [
        ("2023年农村公路养护项目支出绩效自评报告", 2023, "project", ()),
        ("2023年度部门整体支出绩效自评报告", 2023, "department", ("校舍维修",)),
    ]


def test_a_title_in_two_lines():
    assert told("附件2\n某市20 22 年度部门（单位）整体支出\n绩效评价自评报告\n一、概况\n正文。") == [
        ("某市2022年度部门（单位）整体支出绩效评价自评报告", 2022, "department", ())
    ]


def test_what_stands_before_the_first_title_and_lists_of_annexes():
    text = f"""第一部分 部门概况
{"本单位负责全县公路的养护和管理工作。" * 3}
附表：1.部门整体支出绩效自评表
2.项目支出绩效自评表（2024年度）
"""
    assert [title for title, *_ in told(text)] == [""]


@pytest.mark.parametrize(
    ("title", "front", "named", "project"),
    [
        ("部门预算项目支出绩效自评表", (), "51090424T000011850-农机购置补贴2024", "农机购置补贴"),
        ("专项预算项目绩效评价报告", ("（乡村道路硬化2024）",), "", "乡村道路硬化"),
        ("2023年度项目支出绩效自评报告", ("卫生院能力建设资金",), "", "卫生院能力建设"),
        ("2022年农村公路养护项目支出绩效自评报告", (), "", "农村公路养护"),
        ("财政支出项目绩效评价自评报告", ("评价方式：单位自评", "报告日期：2023年3月"), "", ""),
    ],
)
def test_the_project(title, front, named, project):
    assert project_of(title, front, named) == project


def test_same_name():
    assert same_name("2024年“校舍维修”项目资金") == same_name("校舍维修（2024年度）")


def test_projects_numbered_in_one_report():
    text = "某县农业局\n2023年度项目支出绩效自评报告\n\n项目一：2023年农田建设项目\n一、概况\n完成。\n项目二：耕地保护补贴\n一、概况\n发放。"
    assert [report.project for report in dossier(text).reports][-2:] == ["农田建设", "耕地保护补贴"]
    assert len(dossier(text.replace("项目二：", "第二，")).reports) == 1
