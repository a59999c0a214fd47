"""F16 项目合计与部门项目支出: more than the unit spent on projects needs a word."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, said
from tests.crosschecks.unit import found, project, unit_book

TWO = (project("甲", spent="10"), project("乙", spent="6.56"))


def test_more_than_the_unit_spent():
    (more,) = found("F16", unit_book(*TWO, figure__project_spent="16.5"))
    assert more.message == "项目执行合计16.56万元大于部门项目支出16.50万元，请说明列支口径。"
    assert more.arithmetic == "16.56万元－16.50万元＝0.06万元"
    assert [place.path for place in more.places] == [
        "text.projects_scope",
        "figure.project_spent",
        "projects.sum.spent",
    ]


@pytest.mark.parametrize(
    "more",
    [
        {"figure__project_spent": "16.56"},
        {"figure__project_spent": "16.55"},
        {"figure__project_spent": "20"},
        {},
        {"figure__project_spent": "1", "text__projects_scope": "资金由财政直接上解。"},
    ],
)
def test_within_explained_or_not_known(more):
    assert found("F16", unit_book(*TWO, **more)) == []


def test_nothing_is_an_explanation_only_in_words():
    assert len(found("F16", unit_book(*TWO, figure__project_spent="1", text__projects_scope="无"))) == 1


def test_a_sum_that_is_not_known_says_nothing():
    assert found("F16", unit_book(*TWO, project("丙"), figure__project_spent="1")) == []


# --- any paper ---

ALL = "文献购置40万元，实际执行40万元。讲座32万元，实际执行31.5万元。古籍修复18万元，实际执行18万元。"


def report(own: str, projects: str = ALL) -> str:
    return f"某馆2023年度部门绩效评价报告\n一、收支情况\n本年支出300万元，其中：基本支出250万元；项目支出{own}。\n二、项目执行\n{projects}\n"


def test_on_paper_more_than_the_unit_spent():
    text = report("50万元")
    told = one(text, "F16")
    assert told.message == "项目执行合计89.5万元大于部门项目支出50万元，请说明列支口径。"
    assert told.arithmetic == "40＋31.5＋18＝89.5＞50"
    assert findable(text, told.places)


@pytest.mark.parametrize(
    "text",
    [
        report("89.5万元"),
        report("50万元", ALL.replace("古籍修复", "上级资金不在本部门列支，古籍修复")),
        report("50万元", "文献购置60万元，实际执行60万元。"),
        report("50万元", ALL).replace("部门绩效评价报告", "文献保护项目支出绩效自评报告"),
    ],
)
def test_on_paper_within_explained_or_too_few(text):
    assert said(text, "F16") == []
