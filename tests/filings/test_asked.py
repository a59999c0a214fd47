"""通知所及: all, only the chosen, all but the chosen; everything that asks gets the same answer."""

from datetime import date

import pytest

from filings.actions.open import open_filing
from filings.asked import asked_by, deadlines, notice_for
from filings.expected import expected
from filings.models import Extension, Filing, Notice
from filings.overview import unit_counts
from filings.refused import Refused
from tests.factories import DepartmentFactory, ProjectFactory, SubjectFactory
from tests.filings.samples import FORM, NOW, OTHER, SMALL, Town

pytestmark = [pytest.mark.django_db, pytest.mark.both]
DUE = date(2025, 3, 31)


@pytest.fixture(autouse=True)
def forms(settings, tmp_path):
    folder = tmp_path / "forms" / "990777" / "2024"
    folder.mkdir(parents=True)
    (folder / "small.yaml").write_text(SMALL, encoding="utf-8")
    whole = SMALL.replace(FORM, OTHER).replace("subject: project", "subject: department")
    (folder / "other.yaml").write_text(whole.replace("project.name", "department.name"), encoding="utf-8")
    settings.BLUEPRINT_DIRS = [tmp_path / "forms"]


@pytest.fixture
def town():
    return Town()


def notice(town, reach="all", *, form=FORM, projects=(), departments=()):
    row = Notice.objects.create(locality=town.locality, form=form, year=2024, due_on=DUE, reach=reach)
    row.projects.set(projects)
    row.departments.set(departments)
    return row


def asked_of(town):
    return [row.project or row.department for row in expected(locality=town.locality, year=2024)]


def test_all_only_and_except(town):
    second = ProjectFactory(department=town.unit)
    third = ProjectFactory(department=DepartmentFactory(locality=town.locality))
    row = notice(town)
    assert asked_of(town) == [town.project, second, third]
    for reach, projects, departments, told in (
        ("only", [second], [], [second]),
        ("except", [second], [], [town.project, third]),
        ("only", [], [town.unit], [town.project, second]),
        ("except", [], [town.unit], [third]),
        ("only", [third], [town.unit], [town.project, second, third]),
        ("only", [], [], []),  # its last project was deleted: nobody is asked, not everybody
        ("except", [], [], [town.project, second, third]),
    ):
        Notice.objects.update(reach=reach)
        row.projects.set(projects)
        row.departments.set(departments)
        assert asked_of(town) == told, (reach, projects, departments)


def test_units_as_a_whole(town):
    other = DepartmentFactory(locality=town.locality, parent=town.unit.parent)
    notice(town, "only", form=OTHER, departments=[other])
    assert asked_of(town) == [other]
    assert [(c.department, c.missing) for c in unit_counts(town.locality, 2024)] == [(other, 1)]


def test_another_locality_is_never_asked(town):
    """Rows of a stranger in the table, however they came there, ask nobody: neither there nor here."""
    stranger = ProjectFactory()
    notice(town, "only", projects=[stranger], departments=[stranger.department])
    assert asked_of(town) == []
    assert expected(locality=stranger.department.locality, year=2024) == []


def test_what_is_not_asked_does_not_open_and_a_form_without_notice_does(town):
    second = SubjectFactory(project=ProjectFactory(department=town.unit))
    row = notice(town, "only", projects=[second.project])
    with pytest.raises(Refused, match="填报通知没有要求"):
        open_filing(subject=town.subject, form=FORM, by=town.filler, now=NOW)
    assert open_filing(subject=second, form=FORM, by=town.filler, now=NOW).subject == second
    row.delete()
    assert open_filing(subject=town.subject, form=FORM, by=town.filler, now=NOW).subject == town.subject


def test_what_was_opened_and_is_no_longer_asked_stays_without_a_deadline(town):
    filing = town.draft()
    row = notice(town)
    Extension.objects.create(notice=row, department=town.unit, due_on=date(2025, 4, 10), reason="机构合并")
    assert deadlines([filing])[filing.pk].due_on == date(2025, 4, 10)
    assert notice_for(town.subject, FORM).deadline(town.unit.pk, town.project.pk).reason == "机构合并"
    Notice.objects.update(reach="except")
    row.projects.set([town.project])
    assert deadlines([filing]) == {}
    kept = expected(locality=town.locality, year=2024)
    assert [(e.filing, e.deadline) for e in kept] == [(filing, None)]
    assert Filing.objects.count() == 1


def test_the_same_number_of_queries_for_any_number(town, count_queries):
    def read():
        return asked_by(Notice.objects.all())

    notice(town, "only", projects=[town.project])
    one = count_queries(read)
    for number in range(9):
        notice(town, "except", form=f"{FORM}{number}", departments=[town.unit])
    assert len(read()) == 10
    assert count_queries(read) == one == 4
