"""登录: throttled per user and address, told in minutes; the dialog's JSON; passwords."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from audit.models import AuditEvent
from tests.pages import world as worlds


def attempt(client, password, name="filler", address="10.0.0.7"):
    return client.post(reverse("login"), {"username": name, "password": password}, REMOTE_ADDR=address)


def test_five_wrong_passwords_lock_this_user_at_this_address_only(world):
    client = Client()
    for _ in range(4):
        assert "用户名或密码不正确" in attempt(client, "错").content.decode()
    locked = attempt(client, "错").content.decode()
    assert "请 15 分钟后再试" in locked
    assert "分钟后再试" in attempt(client, worlds.PASSWORD).content.decode()
    assert attempt(Client(), worlds.PASSWORD, name="colleague").status_code == 302
    assert attempt(Client(), worlds.PASSWORD, address="10.0.0.8").status_code == 302
    assert AuditEvent.objects.filter(action="login", result="denied", detail__username="filler").count() >= 5
    assert AuditEvent.objects.filter(action="lockout").exists()


def test_the_dialog_signs_in_and_gives_a_new_token(world, client):
    url = reverse("login-json")
    sent = {"username": "filler", "password": worlds.PASSWORD, "page_user": str(world.filler.pk)}
    told = client.post(url, sent).json()
    assert told["ok"] is True
    assert told["token"]


def test_the_dialog_refuses_another_user_than_the_pages(world, client):
    sent = {"username": "colleague", "password": worlds.PASSWORD, "page_user": str(world.filler.pk)}
    answer = client.post(reverse("login-json"), sent)
    assert answer.status_code == 400
    assert "另一位用户" in answer.json()["message"]
    assert client.get("/").status_code == 302


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_signing_in_leads_nowhere_else(world, client, target):
    answer = client.post(reverse("login"), {"username": "filler", "password": worlds.PASSWORD, "next": target})
    assert answer.url == "/"


def test_signing_out_needs_a_post_and_ends_the_session(world, as_user):
    client = as_user(world.filler)
    assert client.get(reverse("logout")).status_code == 405
    assert client.post(reverse("logout")).url == reverse("login")
    assert client.get("/").status_code == 302


def test_a_new_password_ends_other_sessions(world, as_user):
    here, there = as_user(world.filler), as_user(world.filler)
    new = "Other-口令-7788"
    sent = {"old_password": worlds.PASSWORD, "new_password1": new, "new_password2": new}
    assert here.post(reverse("password"), sent).status_code == 302
    assert here.get("/").status_code == 200
    assert there.get("/").status_code == 302


def test_a_wrong_old_password_changes_nothing(world, as_user):
    sent = {"old_password": "错", "new_password1": "Other-口令-7788", "new_password2": "Other-口令-7788"}
    assert as_user(world.filler).post(reverse("password"), sent).status_code == 400
    world.filler.refresh_from_db()
    assert world.filler.check_password(worlds.PASSWORD)
