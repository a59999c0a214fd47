"""资料包与真实的后台: two `manage.py qcluster` over one database, the one at work killed; the bundle completes all the same."""

import os
import signal
import time
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from django_q.models import OrmQ
from django_q.tasks import async_task

from filings.bundles.archive import bundle_file, verify
from filings.bundles.plan import plan_bundle
from filings.models import StoredDocument
from tests.clusters import clusters
from tests.factories import SubjectFactory
from tests.filings.samples import NOW

pytestmark = [pytest.mark.slow, pytest.mark.both, pytest.mark.concurrency]
FILINGS = 12


@pytest.fixture
def cluster(transactional_db, tmp_path):
    """Start a job runner on this test's database and files; all are gone afterwards."""
    with clusters(tmp_path, TASK_TIMEOUT="6", TASK_RETRY="8") as start:
        yield start


@pytest.fixture
def bundle(transactional_db, town, monkeypatch):
    monkeypatch.setattr("filings.jobs.enqueue", lambda name, *args: None)
    for _ in range(FILINGS):
        town.submitted(subject=SubjectFactory(project__department=town.unit))
    return plan_bundle(locality=town.locality, year=2024, departments=(), forms=(), by=town.admin, now=NOW)


def wait_for(bundle, condition, seconds):
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, (bundle.status, bundle.done, bundle.error, bundle.worker)
        time.sleep(0.05)
        bundle.refresh_from_db()


def test_a_killed_worker_costs_nothing_but_time(bundle, cluster):
    first, second = cluster(), cluster()
    async_task("filings.tasks.run_bundle", bundle.pk, sync=False)
    wait_for(bundle, lambda: 2 <= bundle.done < FILINGS and bundle.worker, 40)
    holder = os.getpgid(int(bundle.worker.split("-")[0]))
    assert holder in (first.pid, second.pid)
    os.killpg(holder, signal.SIGKILL)
    bundle.refresh_from_db()
    assert bundle.done < FILINGS
    before = {item.pk: item.at for item in bundle.items.filter(status="done")}
    assert OrmQ.objects.exists()  # the queue still owes the job to somebody
    wait_for(bundle, lambda: bundle.status not in ("queued", "running"), 60)
    assert (bundle.status, bundle.error, bundle.done) == ("done", "", FILINGS)
    after = {item.pk: item.at for item in bundle.items.all()}
    assert {pk: after[pk] for pk in before} == before
    assert [item.runs for item in bundle.items.all()] == [1] * FILINGS
    assert StoredDocument.objects.count() == 3 * FILINGS
    check(bundle)


def check(bundle):
    with bundle_file(bundle).open("rb") as file:
        verify(file)
    with zipfile.ZipFile(bundle_file(bundle)) as packed:
        documents = Counter(name.rsplit("/", 1)[0] for name in packed.namelist() if "/" in name)
    assert list(documents.values()) == [3] * FILINGS
    # Nothing half-written is left behind.
    assert [file.name for file in bundle_file(bundle).parent.iterdir()] == [Path(bundle.path).name]
