"""租约: one worker at a time, and a dead one's bundle goes to the next."""

import pytest
from django_q.models import Schedule

from filings.bundles.lease import Lease, LeaseLost, lease_time, slice_time
from filings.models import Bundle
from tests.filings.samples import NOW, later


class Clock:
    def __init__(self):
        self.now = NOW

    def __call__(self):
        return self.now

    def pass_by(self, seconds):
        self.now = later(seconds=(self.now - NOW).total_seconds() + seconds)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def bundle(town):
    return Bundle.objects.create(locality=town.locality, year=2024, choice={}, total=1, by=town.admin, at=NOW)


def test_times_stay_below_what_the_queue_allows(settings):
    settings.Q_CLUSTER = {"retry": 720, "timeout": 600}
    assert (lease_time().seconds, slice_time().seconds) == (20, 300)
    settings.Q_CLUSTER = {"retry": 8, "timeout": 6}
    assert (lease_time().seconds, slice_time().seconds) == (2, 3)


def test_the_second_leaves_while_the_first_is_alive(bundle, clock):
    first = Lease.take(bundle.pk, clock)
    clock.pass_by(15)
    first.beat(current="甲")
    clock.pass_by(15)
    assert Lease.take(bundle.pk, clock) is None
    assert Bundle.objects.get().current == "甲"
    # Whoever leaves sees to it that somebody looks again.
    assert Schedule.objects.get().next_run == clock() + 2 * lease_time()


def test_a_dead_workers_bundle_is_taken_over_and_the_dead_one_stops(bundle, clock):
    first = Lease.take(bundle.pk, clock)
    clock.pass_by(61)
    second = Lease.take(bundle.pk, clock)
    assert second is not None
    with pytest.raises(LeaseLost):
        first.beat(force=True)
    second.beat(force=True, current="乙")
    with pytest.raises(LeaseLost):
        first.finish(status=Bundle.Status.DONE)
    assert (Bundle.objects.get().current, Bundle.objects.get().status) == ("乙", "running")


def test_control_without_the_token_the_dead_one_writes_on(bundle, clock):
    first = Lease.take(bundle.pk, clock)
    clock.pass_by(61)
    second = Lease.take(bundle.pk, clock)
    first.token = second.token
    first.beat(force=True, current="死而复生")
    assert Bundle.objects.get().current == "死而复生"


def test_finished_is_left_alone(bundle, clock):
    Lease.take(bundle.pk, clock).finish(status=Bundle.Status.DONE)
    assert Lease.take(bundle.pk, clock) is None
    assert not Schedule.objects.exists()


def test_beats_are_thrifty_and_renew_the_watch(bundle, clock, count_queries):
    lease = Lease.take(bundle.pk, clock)
    assert count_queries(lease.beat) == 0
    clock.pass_by(2)
    assert count_queries(lease.beat) == 1
    clock.pass_by(40)
    lease.beat()
    assert Schedule.objects.get().next_run == clock() + 2 * lease_time()
