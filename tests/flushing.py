"""清空测试库: tests that commit empty the database afterwards; the triggers that refuse just that are lifted meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations

USER_TRIGGERS = "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal"


@contextmanager
def triggers_lifted() -> Iterator[None]:
    """Take every trigger away and put the very same ones back."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            off, on = [], []
            for name, sql in cursor.fetchall():
                off.append(f"DROP TRIGGER {name}")
                on.append(sql)
        else:
            cursor.execute(USER_TRIGGERS)
            tables = [row[0] for row in cursor.fetchall()]
            off = [f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in tables]
            on = [f"ALTER TABLE {table} ENABLE TRIGGER USER" for table in tables]
        for statement in off:
            cursor.execute(statement)
        yield
        for statement in on:
            cursor.execute(statement)


@pytest.fixture(scope="session", autouse=True)
def flush_lifts_triggers() -> Iterator[None]:
    """Let Django's flush between transactional tests do its work."""
    real = BaseDatabaseOperations.execute_sql_flush

    def flush(self: Any, sql_list: list[str]) -> None:
        with triggers_lifted():
            real(self, sql_list)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", flush)
        yield
