"""报告: sections by name, groups of a report and its table."""

from __future__ import annotations

import re

from tests.crosschecks.papers import cells, dossier, report

PROBLEMS = re.compile("问题")


def test_a_section_holds_its_sub_headings():
    found = report("一、概况\n甲。\n二、问题及建议\n（一）存在的问题\n乙。\n（二）相关建议\n丙。\n三、附件\n丁。")
    both, problems = found.sections(PROBLEMS)
    assert (both.text, problems.text) == ("乙。丙。", "乙。")


def test_an_empty_section():
    (section,) = report("一、存在的问题\n二、建议\n丙。").sections(PROBLEMS)
    assert section.empty


def test_a_report_and_its_table_are_one_group_two_reports_are_not():
    told = "专项预算项目绩效评价报告\n（乡村道路）\n一、概况\n正文。\n"
    filled = "专项资金绩效自评表\n" + cells(
        "项目名称|510990-乡村道路2024", "一级指标|三级指标|指标值|完成值", "产出|修路|3|3"
    )
    assert [[r.title for r in g] for g in dossier(told + filled).groups] == [
        ["专项预算项目绩效评价报告", "专项资金绩效自评表"]
    ]
    assert [len(group) for group in dossier(told + told).groups] == [1, 1]
