"""可见范围: every role sees its own and nothing else."""

import pytest

from accounts.models import Membership, Role
from filings.models import Bundle, State
from filings.visibility import visible_bundles, visible_filings
from tests.factories import DepartmentFactory, SubjectFactory, UserFactory, member
from tests.filings.samples import NOW


@pytest.fixture
def seen(town, monkeypatch):
    filing = town.draft()
    return lambda user: filing in visible_filings(user)


def test_unit_supervisor_admin_see_drafts_the_bureau_does_not(town, seen):
    supervisor = member(town.unit.parent, Role.SUPERVISOR)
    assert [seen(user) for user in (town.filler, town.head, supervisor, town.admin)] == [True] * 4
    assert not seen(town.reviewer)


@pytest.mark.parametrize("state", State.values)
def test_what_the_reviewer_sees(town, state):
    filing = town.draft()
    from tests.filings.test_triggers import put

    put(state)
    reached = state in ("submitted", "reviewing", "returned", "approved")
    assert (filing in visible_filings(town.reviewer)) == reached


def test_strangers_see_nothing(town, seen):
    sibling = DepartmentFactory(locality=town.locality, parent=town.unit.parent)
    nobody, root = UserFactory(), UserFactory(is_superuser=True)
    for user in (member(sibling, Role.FILLER), member(sibling.parent, Role.FILLER), nobody, root):
        assert not seen(user)
    gone = member(town.unit, Role.FILLER, is_active=False)
    assert not seen(gone)


def test_bundles(town):
    bundle = Bundle.objects.create(locality=town.locality, year=2024, choice={}, by=town.admin, at=NOW)
    assert list(visible_bundles(town.admin)) == [bundle]
    assert list(visible_bundles(town.reviewer)) == [bundle]
    assert list(visible_bundles(town.filler)) == []
    Membership.objects.all().delete()
    assert list(visible_bundles(town.admin)) == []


def test_query_count_is_constant(town, count_queries):
    def read():
        return [
            (f.subject.department.locality.name, f.subject.project.name, f.blueprint.name, str(f.changed_by))
            for f in visible_filings(town.filler)
        ]

    town.draft()
    one = count_queries(read)
    for _ in range(29):
        town.draft(subject=SubjectFactory(project__department=town.unit))
    assert len(read()) == 30
    assert count_queries(read) == one <= 4
