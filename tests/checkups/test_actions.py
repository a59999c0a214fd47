"""数字体检的动作: read once, told, gone when the hours are over; nobody's rule levels but one's own."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from audit.models import AuditEvent
from checkups import actions
from checkups.models import Checkup
from checkups.queries import visible_checkups
from documents.readers.refused import Refused
from filings import storage
from filings.models import RuleLevel
from tests.pages import world as worlds

TEXT = """项目支出绩效自评报告

一、项目概况
补贴档次为5000元—3000元，分三档发放。
二、完成情况
全年按月发放到位。
"""


@pytest.fixture
def world(db):
    return worlds.build()


@pytest.fixture
def checked(world, django_capture_on_commit_callbacks):
    def check(text=TEXT, name="报告.txt", by=None):
        with django_capture_on_commit_callbacks(execute=True):
            made = actions.order(name=name, data=text.encode(), by=by or world.filler, now=timezone.now())
        made.refresh_from_db()
        return made

    return check


def files():
    return [path for path in (storage.root() / actions.FOLDER).glob("*") if path.is_file()]


@pytest.mark.both
def test_a_report_is_read_checked_and_its_file_forgotten(checked):
    found = checked()
    assert found.state == Checkup.State.DONE
    assert found.path == ""
    assert files() == []
    assert found.errors >= 1
    rules = {finding["rule"] for finding in found.result["findings"]}
    assert "U05" in rules
    assert AuditEvent.objects.filter(action="checkup.order", target=found.target).count() == 1


@pytest.mark.both
def test_delivered_twice_it_is_done_once(checked):
    found = checked()
    assert actions.carry_out(found.pk, clock=timezone.now) == "done"
    again = Checkup.objects.get(pk=found.pk)
    assert again.done_at == found.done_at
    assert actions.carry_out(999_999, clock=timezone.now) == ""


def test_what_cannot_be_read_says_why(checked):
    found = checked(text="PK\x03\x04 nothing", name="报告.docx")
    assert found.state == Checkup.State.REFUSED
    assert found.message
    assert files() == []


@pytest.mark.parametrize("name", ["报告.pdf", "报告.doc", "报告"])
def test_other_kinds_are_refused_at_the_door(world, name):
    with pytest.raises(Refused, match="只能读"):
        actions.order(name=name, data=b"x", by=world.filler, now=timezone.now())
    assert Checkup.objects.count() == 0


def test_what_the_first_bytes_betray_is_refused_at_the_door(world):
    with pytest.raises(Refused, match="而是Windows 程序"):
        actions.order(name="报告.docx", data=b"MZ\x90\0", by=world.filler, now=timezone.now())
    assert (Checkup.objects.count(), files()) == (0, [])


def test_too_large_is_refused_at_the_door(world):
    with pytest.raises(Refused, match="MB"):
        actions.order(name="大.txt", data=b"x" * (4 * 1024 * 1024 + 1), by=world.filler, now=timezone.now())


@pytest.mark.both
def test_results_go_when_their_hours_are_over_unless_kept(world, checked):
    kept, gone = checked(), checked()
    actions.keep(checkup=kept, by=world.filler, now=timezone.now())
    later = timezone.now() + actions.STAYS + timedelta(minutes=1)
    assert list(visible_checkups(world.filler, now=later)) == [kept]
    assert actions.purge(now=later) == 1
    assert list(Checkup.objects.all()) == [kept]
    assert gone.pk != kept.pk
    assert list(visible_checkups(world.head, now=timezone.now())) == []


def test_removed_at_once_when_asked(world, checked):
    found = checked()
    actions.remove(checkup=found, by=world.filler, now=timezone.now())
    assert Checkup.objects.count() == 0
    assert AuditEvent.objects.filter(action="checkup.remove").count() == 1


def test_rules_turned_off_here_are_not_asked(world, checked):
    fields = {"locality": world.locality, "by": world.admin, "at": timezone.now(), "reason": "太吵"}
    RuleLevel.objects.create(rule="U05", level="off", **fields)
    assert "U05" not in {finding["rule"] for finding in checked().result["findings"]}
