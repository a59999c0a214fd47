"""体检的可见范围: each one's own, while it lasts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q, QuerySet

from accounts.models import User
from checkups.models import Checkup
from crosschecks.finding import Finding
from filings.models import FalseAlarm


def visible_checkups(user: User, *, now: datetime) -> QuerySet[Checkup]:
    """Check-ups of `user` that were kept or whose hours are not over, newest first."""
    return Checkup.objects.filter(Q(kept=True) | Q(expires_at__gte=now), by=user)


def told_by(user: User, findings: Iterable[Finding]) -> frozenset[str]:
    """Fingerprints of those that `user` has called wrong already."""
    wanted = {finding.fingerprint for finding in findings}
    rows = FalseAlarm.objects.filter(by=user, fingerprint__in=wanted) if wanted else FalseAlarm.objects.none()
    return frozenset(rows.values_list("fingerprint", flat=True))
