"""后台任务: at once when synchronous, queued otherwise, watched by name."""

import pytest
from django.utils.module_loading import import_string
from django_q.models import Schedule

from filings import jobs, tasks
from filings.models import Snapshot, StoredDocument
from tests.filings.samples import NOW, later


def test_at_once(town, plain_files):
    town.submitted()
    jobs.enqueue("render_snapshot", Snapshot.objects.get().pk)
    assert StoredDocument.objects.count() == 3
    with pytest.raises(KeyError):
        jobs.enqueue("unknown", 1)


def test_rendering_twice_changes_nothing(town, plain_files):
    town.submitted()
    for _ in range(2):
        tasks.render_snapshot(Snapshot.objects.get().pk)
    assert StoredDocument.objects.count() == 3


def test_every_job_leads_to_a_function():
    assert all(path.endswith(f".tasks.{name}") for name, path in jobs.JOBS.items())
    assert all(callable(import_string(path)) for path in jobs.JOBS.values())


def test_one_watch_per_job_and_row(db):
    jobs.watch("run_bundle", 1, at=NOW)
    jobs.watch("run_bundle", 1, at=later(minutes=5))
    jobs.watch("run_bundle", 2, at=NOW)
    assert {s.name: (s.args, s.next_run, s.func) for s in Schedule.objects.all()} == {
        "run_bundle:1": ("(1,)", later(minutes=5), "filings.tasks.run_bundle"),
        "run_bundle:2": ("(2,)", NOW, "filings.tasks.run_bundle"),
    }
    jobs.unwatch("run_bundle", 1)
    assert [s.name for s in Schedule.objects.all()] == ["run_bundle:2"]
