"""后台管理的页面: every one of them speaks Chinese; what is Latin is a code, a name somebody signs in with, or a piece of the machine's.

Control: a page with an English word is caught.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from django.contrib import admin
from django.utils import timezone
from django_q.models import Failure

from accounts.models import Membership, Role, User
from audit.actions import record
from factbook.models import ParkedSave
from filings.models import Extension, Notice
from tests.pages import world as worlds

ALLOWED = re.compile(
    r"\d{6}/\d{4}/[a-z-]+"  # a form's code
    r"|(?:text|funds|score|figure|indicators|choice|grade|sign|list|rows)\.[\w.]+"  # a fact's code
    r"|/(?:[a-z]+/)+"  # an address of this site
    r"|[0-9a-f]{32,}|\S+\*{6,}"  # digests; what is shown of a password's
    r"|argon2(?:id)?|md5|SHA-?256|ID\b|IP\b"
    r"|[A-Za-z_.]+Error\b.*"  # what the machine said about a job that failed
)
SHOWN = ("title", "placeholder", "aria-label", "value")
SILENT = {"script", "style", "svg"}


class Words(HTMLParser):
    """What a page shows: texts, and the attributes that are read or hovered."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._silent = 0
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self._silent += tag in SILENT
        told = dict(attrs)
        button = tag == "button" or told.get("type") in {"submit", "button"}
        self.texts += [told[name] for name in SHOWN if told.get(name) and (name != "value" or button)]

    def handle_endtag(self, tag):
        self._silent -= tag in SILENT

    def handle_data(self, data):
        if not self._silent:
            self.texts.append(data)


def english(html: str, names: tuple[str, ...] = ()) -> list[str]:
    """Texts with a Latin word in them that is none of the allowed."""
    own = re.compile("|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))) if names else None
    told = []
    for text in Words(html).texts:
        rest = ALLOWED.sub("", own.sub("", text) if own else text)
        if re.search(r"[A-Za-z]{2,}", rest):
            told.append(text.strip())
    return told


@pytest.fixture
def full(world, filing):
    """A row of everything the back office keeps."""
    now = timezone.now()
    notice = Notice.objects.filter(locality=world.locality).first()
    Extension.objects.create(notice=notice, department=world.unit, due_on=notice.due_on, reason="汛期抢险")
    ParkedSave.objects.create(
        subject=filing.subject, form=filing.form, section="goals", by=world.filler, at=now, posted={"text.goal": "旧"}
    )
    record(action="rule.level", by=world.users["admin"], now=now, target="rule:T01", detail={"rule": "T01"})
    Failure.objects.create(
        id="0" * 32, name="a", func="filings.tasks.run_bundle", args=(7,), result="OSError: x", started=now, stopped=now,
        success=False,
    )  # fmt: skip
    return world


@pytest.fixture
def chief(full):
    user = User.objects.create_user("chief", password=worlds.PASSWORD, full_name="总管", is_superuser=True)
    Membership.objects.create(user=user, department=full.unit, role=Role.ADMIN)
    return user


def pages(model):
    head = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
    row = model._default_manager.order_by("pk").last()
    assert row is not None, f"no row of {model.__name__} to look at"
    return [head, f"{head}add/", *(f"{head}{row.pk}/{name}/" for name in ("change", "history", "delete"))]


@pytest.mark.parametrize("who", ["chief", "admin"])
def test_every_page_of_the_back_office_is_chinese(full, chief, as_user, who):
    client = as_user(chief if who == "chief" else full.users["admin"])
    usernames = tuple(User.objects.values_list("username", flat=True))
    found, seen = {}, 0
    own = [address for model in admin.site._registry for address in pages(model)]
    for address in ["/admin/", "/admin/password_change/", f"/admin/accounts/user/{full.filler.pk}/password/", *own]:
        answer = client.get(address)
        assert answer.status_code in {200, 302, 403, 404}, address
        if answer.status_code == 200:
            seen += 1
            words = english(answer.content.decode(), usernames)
            if words:
                found[address] = words
    assert found == {}
    assert seen >= (30 if who == "chief" else 15)


def test_control_an_english_word_is_caught():
    assert english('<p>选择 access log 来修改</p><input type="submit" value="Save"><i title="Models in x">') == [
        "选择 access log 来修改",
        "Save",
        "Models in x",
    ]
    assert english("<p>表样 000000/2024/project-table，chief</p>", ("chief",)) == []


def test_what_belongs_to_the_machine_is_not_offered(full, chief, as_user):
    shown = as_user(chief).get("/admin/").content.decode()
    assert "失败的任务" in shown
    for word in ("axes", "schedule", "ormq", "success"):
        assert f"/{word}" not in shown


def test_a_failed_job_says_what_was_to_be_done(full, chief, as_user):
    shown = as_user(chief).get("/admin/django_q/failure/").content.decode()
    assert "打包年度资料" in shown
    assert "OSError: x" in shown
    assert as_user(full.users["admin"]).get("/admin/django_q/failure/").status_code == 403


def test_a_new_password_is_set_with_two_fields(full, chief, as_user):
    client, filler = as_user(chief), full.filler
    address = f"/admin/accounts/user/{filler.pk}/password/"
    assert 'name="usable_password"' not in client.get(address).content.decode()
    before = User.objects.get(pk=filler.pk).password
    client.post(address, {"password1": "", "password2": "", "usable_password": "false"})
    assert User.objects.get(pk=filler.pk).password == before
    client.post(address, {"password1": "Nq8-shanshui-2", "password2": "Nq8-shanshui-2"})
    assert User.objects.get(pk=filler.pk).check_password("Nq8-shanshui-2")
