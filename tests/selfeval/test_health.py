"""健康检查: what it says when all is well, without a job runner, and without a database."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.db import DatabaseError
from django.test import RequestFactory
from django_q.status import Stat

from selfeval import health

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask():
    def asked(method="get"):
        response = health.health(getattr(RequestFactory(), method)("/health/"))
        return response.status_code, response

    return asked


@pytest.mark.both
def test_all_alive(ask, monkeypatch):
    monkeypatch.setattr(Stat, "get_all", lambda: [SimpleNamespace(workers=[1, 2]), SimpleNamespace(workers=[3])])
    status, response = ask()
    assert status == 200
    assert response.content == b'{"ok": true, "database": true, "workers": 3}'


def test_without_job_runner_the_server_stays_in_service(ask, monkeypatch):
    monkeypatch.setattr(Stat, "get_all", list)
    status, response = ask()
    assert (status, response.content) == (200, b'{"ok": false, "database": true, "workers": 0}')


def test_without_database_it_is_taken_out(ask, monkeypatch):
    def broken():
        raise DatabaseError

    monkeypatch.setattr(Stat, "get_all", list)
    monkeypatch.setattr(health, "connection", SimpleNamespace(cursor=broken))
    status, response = ask()
    assert (status, response.content) == (503, b'{"ok": false, "database": false, "workers": 0}')


def test_only_reading(ask):
    assert ask("post")[0] == 405


def test_is_never_cached(ask):
    assert "no-store" in ask()[1]["Cache-Control"]
