"""角色: at which departments a user holds which roles. Asked anew with every request, so a change takes effect at once.

Roles come from memberships alone: Django's groups, permissions and superuser flag open no filing.
"""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from accounts.models import Membership, Role, User
from projects.models import Department, Locality

OWN_UNIT = frozenset({Role.FILLER, Role.HEAD})
UNITS_BELOW = frozenset({Role.SUPERVISOR})
WHOLE_LOCALITY = frozenset({Role.REVIEWER, Role.ADMIN})

Person = User | AnonymousUser


def memberships_of(user: Person, *roles: str) -> QuerySet[Membership]:
    """任职 of an active user, of these roles (all when none is named)."""
    if not user.is_active:
        return Membership.objects.none()
    return Membership.objects.filter(user_id=user.pk, role__in=roles or Role.values)


def departments_with_role(user: Person, *roles: str) -> QuerySet[Department]:
    """Departments that one of `roles` (all when none is named) reaches.

    填报人, 单位负责人: their unit. 主管部门: every unit below theirs, at any depth, not itself. 财政审核, 管理员: their locality.
    """
    own, above, localities = set[int](), set[int](), set[int]()
    for role, department, locality in memberships_of(user, *roles).values_list(
        "role", "department", "department__locality"
    ):
        if role in OWN_UNIT:
            own.add(department)
        elif role in UNITS_BELOW:
            above.add(department)
        else:
            localities.add(locality)
    return Department.objects.filter(Q(pk__in=own | below(above)) | Q(locality__in=localities))


def below(departments: set[int]) -> set[int]:
    """Ids of all departments under these, at any depth; one query per level, none without departments."""
    found, level = set[int](), departments
    while level:
        children = Department.objects.filter(parent__in=level).values_list("pk", flat=True)
        level = set(children) - found - departments
        found |= level
    return found


def has_role(user: Person, department: Department, *roles: str) -> bool:
    """Does one of `roles` (any when none is named) reach this very department?"""
    return departments_with_role(user, *roles).filter(pk=department.pk).exists()


def localities_with_role(user: Person, *roles: str) -> QuerySet[Locality]:
    """Localities of the departments where the user holds one of `roles`."""
    return Locality.objects.filter(pk__in=memberships_of(user, *roles).values("department__locality"))


def visible_departments(user: Person) -> QuerySet[Department]:
    """Departments that any role of the user reaches."""
    return departments_with_role(user)
