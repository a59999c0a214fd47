"""触发器: database triggers as data, put in place and looked for on SQLite and PostgreSQL alike.

A trigger is SQL that only one vendor understands, and SQLite drops a table's triggers silently whenever a migration remakes
the table. So they are no migration: they are installed anew after every `migrate` (`keep_installed`), and the start-up check
asks `missing`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model, UniqueConstraint
from django.db.models.signals import post_migrate

_LISTING = {
    "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'",
    # A disabled trigger guards nothing.
    "postgresql": (
        "SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
        " WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND c.relnamespace = current_schema()::regnamespace"
    ),
}


@dataclass(frozen=True, slots=True)
class Trigger:
    """触发器: its name, its table and, per vendor, the statements that put it there (they may be run again).

    `functions`: PostgreSQL functions that only this trigger uses, dropped with it. A vendor without statements needs none.
    """

    name: str
    table: str
    sqlite: tuple[str, ...] = ()
    postgresql: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()

    def statements(self, vendor: str) -> tuple[str, ...]:
        """Statements for a vendor. Raises ValueError for one that is not supported."""
        match vendor:
            case "sqlite":
                return self.sqlite
            case "postgresql":
                return self.postgresql
        raise ValueError(f"不支持的数据库：{vendor}，只支持 SQLite 与 PostgreSQL。")


def quoted(text: str) -> str:
    """`text` as an SQL string."""
    return "'" + text.replace("'", "''") + "'"


def refuse(table: str, event: str, message: str, *, when: str = "") -> Trigger:
    """A trigger that refuses `event` (INSERT, UPDATE, DELETE or TRUNCATE) on `table`, saying `message`.

    `when`: SQL condition over OLD and NEW that both vendors understand; without it every row is refused. SQLite knows no
    TRUNCATE, its DELETE FROM fires the row trigger.
    """
    name = f"{table}_no_{event.lower()}"
    clause = f" WHEN ({when})" if when else ""
    level = "STATEMENT" if event == "TRUNCATE" else "ROW"
    create = f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH {level}{clause}"
    sqlite = (
        f"DROP TRIGGER IF EXISTS {name}",
        f"{create} BEGIN SELECT RAISE(ABORT, {quoted(message)}); END",
    )
    body = f"BEGIN RAISE EXCEPTION USING MESSAGE = {quoted(message)}, ERRCODE = 'integrity_constraint_violation'; END"
    postgresql = (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $refuse$ {body} $refuse$",
        f"DROP TRIGGER IF EXISTS {name} ON {table}",
        f"{create} EXECUTE FUNCTION {name}()",
    )
    return Trigger(name, table, () if event == "TRUNCATE" else sqlite, postgresql, (name,))


def refuse_replacing(model: type[Model], message: str) -> Trigger:
    """A trigger that refuses SQLite's INSERT OR REPLACE of a row of `model`, saying `message`; PostgreSQL knows no REPLACE.

    By itself, because the row that gives way fires DELETE triggers only under PRAGMA recursive_triggers, which a connection
    of somebody else's does not set. A plain INSERT of a taken key fails here instead of at the index.
    """
    table = model._meta.db_table  # noqa: SLF001 - Django's public API
    name = f"{table}_no_replace"
    # IS: a project's year without a project is taken once, too.
    same = (" AND ".join(f'o."{column}" IS NEW."{column}"' for column in key) for key in _keys(model))
    taken = " OR ".join(f"({columns})" for columns in same)
    create = f"CREATE TRIGGER {name} BEFORE INSERT ON {table} FOR EACH ROW"
    condition = f"EXISTS (SELECT 1 FROM {table} o WHERE {taken})"  # noqa: S608 - built from the models
    body = f"BEGIN SELECT RAISE(ABORT, {quoted(message)}); END"
    return Trigger(name, table, sqlite=(f"DROP TRIGGER IF EXISTS {name}", f"{create} WHEN {condition} {body}"))


def _keys(model: type[Model]) -> list[list[str]]:
    """Columns of every key of a model: each set of them occurs once in its table."""
    meta = model._meta  # noqa: SLF001 - Django's public API
    found = [[str(field.column)] for field in meta.concrete_fields if field.unique]
    whole = (c for c in meta.constraints if isinstance(c, UniqueConstraint) and c.condition is None)
    columns = {field.name: str(field.column) for field in meta.concrete_fields}
    return found + [[columns[name] for name in constraint.fields] for constraint in whole]


def install(connection: BaseDatabaseWrapper, triggers: Iterable[Trigger]) -> list[str]:
    """Put the triggers whose tables exist in place, as they are defined now, in one transaction; return their names."""
    tables = set(connection.introspection.table_names())
    chosen = [trigger for trigger in triggers if trigger.table in tables and trigger.statements(connection.vendor)]
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for trigger in chosen:
            for statement in trigger.statements(connection.vendor):
                cursor.execute(statement)
    return [trigger.name for trigger in chosen]


def missing(connection: BaseDatabaseWrapper, triggers: Iterable[Trigger]) -> list[str]:
    """Names of the triggers that this database should have and does not (or has disabled)."""
    with connection.cursor() as cursor:
        cursor.execute(_LISTING[connection.vendor])
        present = set(cursor.fetchall())
    wanted = [trigger for trigger in triggers if trigger.statements(connection.vendor)]
    return [trigger.name for trigger in wanted if (trigger.name, trigger.table) not in present]


def remove(connection: BaseDatabaseWrapper, triggers: Iterable[Trigger]) -> None:
    """Take the triggers away: only for emptying a test database and for tests that show what they prevent."""
    with connection.cursor() as cursor:
        for trigger in triggers:
            on = f" ON {trigger.table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {trigger.name}{on}")
            for function in trigger.functions if on else ():
                cursor.execute(f"DROP FUNCTION IF EXISTS {function}()")


def keep_installed(sender: Any, triggers: Callable[[], Iterable[Trigger]] | Iterable[Trigger]) -> None:
    """Install `triggers` after every `migrate` of `sender` (an AppConfig), from its `ready`."""

    def put_back(*, using: str, **_: Any) -> None:
        install(connections[using], triggers() if callable(triggers) else triggers)

    post_migrate.connect(put_back, sender=sender, weak=False, dispatch_uid=f"{sender.name}.triggers")
