"""快道与慢道: short work that somebody waits for goes past the rendering of documents. The brokers of django-q2 with that one rule added.

A cluster started with Q_CLUSTER_NAME=selfeval-quick takes nothing but short jobs. The ordinary cluster takes its own, and short ones that nobody
took: so none waits for ever where no quick cluster was started (docs/adr/0061).
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from django.utils import timezone
from django_q.brokers.orm import ORM
from django_q.brokers.redis_broker import Redis

QUICK: Final = "selfeval-quick"
GRACE: Final = timedelta(seconds=4)  # a free quick worker looks every second


class Database(ORM):
    """Jobs in our own database."""

    def dequeue(self) -> Any:
        """The next job, and short ones first that have waited longer than any quick worker would let them."""
        return (None if self.list_key == QUICK else self._left_over()) or super().dequeue()

    def _left_over(self) -> list[tuple[int, str]]:
        waiting = self.get_connection().filter(key=QUICK, lock__lt=timezone.now() - GRACE)
        for job in waiting.order_by("lock")[:1]:
            # Compare and set, as the library does: whoever is second has not got it.
            if self.get_connection().filter(pk=job.pk, lock=job.lock).update(lock=self.timeout(job)):
                return [(job.pk, job.payload)]
        return []


class Memory(Redis):
    """Jobs in Redis, which hands the first of several lists to whoever waits."""

    def dequeue(self) -> Any:
        """The next job, short ones first."""
        quick = f"django_q:{QUICK}:q"
        lists = [quick] if self.list_key == quick else [quick, self.list_key]
        found = self.connection.blpop(lists, 1)
        return [(None, found[1])] if found else None
