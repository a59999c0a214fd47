"""租约: which worker holds a bundle. A sign of life keeps it; whoever finds it run out takes over."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.db.models import Q

from filings import jobs
from filings.models import Bundle

Clock = Callable[[], datetime]
LONGEST = 20.0  # seconds without a sign of life after which a worker counts as dead
EVERY = timedelta(seconds=1)


class LeaseLost(Exception):  # noqa: N818 - says what happened
    """租约已失: somebody else took over; stop at once and touch nothing."""


def lease_time() -> timedelta:
    """A quarter of the queue's retry time at most, so that a re-delivered job finds a dead worker's lease run out."""
    return timedelta(seconds=min(LONGEST, float(settings.Q_CLUSTER["retry"]) / 4))


def slice_time() -> timedelta:
    """How long one call may work: half of what the queue allows a job, then the rest is queued anew."""
    return timedelta(seconds=float(settings.Q_CLUSTER["timeout"]) / 2)


class Lease:
    """One worker's hold on one bundle. Every write of progress is compare-and-set on the holder's token."""

    def __init__(self, bundle_id: int, clock: Clock) -> None:
        """Not yet taken."""
        self.bundle_id = bundle_id
        self.clock = clock
        self.token = f"{os.getpid()}-{secrets.token_hex(12)}"  # the process, for whoever looks after the machine
        self.begun = self.last = clock()

    @classmethod
    def take(cls, bundle_id: int, clock: Clock) -> Self | None:
        """The lease, or None when the bundle is finished or its worker is alive."""
        lease, now = cls(bundle_id, clock), clock()
        free = Q(heartbeat__isnull=True) | Q(heartbeat__lt=now - lease_time()) | Q(worker="")
        unfinished = Bundle.objects.filter(pk=bundle_id, status__in=(Bundle.Status.QUEUED, Bundle.Status.RUNNING))
        fields = {"status": Bundle.Status.RUNNING, "worker": lease.token, "heartbeat": now}
        taken = unfinished.filter(free).update(**fields)
        if taken or unfinished.exists():
            lease.watch()
        return lease if taken else None

    def watch(self) -> None:
        """See to it that somebody looks again, should this worker vanish without a word."""
        jobs.watch("run_bundle", self.bundle_id, at=self.clock() + 2 * lease_time())

    def beat(self, *, force: bool = False, **progress: Any) -> None:
        """Sign of life, at most every second unless forced, with what is being done. Raises LeaseLost."""
        now = self.clock()
        if not force and now - self.last < EVERY:
            return
        if now - self.last > lease_time() / 2:
            self.watch()
        self.write(heartbeat=now, **progress)
        self.last = now

    def write(self, **fields: Any) -> None:
        """Write columns of the bundle while holding it. Raises LeaseLost."""
        if not Bundle.objects.filter(pk=self.bundle_id, worker=self.token).update(**fields):
            raise LeaseLost

    def spent(self) -> bool:
        """Has this call had its time?"""
        return self.clock() - self.begun > slice_time()

    def pass_on(self) -> None:
        """Free the bundle and queue the rest."""
        self.write(worker="", heartbeat=None)
        jobs.enqueue("run_bundle", self.bundle_id)

    def finish(self, **fields: Any) -> None:
        """Write the result and stop watching."""
        self.write(heartbeat=self.clock(), finished_at=self.clock(), current="", **fields)
        jobs.unwatch("run_bundle", self.bundle_id)
