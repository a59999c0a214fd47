"""环境变量: every reader refuses nonsense and names the variable."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from selfeval.env import Variables, read_file

BASE = Path("/srv/selfeval")


def test_first_layer_wins():
    assert Variables({"A": "environment"}, {"A": "file", "B": "file"}).text("A") == "environment"
    assert Variables({"A": "environment"}, {"A": "file", "B": "file"}).text("B") == "file"


@pytest.mark.parametrize("values", [{}, {"SECRET_KEY": ""}, {"SECRET_KEY": "  "}])
def test_text_that_is_needed_and_missing_is_named_in_both_languages(values):
    with pytest.raises(ImproperlyConfigured) as caught:
        Variables(values).text("SECRET_KEY")
    assert "环境变量 SECRET_KEY：没有设置" in str(caught.value)
    assert "Environment variable SECRET_KEY: is not set" in str(caught.value)


@pytest.mark.parametrize(("raw", "value"), [("1", True), ("Yes", True), ("on", True), ("0", False), ("false", False)])
def test_flag_reads_a_switch(raw, value):
    assert Variables({"SECURE": raw}).flag("SECURE", default=not value) is value


def test_flag_without_a_value_takes_the_default():
    assert Variables({}).flag("SECURE", default=True) is True


def test_flag_refuses_what_is_no_switch():
    with pytest.raises(ImproperlyConfigured, match="SECURE"):
        Variables({"SECURE": "maybe"}).flag("SECURE", default=False)


@pytest.mark.parametrize("raw", ["0", "-3", "many", "2.5", "", "²"])
def test_number_refuses_all_but_whole_numbers_of_the_range(raw):
    with pytest.raises(ImproperlyConfigured, match="TASK_WORKERS"):
        Variables({"TASK_WORKERS": raw}).number("TASK_WORKERS", 2)


def test_listing_drops_blanks():
    assert Variables({"ALLOWED_HOSTS": " a.example, ,b.example,"}).listing("ALLOWED_HOSTS") == [
        "a.example",
        "b.example",
    ]


def test_path_counts_from_the_base():
    assert Variables({"MEDIA_ROOT": "files"}).path("MEDIA_ROOT", BASE, base=Path("/srv")) == Path("/srv/files")
    assert Variables({}).path("MEDIA_ROOT", BASE, base=Path("/srv")) == BASE


def test_sqlite_is_the_default_with_the_modes_that_lose_nothing():
    entry = Variables({}).database("DATABASE_URL", base=BASE)
    assert entry["NAME"] == BASE / "var" / "db.sqlite3"
    assert entry["OPTIONS"] == {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
        "PRAGMA recursive_triggers=ON;",
    }


def test_sqlite_paths_relative_and_absolute():
    assert Variables({"D": "sqlite:///a.db"}).database("D", base=BASE)["NAME"] == BASE / "a.db"
    assert Variables({"D": "sqlite:////tmp/a.db"}).database("D", base=BASE)["NAME"] == Path("/tmp/a.db")


def test_postgresql_by_host_and_by_socket():
    entry = Variables({"D": "postgres://u:p%40ss@db.example:5433/filed"}).database("D", base=BASE)
    assert (entry["ENGINE"], entry["HOST"], entry["PORT"]) == ("django.db.backends.postgresql", "db.example", 5433)
    assert (entry["USER"], entry["PASSWORD"], entry["NAME"]) == ("u", "p@ss", "filed")
    entry = Variables({"D": "postgres://u@%2Frun%2Fpg/filed"}).database("D", base=BASE)
    assert entry["HOST"] == "/run/pg"


def test_other_databases_are_refused():
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        Variables({"DATABASE_URL": "mysql://u@h/d"}).database("DATABASE_URL", base=BASE)


def test_file_is_read_without_touching_the_environment(tmp_path, monkeypatch):
    monkeypatch.delenv("SELFEVAL_PROBE", raising=False)
    path = tmp_path / "secret.env"
    path.write_text("# 注释\nSELFEVAL_PROBE=a-b_c\n", encoding="utf-8")
    assert read_file(path) == {"SELFEVAL_PROBE": "a-b_c"}
    assert read_file(tmp_path / "none.env") == {}
    import os

    assert "SELFEVAL_PROBE" not in os.environ
