"""体检不排在成品后面: real job runners, one busy with long jobs; what a person waits for is done before them."""

from __future__ import annotations

import time

import pytest
from django_q.models import OrmQ, Success
from django_q.tasks import async_task

from checkups.actions import FOLDER
from checkups.models import Checkup
from filings import storage
from filings.lanes import QUICK
from tests.clusters import clusters
from tests.factories import UserFactory
from tests.filings.samples import NOW, later

pytestmark = [pytest.mark.slow, pytest.mark.both, pytest.mark.concurrency]
LONG = 12  # jobs of a second each for one worker


@pytest.fixture
def cluster(transactional_db, tmp_path):
    with clusters(tmp_path, TASK_QUICK_WORKERS="1") as start:
        yield start


@pytest.fixture
def checkup(transactional_db):
    file = storage.root() / FOLDER / "8f3a.txt"
    file.parent.mkdir(parents=True)
    file.write_text("支出30万元，其中：甲20万元、乙15万元。\n", encoding="utf-8")
    fields = {"name": "报告.txt", "path": f"{FOLDER}/8f3a.txt", "at": NOW, "expires_at": later(hours=2)}
    return Checkup.objects.create(by=UserFactory(), **fields)


def busy():
    """A queue of long jobs, as after many submissions."""
    for _ in range(LONG):
        async_task("time.sleep", 1, sync=False)


def wait_for(condition, what, seconds=90):
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, what
        time.sleep(0.05)


def long_jobs_done_before(checkup):
    """How many of the long jobs were finished when the check-up was."""
    wait_for(lambda: Checkup.objects.get(pk=checkup.pk).is_finished, "the check-up was never done")
    done = Success.objects.filter(func="time.sleep").count()
    checkup.refresh_from_db()
    assert (checkup.state, checkup.errors) == (Checkup.State.DONE, 1)
    return done


def send(checkup, lane):
    async_task("checkups.tasks.run_checkup", checkup.pk, cluster=lane, sync=False)


def test_past_the_long_jobs_in_a_lane_of_its_own(cluster, checkup):
    busy()
    cluster()
    cluster(Q_CLUSTER_NAME=QUICK)
    send(checkup, QUICK)
    assert long_jobs_done_before(checkup) < LONG - 2
    assert OrmQ.objects.filter(key="selfeval").exists()  # there was still somebody to wait behind


def test_without_a_quick_cluster_it_is_done_all_the_same(cluster, checkup):
    busy()
    cluster()
    send(checkup, QUICK)
    assert long_jobs_done_before(checkup) < LONG


def test_in_the_one_queue_it_waits_behind_them_all(cluster, checkup):
    """The control: sent as everything was sent before."""
    busy()
    cluster()
    cluster(Q_CLUSTER_NAME=QUICK)
    send(checkup, None)
    assert long_jobs_done_before(checkup) == LONG
