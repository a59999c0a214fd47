"""F16 项目合计与部门项目支出: more than the unit spent on projects needs a word."""

from __future__ import annotations

import pytest

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
