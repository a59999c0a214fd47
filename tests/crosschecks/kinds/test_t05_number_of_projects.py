"""T05 项目个数: stated against filed, who has not filed, what has not gone out."""

from __future__ import annotations

from dataclasses import replace

from crosschecks.finding import Severity
from tests.crosschecks.unit import found, project, unit_book

TWO = (project("甲", initial="1", adjusted="1", spent="1"), project("乙", initial="1", adjusted="1", spent="1"))


def test_a_stated_number_that_does_not_agree():
    (goals,) = found("T05", unit_book(*TWO, figure__goals_projects_count="3"))
    assert goals.message == "项目数不一致：“绩效目标·项目绩效目标·个数”写3个，已填报的项目2个。"
    assert (goals.arithmetic, goals.severity) == ("3≠2（甲、乙）", Severity.ERROR)
    assert [place.path for place in goals.places] == ["figure.goals_projects_count", "projects.count"]


def test_the_units_own_totals_count_as_stated():
    (total,) = found("T05", unit_book(*TWO, figure__regular_total="7"))
    assert total.message.startswith("项目数不一致：“特定目标类项目数”写7个")


def test_what_agrees_or_is_not_stated_is_fine():
    assert found("T05", unit_book(*TWO)) == []
    assert found("T05", unit_book(*TWO, figure__goals_projects_count="2", figure__regular_total="2")) == []


def test_projects_that_have_not_begun_are_named():
    (unfiled,) = found("T05", unit_book(*TWO, unfiled=("丙", "丁")))
    assert (unfiled.message, unfiled.severity) == ("还有2个项目没有填报：“丙”、“丁”。", Severity.WARNING)


def test_papers_that_have_not_gone_out_are_mentioned():
    (waiting,) = found("T05", unit_book(TWO[0], project("乙", is_filed=False, spent="1")))
    assert (waiting.message, waiting.severity) == ("有1个项目的自评表还没有报送：“乙”（填报中）。", Severity.HINT)


def test_nobody_has_looked():
    assert found("T05", replace(unit_book(), related=None)) == []
