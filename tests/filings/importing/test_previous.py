"""上年填报: the same project (or one of its name) a year before, as submitted."""

from __future__ import annotations

from filings.importing.previous import previous, previous_filing
from filings.snapshot import blueprint_of
from projects.models import Project, Subject
from tests.factories import SubjectFactory
from tests.filings.samples import FORM

NEXT = "990777/2025/small"


def this_year(town, project=None):
    subject = Subject.objects.create(department=town.unit, project=project or town.project, year=2025)
    return town.draft(subject=subject, form=NEXT)


def test_there_may_be_none(town):
    assert previous_filing(town.draft()) is None


def test_last_years_filing_as_it_stands(town):
    filed = town.filled()
    now = this_year(town)
    found = previous(now, blueprint_of(now))
    assert (found.filing, found.name) == (filed, "2024 年度 项目自评表")
    assert found.book.raw("text.goal") == "全年办理业务不少于一万件。"


def test_as_submitted_when_it_was(town):
    filed = town.submitted()
    now = this_year(town)
    filed.snapshots.get()
    assert previous(now, blueprint_of(now)).book.raw("text.result") == "全年办理业务10236件。"


def test_a_project_with_another_code_and_the_same_name(town):
    filed = town.filled()
    again = Project.objects.create(department=town.unit, code="2025-1", name=town.project.name)
    assert previous_filing(this_year(town, again)) == filed


def test_another_project_or_year_is_none(town):
    town.filled()
    other = SubjectFactory(project__department=town.unit, year=2025)
    assert previous_filing(town.draft(subject=other, form=NEXT)) is None


def test_of_two_forms_the_same_one_is_taken(town):
    town.filled()
    town.draft(form="990777/2024/other")
    assert previous_filing(this_year(town)).form == FORM
