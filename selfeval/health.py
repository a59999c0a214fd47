"""健康检查: says whether the database answers and whether a job runner is alive."""

from __future__ import annotations

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_q.status import Stat


@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """Answer ``{"ok", "database", "workers"}``: two switches and the number of living workers.

    Status 503 only when the database does not answer: pages work without a job runner, so a
    load balancer must not take the server away. Nothing here names versions, hosts or people.
    """
    database = database_answers()
    workers = living_workers()
    body = {"ok": database and workers > 0, "database": database, "workers": workers}
    return JsonResponse(body, status=200 if database else 503)


def database_answers() -> bool:
    """Say whether one query comes back."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return bool(cursor.fetchone() == (1,))
    except DatabaseError:
        return False


def living_workers() -> int:
    """Count the worker processes whose cluster gave a sign of life within its three seconds."""
    return sum(len(stat.workers) for stat in Stat.get_all())
