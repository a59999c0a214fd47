"""体检的可见范围: each one's own, while it lasts."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet

from accounts.models import User
from checkups.models import Checkup


def visible_checkups(user: User, *, now: datetime) -> QuerySet[Checkup]:
    """Check-ups of `user` that were kept or whose hours are not over, newest first."""
    return Checkup.objects.filter(Q(kept=True) | Q(expires_at__gte=now), by=user)
