"""后台任务: a thin door to the queue. What a job has done so far stands in our own tables, never in the queue.

With Q_CLUSTER["sync"] (tests, the demo without a worker) a job runs at once, in the caller.
"""

from __future__ import annotations

from datetime import datetime

from django_q.models import Schedule
from django_q.tasks import async_task

from filings.lanes import QUICK

JOBS = {
    "render_snapshot": "filings.tasks.render_snapshot",
    "run_bundle": "filings.tasks.run_bundle",
    "read_intake": "filings.tasks.read_intake",
    "drop_intake": "filings.tasks.drop_intake",
    "run_checkup": "checkups.tasks.run_checkup",
    "purge_checkups": "checkups.tasks.purge_checkups",
}
SHORT = frozenset({"read_intake", "run_checkup"})  # somebody looks at the page and waits


def enqueue(name: str, *args: int) -> None:
    """Queue job `name` with row ids, short ones in their own lane; KeyError for an unknown one.

    Delivered at least once: jobs repeat without harm.
    """
    async_task(JOBS[name], *args, cluster=QUICK if name in SHORT else None)


def watch(name: str, *args: int, at: datetime) -> None:
    """Have `name` run again at `at` unless `unwatch` comes first.

    A worker that is killed, timed out or cut off from a broker without receipts (Redis) leaves no other trace than this.
    """
    fields = {"func": JOBS[name], "args": repr(args), "schedule_type": Schedule.ONCE, "next_run": at, "repeats": -1}
    if not Schedule.objects.filter(name=_watch_name(name, args)).update(**fields):
        Schedule.objects.create(name=_watch_name(name, args), **fields)


def unwatch(name: str, *args: int) -> None:
    """The job is finished; nobody need look after it."""
    Schedule.objects.filter(name=_watch_name(name, args)).delete()


def _watch_name(name: str, args: tuple[int, ...]) -> str:
    return ":".join([name, *map(str, args)])
