"""角色: which departments each role reaches. Every case stands beside a department that it must not reach."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser

from accounts.models import Membership, Role
from accounts.roles import departments_with_role, has_role, localities_with_role, visible_departments
from tests.factories import DepartmentFactory, FinanceFactory, LocalityFactory, SupervisorFactory, UserFactory, member

pytestmark = [pytest.mark.both, pytest.mark.django_db]


class Town:
    """财政局, two 主管部门, three units; `deep` stands below a unit."""

    def __init__(self):
        self.locality = LocalityFactory()
        self.finance = FinanceFactory(locality=self.locality)
        self.bureau = SupervisorFactory(locality=self.locality)
        self.other_bureau = SupervisorFactory(locality=self.locality)
        self.unit = DepartmentFactory(locality=self.locality, parent=self.bureau)
        self.deep = DepartmentFactory(locality=self.locality, parent=self.unit)
        self.other_unit = DepartmentFactory(locality=self.locality, parent=self.other_bureau)
        self.all = {self.finance, self.bureau, self.other_bureau, self.unit, self.deep, self.other_unit}


@pytest.fixture
def town(db):
    return Town()


@pytest.fixture
def elsewhere(db):
    return Town()


@pytest.mark.parametrize("role", [Role.FILLER, Role.HEAD])
def test_filler_and_head_reach_their_unit(town, elsewhere, role):
    assert set(visible_departments(member(town.unit, role))) == {town.unit}


def test_supervisor_reaches_all_units_below_not_itself(town, elsewhere):
    assert set(visible_departments(member(town.bureau, Role.SUPERVISOR))) == {town.unit, town.deep}


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.ADMIN])
def test_reviewer_and_admin_reach_their_locality(town, elsewhere, role):
    assert set(visible_departments(member(town.finance, role))) == town.all


def test_only_the_roles_asked_for_count(town):
    user = member(town.unit, Role.FILLER)
    Membership.objects.create(user=user, department=town.other_bureau, role=Role.SUPERVISOR)
    assert set(departments_with_role(user, Role.FILLER)) == {town.unit}
    assert set(departments_with_role(user, Role.SUPERVISOR)) == {town.other_unit}
    assert set(departments_with_role(user, Role.FILLER, Role.SUPERVISOR)) == {town.unit, town.other_unit}
    assert set(departments_with_role(user, Role.HEAD)) == set()


def test_has_role(town, elsewhere):
    user = member(town.finance, Role.REVIEWER)
    assert has_role(user, town.unit, Role.REVIEWER)
    assert has_role(user, town.unit)
    assert not has_role(user, town.unit, Role.ADMIN, Role.FILLER)
    assert not has_role(user, elsewhere.unit)


def test_localities_with_role(town, elsewhere):
    user = member(town.finance, Role.ADMIN)
    Membership.objects.create(user=user, department=elsewhere.unit, role=Role.FILLER)
    assert list(localities_with_role(user, Role.ADMIN)) == [town.locality]
    assert set(localities_with_role(user)) == {town.locality, elsewhere.locality}


def test_a_switched_off_user_has_no_role(town):
    user = member(town.unit, Role.FILLER, is_active=False)
    assert not has_role(user, town.unit)
    assert not localities_with_role(user).exists()


def test_anonymous_and_superuser_have_no_role_by_themselves(town):
    assert not visible_departments(AnonymousUser()).exists()
    assert not visible_departments(UserFactory(is_superuser=True)).exists()


def test_a_lost_membership_counts_at_once(town):
    user = member(town.unit, Role.FILLER)
    assert has_role(user, town.unit)
    user.memberships.all().delete()
    assert not has_role(user, town.unit)


def test_a_circle_of_parents_ends(town):
    type(town.bureau).objects.filter(pk=town.bureau.pk).update(parent=town.deep)
    assert set(visible_departments(member(town.bureau, Role.SUPERVISOR))) == {town.unit, town.deep}
