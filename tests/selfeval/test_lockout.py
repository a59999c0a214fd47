"""登录锁定: five wrong passwords lock the pair of user and address for a quarter of an hour."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from axes.handlers.proxy import AxesProxyHandler
from django.contrib.auth import authenticate, get_user_model
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

pytestmark = pytest.mark.django_db
HERE, THERE = "10.1.1.1", "10.1.1.2"
NOW = datetime(2025, 3, 5, 9, tzinfo=UTC)


@pytest.fixture
def people():
    users = get_user_model().objects
    for name in ("filler", "colleague"):
        users.create_user(username=name, password="right-word-1")


def log_in(name, password, address, **headers):
    request = RequestFactory().post("/login/", {"username": name, "password": password}, REMOTE_ADDR=address, **headers)
    request.user = AnonymousUser()
    request.session = {}
    return authenticate(request, username=name, password=password) is not None


def lock(**headers):
    for attempt in range(5):
        assert not log_in("filler", f"wrong-{attempt}", HERE, **headers)


def test_the_pair_is_locked_and_nobody_else(people):
    with time_machine.travel(NOW, tick=False):
        lock()
        assert not log_in("filler", "right-word-1", HERE)
        assert log_in("colleague", "right-word-1", HERE)
        assert log_in("filler", "right-word-1", THERE)


def test_four_mistakes_are_forgiven_by_the_right_password(people):
    with time_machine.travel(NOW, tick=False):
        for _ in range(2):
            for attempt in range(4):
                assert not log_in("filler", f"wrong-{attempt}", HERE)
            assert log_in("filler", "right-word-1", HERE)
            request = RequestFactory().post("/login/", REMOTE_ADDR=HERE)
            AxesProxyHandler.reset_attempts(username="filler", ip_address=HERE)
            assert AxesProxyHandler.is_allowed(request, {"username": "filler"})


@pytest.mark.parametrize(("minutes", "open_again"), [(14, False), (16, True)])
def test_the_lock_ends_by_itself(people, minutes, open_again):
    with time_machine.travel(NOW, tick=False) as clock:
        lock()
        # Trying meanwhile must not make the wait longer.
        clock.shift(timedelta(minutes=minutes - 1))
        log_in("filler", "wrong", HERE)
        clock.shift(timedelta(minutes=1))
        assert log_in("filler", "right-word-1", HERE) is open_again


def test_a_forged_header_neither_opens_nor_locks(people):
    with time_machine.travel(NOW, tick=False):
        lock(HTTP_X_FORWARDED_FOR="6.6.6.6")
        assert not log_in("filler", "right-word-1", HERE, HTTP_X_FORWARDED_FOR="7.7.7.7")
        assert log_in("filler", "right-word-1", THERE, HTTP_X_FORWARDED_FOR=HERE)


def test_without_the_lock_the_sixth_try_gets_in(people, settings):
    settings.AXES_ENABLED = False
    lock()
    assert log_in("filler", "right-word-1", HERE)
