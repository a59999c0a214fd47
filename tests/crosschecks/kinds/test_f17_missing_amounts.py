"""F17 金额缺项: projects that lack a figure are named for every sum."""

from __future__ import annotations

from tests.crosschecks.unit import found, project, unit_book

WHOLE = project("甲", initial="1", adjusted="1", spent="1")


def test_projects_that_lack_a_figure():
    (missing,) = found("F17", unit_book(WHOLE, project("乙", initial="12", spent="11.4")))
    assert missing.message == "“乙”没有填调整后预算数，“各项目调整后预算数合计”不能计算。"
    assert missing.arithmetic == "2个项目中1个没有填调整后预算数"
    assert [place.path for place in missing.places] == ["projects.sum.adjusted"]


def test_all_there_or_no_projects():
    assert found("F17", unit_book(WHOLE)) == []
    assert found("F17", unit_book()) == []
