"""启动检查: each is silent on a sound machine and speaks when its safety is switched off."""

from __future__ import annotations

import subprocess
from contextlib import nullcontext

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connection

import audit.triggers
import filings.triggers
from audit import ddl
from selfeval import checks


def ids(messages):
    return [message.id for message in messages]


# --- faces ---


def test_faces_are_there():
    assert checks.check_faces(None) == []


def test_a_face_without_ticked_boxes_is_an_error(settings):
    settings.FONT_FACES = {"boxes": "Liberation Serif"}
    assert ids(checks.check_faces(None)) == ["selfeval.E001"]


def test_faces_without_cjk_are_an_error_naming_the_face_and_the_remedy(settings):
    settings.FONT_FACES = {"body": "DejaVu Sans", "latin": "Liberation Serif"}
    (found,) = checks.check_faces(None)
    assert found.id == "selfeval.E001"
    assert "“DejaVu Sans”（body）" in found.msg
    assert "bin/setup" in found.hint


def test_a_fallback_that_can_draw_is_only_a_warning(settings):
    settings.FONT_FACES = {"body": "Noto Serif CJK TC,仿宋体不存在"}
    assert ids(checks.check_faces(None)) == ["selfeval.W001"]


def test_without_fontconfig_every_face_is_missing(settings, monkeypatch):
    def no_program(*args, **kwargs):
        raise FileNotFoundError

    monkeypatch.setattr(subprocess, "run", no_program)
    assert ids(checks.check_faces(None)) == ["selfeval.E001"] * len(settings.FONT_FACES)


def test_code_points_reads_ranges_and_single_points():
    assert checks.code_points("20-7e 7ee9 6548-6549") == {ord("A"), ord("绩"), ord("效")}


# --- folder ---


def test_media_root_is_made(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "new" / "media"
    assert checks.check_media(None) == []
    assert list(settings.MEDIA_ROOT.iterdir()) == []


def test_media_root_that_cannot_be_written(settings, tmp_path):
    (tmp_path / "file").touch()
    settings.MEDIA_ROOT = tmp_path / "file" / "media"
    (found,) = checks.check_media(None)
    assert found.id == "selfeval.E002"
    assert str(settings.MEDIA_ROOT) in found.msg


# --- key ---


@pytest.mark.parametrize("key", ["short", "a" * 60, "ab" * 30])
def test_weak_keys(settings, key):
    settings.SECRET_KEY = key
    assert ids(checks.check_key(None)) == ["selfeval.E003"]


def test_strong_key(settings):
    settings.SECRET_KEY = "h3Rw9qLZ" * 6 + "Kd7x" * 2
    assert checks.check_key(None) == []


# --- database ---


@pytest.mark.both
@pytest.mark.django_db
def test_database_modes_are_right():
    assert checks.check_sqlite(None, databases=["default"]) == []


SOUND = {"journal_mode": "WAL", "synchronous": "FULL", "foreign_keys": "ON", "recursive_triggers": "ON"}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, []),
        ({"journal_mode": "DELETE"}, ["journal_mode=delete"]),
        ({"synchronous": "NORMAL"}, ["synchronous=1"]),
        ({"foreign_keys": "OFF"}, ["foreign_keys=0"]),
        ({"recursive_triggers": "OFF"}, ["recursive_triggers=0"]),
    ],
)
def test_each_sqlite_mode_is_watched(tmp_path, django_db_blocker, changed, said):
    with django_db_blocker.unblock():
        assert checks.wrong_modes(fresh_sqlite(tmp_path, {**SOUND, **changed})) == said


def test_deferred_transactions_are_noticed(tmp_path, django_db_blocker):
    with django_db_blocker.unblock():
        said = checks.wrong_modes(fresh_sqlite(tmp_path, SOUND, mode="DEFERRED"))
    assert said == ["transaction_mode=DEFERRED"]


@pytest.mark.parametrize(
    ("changed", "mode", "said"),
    [
        ({}, "IMMEDIATE", None),
        ({"synchronous": "NORMAL"}, "IMMEDIATE", "synchronous=NORMAL"),
        ({"recursive_triggers": "OFF"}, "IMMEDIATE", "recursive_triggers=OFF"),
        ({}, "DEFERRED", "transaction_mode=DEFERRED"),
    ],
)
def test_a_plain_check_reads_the_modes_from_the_settings(tmp_path, monkeypatch, changed, mode, said):
    entry = fresh_sqlite(tmp_path, {**SOUND, **changed}, mode).settings_dict
    monkeypatch.setattr("django.conf.settings.DATABASES", {"default": entry})
    with pytest.raises(SystemCheckError, match=f"E004.*{said}") if said else nullcontext():
        call_command("check")


def test_a_plain_check_asks_nothing_of_postgresql(monkeypatch):
    monkeypatch.setattr("django.conf.settings.DATABASES", {"default": {"ENGINE": "django.db.backends.postgresql"}})
    assert checks.check_sqlite_options(None) == []


def fresh_sqlite(folder, pragmas, mode="IMMEDIATE"):
    from django.db.backends.sqlite3.base import DatabaseWrapper
    from django.db.utils import ConnectionHandler

    entry = {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": folder / "probe.sqlite3",
        "OPTIONS": {
            "transaction_mode": mode,
            "init_command": "".join(f"PRAGMA {name}={value};" for name, value in pragmas.items()),
        },
    }
    return DatabaseWrapper(ConnectionHandler({"default": entry}).settings["default"])


def test_wrong_modes_of_a_database_are_an_error(monkeypatch):
    monkeypatch.setattr(checks, "wrong_modes", lambda connection: ["synchronous=1"])
    monkeypatch.setattr(checks, "connections", {"default": type("C", (), {"vendor": "sqlite"})()})
    (found,) = checks.check_sqlite(None, databases=["default"])
    assert found.id == "selfeval.E004"
    assert "synchronous=1" in found.msg


@pytest.mark.both
@pytest.mark.django_db
def test_all_triggers_are_there():
    assert checks.is_migrated(connection)
    assert checks.check_triggers(None, databases=["default"]) == []


@pytest.mark.both
@pytest.mark.django_db
@pytest.mark.parametrize("triggers", [audit.triggers.TRIGGERS, filings.triggers.TRIGGERS], ids=["audit", "filings"])
def test_a_trigger_taken_away_is_named(triggers):
    gone = next(trigger for trigger in triggers if trigger.statements(connection.vendor))
    ddl.remove(connection, [gone])
    (found,) = checks.check_triggers(None, databases=["default"])
    assert found.id == "selfeval.W002"
    assert gone.name in found.msg


@pytest.mark.django_db
def test_before_migrating_no_trigger_is_asked_for(monkeypatch):
    monkeypatch.setattr(checks, "missing_triggers", lambda connection: ["filings_snapshot_no_update"])
    monkeypatch.setattr(checks, "is_migrated", lambda connection: False)
    assert checks.check_triggers(None, databases=["default"]) == []


@pytest.mark.django_db
def test_the_checks_are_registered(settings):
    settings.SECRET_KEY = "short"
    from django.core.management.base import SystemCheckError

    with pytest.raises(SystemCheckError, match=r"selfeval\.E003"):
        call_command("check", databases=["default"])
