"""快道: who takes which job, in the database and in Redis; short jobs are sent there and no others."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from django_q.conf import Conf
from django_q.models import OrmQ

from filings import jobs
from filings.lanes import GRACE, QUICK, Database, Memory
from tests.selfeval.test_settings import values

SLOW = "selfeval"


@pytest.fixture
def job(db):
    def queued(lane, text, *, waited=timedelta(seconds=1)):
        return OrmQ.objects.create(key=lane, payload=text, lock=timezone.now() - waited).pk

    return queued


def taken(lane):
    """All that a cluster of this lane would take now, in order."""
    broker = Database(list_key=lane)
    return [text for jobs_here in iter(broker.dequeue, None) for _, text in jobs_here]


@pytest.fixture(autouse=True)
def no_pause(monkeypatch):
    monkeypatch.setattr(Conf, "POLL", 0)


def test_each_lane_takes_its_own(job):
    job(SLOW, "成品")
    job(QUICK, "体检")
    assert taken(SLOW) == ["成品"]
    assert taken(QUICK) == ["体检"]


def test_a_short_job_that_nobody_took_goes_first(job):
    job(SLOW, "成品")
    job(QUICK, "体检", waited=GRACE + timedelta(seconds=1))
    job(QUICK, "导入", waited=GRACE + timedelta(seconds=2))
    assert taken(SLOW) == ["导入", "体检", "成品"]
    assert taken(QUICK) == []


def test_the_quick_lane_never_renders(job):
    job(SLOW, "成品", waited=timedelta(hours=1))
    assert taken(QUICK) == []


def test_a_job_is_taken_once_and_owed_until_it_is_done(job):
    pk = job(QUICK, "体检", waited=GRACE * 2)
    broker = Database(list_key=SLOW)
    assert broker.dequeue() == [(pk, "体检")]
    assert broker.dequeue() is None
    assert OrmQ.objects.get(pk=pk).lock > timezone.now()
    broker.acknowledge(pk)
    assert not OrmQ.objects.exists()


def test_whoever_comes_second_has_not_got_it(job, monkeypatch):
    """Between looking and taking another cluster took it."""
    pk = job(QUICK, "体检", waited=GRACE * 2)
    real = Database.timeout

    def first_another(self, task):
        OrmQ.objects.filter(pk=pk).update(lock=timezone.now() + timedelta(hours=1))
        return real(self, task)

    monkeypatch.setattr(Database, "timeout", first_another)
    assert Database(list_key=SLOW).dequeue() is None


class Shelf:
    """Redis, as far as a broker looks at it."""

    def __init__(self, **lists):
        self.lists = {f"django_q:{name.replace('_', '-')}:q": list(jobs) for name, jobs in lists.items()}

    def blpop(self, names, timeout):
        return next(((name, self.lists[name].pop(0)) for name in names if self.lists.get(name)), None)


@pytest.mark.parametrize(("lane", "order"), [(SLOW, ["体检", "成品"]), (QUICK, ["体检"])])
def test_redis_hands_out_short_jobs_first(monkeypatch, lane, order):
    shelf = Shelf(selfeval=["成品"], selfeval_quick=["体检"])
    monkeypatch.setattr(Memory, "get_connection", staticmethod(lambda list_key=None: shelf))
    broker = Memory(list_key=lane)
    assert [text for ((_, text),) in iter(broker.dequeue, None)] == order


@pytest.mark.parametrize(
    ("name", "lane"),
    [
        ("read_intake", QUICK),
        ("run_checkup", QUICK),
        ("render_snapshot", None),
        ("run_bundle", None),
        ("drop_intake", None),
    ],
)
def test_only_what_somebody_waits_for_is_short(monkeypatch, name, lane):
    sent = []
    monkeypatch.setattr(jobs, "async_task", lambda *args, **words: sent.append((*args, words)))
    jobs.enqueue(name, 7)
    assert sent == [(jobs.JOBS[name], 7, {"cluster": lane})]


@pytest.mark.parametrize("broker", ["orm", "redis://10.0.0.5/1"])
def test_the_quick_cluster_is_configured(broker):
    words = {"TASK_BROKER": broker, "TASK_QUICK_WORKERS": "3", "TASK_TIMEOUT": "60", "TASK_RETRY": "80"}
    cluster = values("Q_CLUSTER", **words)[0]
    assert cluster["ALT_CLUSTERS"] == {QUICK: {"workers": 3, "timeout": 60, "retry": 80}}
    assert cluster["broker_class"] == ("filings.lanes.Database" if broker == "orm" else "filings.lanes.Memory")
    default = values("Q_CLUSTER")[0]["ALT_CLUSTERS"][QUICK]
    assert default["timeout"] < default["retry"]
