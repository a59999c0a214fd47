"""登录的审计: sign-in, sign-out, refusal and lock-out each leave one row; no password stands in any."""

from __future__ import annotations

import pytest
from axes.signals import user_locked_out
from django.contrib.auth import authenticate, logout
from django.http import HttpRequest
from django.test import Client, RequestFactory

from accounts.models import User
from accounts.signals import address_of
from audit.models import AuditEvent
from audit.verify import verify
from tests.factories import PASSWORD, UserFactory

pytestmark = [pytest.mark.both, pytest.mark.django_db]


def rows():
    return list(AuditEvent.objects.values_list("action", "actor", "result", "address", "detail"))


@pytest.fixture
def user(db):
    return UserFactory(username="wang")


def request_from(address):
    return RequestFactory().post("/login/", REMOTE_ADDR=address)


def test_sign_in_and_out(user):
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    client.logout()
    assert [(action, actor, result) for action, actor, result, *_ in rows()] == [
        ("login", "wang", "ok"),
        ("logout", "wang", "ok"),
    ]
    assert AuditEvent.objects.first().target == f"user:{user.pk}"
    assert verify().holds


def test_sign_out_without_a_user_leaves_nothing():
    request = HttpRequest()
    request.session = Client().session
    logout(request)
    assert rows() == []


def test_refused_sign_in_keeps_the_name_and_address_not_the_password(user):
    assert authenticate(request_from("10.1.2.3"), username="wang", password="Wrong-pass-1") is None
    assert rows() == [("login", "", "denied", "10.1.2.3", {"username": "wang"})]
    assert "Wrong-pass-1" not in str(list(AuditEvent.objects.values()))


def test_an_endless_user_name_is_cut(user):
    authenticate(request_from("10.1.2.3"), username="w" * 200, password="x")
    assert len(AuditEvent.objects.get().detail["username"]) <= 150


def test_lock_out_after_five_refusals(user):
    for _ in range(5):
        authenticate(request_from("10.1.2.3"), username="wang", password="wrong")
    assert [row[0] for row in rows()].count("lockout") == 1
    assert authenticate(request_from("10.1.2.3"), username="wang", password=PASSWORD) is None
    assert authenticate(request_from("10.1.2.4"), username="wang", password=PASSWORD) == user


def test_lock_out_signal_without_request():
    user_locked_out.send("axes", request=None, username=None, ip_address="10.9.9.9")
    assert rows() == [("lockout", "", "denied", "10.9.9.9", {"username": ""})]


def test_address_is_the_one_the_middleware_found():
    request = request_from("10.1.2.3")
    assert address_of(request) == "10.1.2.3"
    request.address = "192.168.7.7"
    assert (address_of(request), address_of(None)) == ("192.168.7.7", "")


def test_control_without_the_audit_table_nobody_signs_in(user, monkeypatch):
    def broken(**_):
        raise RuntimeError("审计写不进")

    monkeypatch.setattr("accounts.signals.record", broken)
    client = Client()
    with pytest.raises(RuntimeError):
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    assert User.objects.count() == 1
