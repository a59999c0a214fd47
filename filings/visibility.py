"""可见范围: which filings and bundles a user may know of. Every page starts from here."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from accounts.models import Role, User
from accounts.roles import departments_with_role, localities_with_role
from filings.models import Bundle, Filing, State

REVIEWER_STATES = (State.SUBMITTED, State.REVIEWING, State.RETURNED, State.APPROVED)


def visible_filings(user: User) -> QuerySet[Filing]:
    """Filings `user` may see.

    填报人, 单位负责人: their unit's. 主管部门: those of units below. 管理员: the locality's. 财政审核: what has reached the bureau.
    """
    whole = departments_with_role(user, Role.FILLER, Role.HEAD, Role.SUPERVISOR, Role.ADMIN)
    desk = departments_with_role(user, Role.REVIEWER)
    reached = Q(subject__department__in=desk, state__in=REVIEWER_STATES)
    return with_masters(Filing.objects.filter(Q(subject__department__in=whole) | reached))


def with_masters(filings: QuerySet[Filing]) -> QuerySet[Filing]:
    """The same filings with everything a list row prints, in one query."""
    return filings.select_related(
        "subject__department__locality", "subject__department__parent", "subject__project", "blueprint", "changed_by"
    )


def visible_bundles(user: User) -> QuerySet[Bundle]:
    """Bundles of the localities that `user` administers or reviews."""
    return Bundle.objects.filter(locality__in=localities_with_role(user, Role.ADMIN, Role.REVIEWER)).select_related(
        "locality", "by"
    )
