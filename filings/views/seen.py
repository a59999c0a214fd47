"""所见内容: the finance bureau sees what was submitted, never the unit's unfinished corrections."""

from __future__ import annotations

from accounts.models import Role, User
from accounts.roles import has_role
from filings.models import Filing, Snapshot
from filings.snapshot import Case, as_read, case_in, is_frozen, latest, live_case

INSIDE = (Role.FILLER, Role.HEAD, Role.SUPERVISOR, Role.ADMIN)


def seen_snapshot(filing: Filing, user: User) -> Snapshot | None:
    """The snapshot that `user` is shown; None for the facts as they are now."""
    if is_frozen(filing) or not has_role(user, filing.subject.department, *INSIDE):
        return latest(filing)
    return None


def seen_case(filing: Filing, user: User) -> Case:
    """Blueprint, facts, scores and findings as `user` is shown them, every text as it is printed."""
    snapshot = seen_snapshot(filing, user)
    return as_read(case_in(snapshot) if snapshot else live_case(filing))
