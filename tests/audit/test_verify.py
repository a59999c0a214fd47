"""审计的核验: every way to tamper is found, and the first bad link is named. Controls: an untouched chain holds."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from audit import chain, ddl, verify
from audit.actions import record
from audit.models import AuditEvent
from audit.triggers import TRIGGERS
from audit.verify import Anchor
from tests.factories import NOW

pytestmark = [pytest.mark.both, pytest.mark.django_db]
LENGTH = 6


@pytest.fixture
def trail(db):
    """Six links, with the guards taken away: the tamperer is the database's owner."""
    ddl.remove(connection, TRIGGERS)
    return [
        record(action="probe", by=None, now=NOW, target=f"filing:{n}", detail={"n": n}) for n in range(1, LENGTH + 1)
    ]


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        assert cursor.rowcount > 0


def edit_target():
    sql("UPDATE audit_auditevent SET target = 'filing:9' WHERE number = 3")


def edit_detail():
    sql("UPDATE audit_auditevent SET detail = '{\"n\": 4}' WHERE number = 3")


def edit_clock():
    sql("UPDATE audit_auditevent SET at = '2025-03-06 09:30:00+00:00' WHERE number = 3")


def delete_one():
    sql("DELETE FROM audit_auditevent WHERE number = 3")


def delete_and_close_the_gap():
    delete_one()
    for number in range(4, LENGTH + 1):
        sql("UPDATE audit_auditevent SET number = %s WHERE number = %s", number - 1, number)


def insert_one():
    for number in range(LENGTH, 2, -1):
        sql("UPDATE audit_auditevent SET number = %s WHERE number = %s", number + 1, number)
    last = AuditEvent.objects.get(number=2)
    forged = AuditEvent(number=3, at=NOW, action="forged", detail={}, previous=last.digest)
    forged.digest = chain.digest_of(forged)
    forged.save()


def swap_two():
    sql("UPDATE audit_auditevent SET number = 99 WHERE number = 3")
    sql("UPDATE audit_auditevent SET number = 3 WHERE number = 4")
    sql("UPDATE audit_auditevent SET number = 4 WHERE number = 99")


def edit_and_seal_again():
    event = AuditEvent.objects.get(number=3)
    event.target = "filing:9"
    event.digest = chain.digest_of(event)
    event.save()


@pytest.mark.parametrize(
    ("tamper", "number"),
    [
        (edit_target, 3),
        (edit_detail, 3),
        (edit_clock, 3),
        (delete_one, 4),
        (delete_and_close_the_gap, 3),
        (insert_one, 4),
        (swap_two, 3),
        (edit_and_seal_again, 4),
    ],
)
def test_tampering_is_found_and_named(trail, tamper, number):
    assert verify.verify().holds
    tamper()
    verdict = verify.verify()
    assert (verdict.holds, verdict.bad_number) == (False, number)


def test_control_without_digests_an_edit_passes(trail, monkeypatch):
    edit_target()
    monkeypatch.setattr(verify, "digest_of", lambda event: event.digest)
    assert verify.verify().holds


def test_cut_tail_is_found_by_its_anchor_only(trail):
    anchor = Anchor(LENGTH, trail[-1].digest)
    assert verify.verify([anchor]).holds
    sql("DELETE FROM audit_auditevent WHERE number = %s", LENGTH)
    assert verify.verify().holds
    assert verify.verify([anchor]).bad_number == LENGTH


def test_remade_chain_is_found_by_its_anchor(trail):
    anchor = Anchor(4, trail[3].digest)
    previous = chain.START
    for event in AuditEvent.objects.order_by("number"):
        event.actor, event.previous = "nobody", previous
        event.digest = previous = chain.digest_of(event)
        event.save()
    assert verify.verify().holds
    assert verify.verify([anchor]).bad_number == 4


def test_unreadable_detail_is_a_fault_not_a_crash(trail):
    if connection.vendor != "sqlite":
        pytest.skip("jsonb refuses broken JSON by itself")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA ignore_check_constraints=ON")
    sql("UPDATE audit_auditevent SET detail = '{broken' WHERE number = 3")
    assert verify.verify().bad_number == 3
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA ignore_check_constraints=OFF")
    sql("UPDATE audit_auditevent SET detail = '{}' WHERE number = 3")


def test_command_prints_the_head(trail):
    out = StringIO()
    call_command("verify_audit", stdout=out)
    head = f"{LENGTH}:{trail[-1].digest}"
    assert f"共 {LENGTH} 条" in out.getvalue()
    assert head in out.getvalue()
    call_command("verify_audit", anchor=[head], stdout=out)


def test_command_names_the_first_bad_link(trail):
    edit_target()
    with pytest.raises(CommandError, match="第 3 条"):
        call_command("verify_audit")


@pytest.mark.parametrize("anchor", ["", "3", "x:" + "0" * 64, "3:abc"])
def test_command_explains_a_misspelt_anchor(anchor):
    with pytest.raises(CommandError, match="序号:摘要"):
        call_command("verify_audit", anchor=[anchor])


def test_empty_trail_holds():
    assert verify.verify() == verify.Verdict(0, None)
