"""总览: whose turn, until when, how far; the same number of queries for one row and for thirty."""

from datetime import date

import pytest

from filings.asked import deadlines
from filings.models import Extension, Notice
from filings.overview import next_step, unit_counts, waiting_for
from tests.factories import DepartmentFactory, ProjectFactory, SubjectFactory
from tests.filings.samples import FORM, OTHER, SMALL


@pytest.fixture
def forms(settings, tmp_path):
    folder = tmp_path / "forms" / "990777" / "2024"
    folder.mkdir(parents=True)
    (folder / "small.yaml").write_text(SMALL, encoding="utf-8")
    whole = (
        SMALL.replace(FORM, OTHER)
        .replace("subject: project", "subject: department")
        .replace("project.name", "department.name")
    )
    (folder / "other.yaml").write_text(whole, encoding="utf-8")
    settings.BLUEPRINT_DIRS = [tmp_path / "forms"]


def notice(town, form=FORM, year=2024):
    return Notice.objects.create(locality=town.locality, form=form, year=year, due_on=date(2025, 3, 31))


@pytest.mark.parametrize(
    ("stage", "who", "users"),
    [
        ("filled", "填报人", ["filler"]),
        ("handed", "单位负责人", ["head"]),
        ("confirmed", "填报人", ["filler"]),
        ("submitted", "财政审核", ["reviewer"]),
        ("reviewing", "财政审核", ["reviewer"]),
    ],
)
def test_whose_turn(town, stage, who, users):
    filing = getattr(town, stage)()
    assert next_step(filing).who == who
    waiting = [name for name in ("filler", "head", "reviewer", "admin") if filing in waiting_for(getattr(town, name))]
    assert waiting == users


def test_deadlines_and_extensions(town):
    filing = town.draft()
    assert deadlines([filing]) == {}
    given = notice(town)
    assert deadlines([filing])[filing.pk].due_on == date(2025, 3, 31)
    Extension.objects.create(notice=given, department=town.unit, due_on=date(2025, 4, 10), reason="机构合并")
    deadline = deadlines([filing])[filing.pk]
    assert (deadline.due_on, deadline.extended, deadline.reason) == (date(2025, 4, 10), True, "机构合并")
    assert deadline.days_left(date(2025, 4, 12)) == -2


def test_counts_by_unit(town, forms):
    notice(town)
    notice(town, OTHER)
    second = DepartmentFactory(locality=town.locality, parent=town.unit.parent)
    ProjectFactory(department=second)
    ProjectFactory(department=second, is_active=False)
    town.submitted()
    town.draft(
        subject=SubjectFactory(
            project__department=second, project__starts=date(2023, 1, 1), project__ends=date(2023, 12, 31)
        )
    )
    counts = {c.department: (c.total, c.missing, c.open, c.submitted) for c in unit_counts(town.locality, 2024)}
    # Every unit (the supervising one too) owes the department form; a filing nobody asked for counts as well.
    assert counts == {town.unit: (2, 1, 0, 1), second: (3, 2, 1, 0), town.unit.parent: (1, 1, 0, 0)}
    assert [c.department for c in unit_counts(town.locality, 2024, [second.pk])] == [second]
    assert unit_counts(town.locality, 2023) == []


def test_query_counts_are_constant(town, forms, count_queries):
    notice(town)
    town.draft()

    def read():
        rows = list(waiting_for(town.filler))
        deadlines(rows)
        return [str(r.subject) for r in rows], unit_counts(town.locality, 2024)

    one = count_queries(read)
    for _ in range(29):
        town.draft(subject=SubjectFactory(project__department=town.unit))
    assert len(read()[0]) == 30
    assert count_queries(read) == one <= 12
