"""审计记录的防改: every path to change the trail is refused by the database. Control: without triggers each one passes."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from audit import ddl
from audit.actions import record
from audit.models import AuditEvent
from audit.triggers import TRIGGERS, missing_triggers
from tests.factories import NOW

pytestmark = [pytest.mark.both, pytest.mark.django_db]


def run(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def save_again():
    event = AuditEvent.objects.get()
    event.actor = "somebody"
    event.save()


def bulk_update():
    event = AuditEvent.objects.get()
    event.actor = "somebody"
    AuditEvent.objects.bulk_update([event], ["actor"])


COLUMNS = "id, number, at, actor, unit, address, action, target, result, detail, previous, digest"
WAYS = {
    "save": save_again,
    "bulk_update": bulk_update,
    "queryset update": lambda: AuditEvent.objects.update(actor="somebody"),
    "delete": lambda: AuditEvent.objects.get().delete(),
    "queryset delete": lambda: AuditEvent.objects.all().delete(),
    "raw update": lambda: run("UPDATE audit_auditevent SET actor = 'somebody'"),
    "raw delete": lambda: run("DELETE FROM audit_auditevent"),
    "replace": lambda: run(
        f"INSERT OR REPLACE INTO audit_auditevent ({COLUMNS})"
        f" SELECT {COLUMNS.replace('actor', chr(39) + 'somebody' + chr(39))} FROM audit_auditevent"
    ),
    "truncate": lambda: run("TRUNCATE audit_auditevent"),
}
ONLY = {"replace": "sqlite", "truncate": "postgresql"}


@pytest.fixture
def event(db):
    return record(action="probe", by=None, now=NOW)


@pytest.mark.parametrize("way", WAYS)
def test_change_is_refused(event, way):
    if ONLY.get(way, connection.vendor) != connection.vendor:
        pytest.skip(f"{way} is SQL of {ONLY[way]}")
    with pytest.raises(DatabaseError, match="只能追加"), transaction.atomic():
        WAYS[way]()
    assert AuditEvent.objects.get().actor == ""


@pytest.mark.parametrize("way", WAYS)
def test_control_without_triggers_the_change_passes(event, way):
    if ONLY.get(way, connection.vendor) != connection.vendor:
        pytest.skip(f"{way} is SQL of {ONLY[way]}")
    ddl.remove(connection, TRIGGERS)
    WAYS[way]()
    assert [e.actor for e in AuditEvent.objects.all()] in ([], ["somebody"])


def test_a_connection_without_recursive_triggers_cannot_replace_either(event):
    if connection.vendor != "sqlite":
        pytest.skip("PRAGMA of sqlite")
    run("PRAGMA recursive_triggers=OFF")
    try:
        with pytest.raises(DatabaseError, match="只能追加"), transaction.atomic():
            WAYS["replace"]()
        ddl.remove(connection, [t for t in TRIGGERS if t.name == "audit_auditevent_no_replace"])
        WAYS["replace"]()  # control
    finally:
        run("PRAGMA recursive_triggers=ON")
    assert AuditEvent.objects.get().actor == "somebody"


def test_missing_triggers_are_named_and_put_back():
    assert missing_triggers(connection) == []
    ddl.remove(connection, TRIGGERS[:1])
    assert missing_triggers(connection) == ["audit_auditevent_no_update"]
    call_command("migrate", verbosity=0)
    assert missing_triggers(connection) == []


def test_a_disabled_trigger_counts_as_missing():
    if connection.vendor != "postgresql":
        pytest.skip("sqlite cannot disable triggers")
    run("ALTER TABLE audit_auditevent DISABLE TRIGGER audit_auditevent_no_update")
    assert missing_triggers(connection) == ["audit_auditevent_no_update"]


def test_unknown_vendor_is_named():
    with pytest.raises(ValueError, match="oracle"):
        TRIGGERS[0].statements("oracle")


def test_condition_limits_the_refusal(event):
    trigger = ddl.refuse("audit_auditevent", "INSERT", "不可", when="NEW.action = 'forbidden'")
    ddl.install(connection, [trigger])
    record(action="allowed", by=None, now=NOW)
    with pytest.raises(DatabaseError, match="不可"), transaction.atomic():
        record(action="forbidden", by=None, now=NOW)
    ddl.remove(connection, [trigger])
