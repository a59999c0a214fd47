"""审计的登记: what a link says, and that concurrent writers make one chain."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from audit import actions
from audit.actions import record
from audit.chain import START
from audit.models import AuditEvent
from audit.verify import verify
from tests.factories import NOW, UserFactory

WRITERS, EACH = 8, 25
both = pytest.mark.both


@both
@pytest.mark.django_db
def test_record_links_to_the_one_before():
    user = UserFactory(username="wang")
    first = record(action="sign-in", by=user, now=NOW, address="10.0.0.9")
    second = record(action="submit", by=user, now=NOW, target="filing:12", unit="云山区服务中心", detail={"round": 1})
    assert (first.number, first.previous) == (1, START)
    assert (second.number, second.previous) == (2, first.digest)
    stored = AuditEvent.objects.get(number=2)
    assert (stored.actor, stored.unit, stored.target, stored.result) == ("wang", "云山区服务中心", "filing:12", "ok")
    assert verify().holds


@both
@pytest.mark.django_db
def test_detail_comes_back_as_it_was_hashed():
    detail = {
        "points": Decimal("9.50"),
        "due": date(2025, 3, 31),
        "at": NOW,
        "big": 2**60,
        "many": ("a", None, True, {"b\x00c": "甲\x00乙"}),
    }
    record(action="x", by=None, now=NOW, detail=detail)
    assert AuditEvent.objects.get().detail == {
        "points": "9.50",
        "due": "2025-03-31",
        "at": NOW.isoformat(),
        "big": str(2**60),
        "many": ["a", None, True, {"bc": "甲乙"}],
    }
    assert verify().holds


@pytest.mark.django_db
def test_floats_are_refused():
    with pytest.raises(TypeError, match="float"):
        record(action="x", by=None, now=NOW, detail={"rate": 0.1})
    assert not AuditEvent.objects.exists()


@both
@pytest.mark.django_db
def test_overlong_texts_are_cut_not_refused():
    record(action="sign-in", by=None, now=NOW, target="x" * 5000, result="failed")
    assert AuditEvent.objects.get().target == "x" * 199 + "…"
    assert verify().holds


@both
@pytest.mark.django_db
def test_a_failing_deed_leaves_no_link():
    def fail_after_recording():
        with transaction.atomic():
            record(action="x", by=None, now=NOW)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_after_recording()
    assert not AuditEvent.objects.exists()


def write_many(writer: int, times: int) -> int:
    for turn in range(times):
        record(action="probe", by=None, now=NOW, target=f"{writer}:{turn}")
    return times


def write_without_queue(writer: int, times: int) -> int:
    """The same without the queue, in many small transactions: forks show as refused duplicates of a number."""
    actions._queue_up = lambda: None
    lost = 0
    for turn in range(times):
        try:
            record(action="probe", by=None, now=NOW, target=f"{writer}:{turn}")
        except IntegrityError:
            lost += 1
    return lost


@both
@pytest.mark.concurrency
def test_concurrent_writers_make_one_chain(processes):
    assert processes(write_many, [(writer, EACH) for writer in range(WRITERS)]) == [EACH] * WRITERS
    verdict = verify()
    assert verdict.holds, verdict.problem
    assert verdict.checked == WRITERS * EACH
    assert AuditEvent.objects.values("target").distinct().count() == WRITERS * EACH


@both
@pytest.mark.concurrency
def test_control_without_the_queue_postgresql_writers_collide(processes):
    if connection.vendor != "postgresql":
        pytest.skip("on SQLite the transaction is the queue; its control is in tests of settings")
    assert sum(processes(write_without_queue, [(writer, EACH) for writer in range(WRITERS)])) > 0


def test_now_is_stored_to_the_microsecond(db):
    now = datetime.fromisoformat("2025-03-05T17:30:01.123456+08:00")
    record(action="x", by=None, now=now)
    assert AuditEvent.objects.get().at == now
    assert verify().holds
