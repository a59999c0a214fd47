"""环境变量: reads settings from the environment and fails loudly, naming the variable.

Values come from the process environment first, then from files of ``NAME=value``
lines (``var/secret.env``, written by ``bin/setup``). A wrong value never becomes a default.
"""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import ip_network
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

TRUE = frozenset({"1", "true", "yes", "on"})
FALSE = frozenset({"0", "false", "no", "off", ""})
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL;"  # readers never wait for the writer
    "PRAGMA synchronous=FULL;"  # an acknowledged save survives a power cut
    "PRAGMA foreign_keys=ON;"
    "PRAGMA recursive_triggers=ON;"  # without it INSERT OR REPLACE slips past the immutability triggers
)


def trouble(name: str, zh: str, en: str) -> ImproperlyConfigured:
    """Return the error to raise for variable ``name``: Chinese first, then English."""
    return ImproperlyConfigured(f"环境变量 {name}：{zh}。/ Environment variable {name}: {en}.")


def read_file(path: Path) -> dict[str, str]:
    """Return the ``NAME=value`` pairs of ``path``, none when there is no such file."""
    if not path.is_file():
        return {}
    found: dict[str, str] = {}

    class FileEnv(environ.Env):
        """Write into ``found``: the class's own target is the environment of the process."""

        ENVIRON = found

    FileEnv.read_env(str(path))
    return found


class Variables:
    """The environment as typed values; every reader names the variable when it fails."""

    def __init__(self, *layers: Mapping[str, str]) -> None:
        """Take mappings in order of precedence, the first wins."""
        self._values: dict[str, str] = {}
        for layer in reversed(layers):
            self._values.update(layer)

    def text(self, name: str, default: str | None = None) -> str:
        """Return the text of ``name``; without a default it must be set and not empty."""
        value = self._values.get(name, default)
        if value is None or (default is None and not value.strip()):
            raise trouble(
                name,
                "没有设置，请在环境或 var/secret.env 中给出",
                "is not set; put it into the environment or var/secret.env",
            )
        return value

    def flag(self, name: str, *, default: bool) -> bool:
        """Return a yes/no value; anything that is neither is refused."""
        raw = self._values.get(name)
        if raw is None:
            return default
        word = raw.strip().lower()
        if word in TRUE:
            return True
        if word in FALSE:
            return False
        raise trouble(name, f"“{raw}”不是开关值，请写 1 或 0", f"{raw!r} is no switch; write 1 or 0")

    def number(self, name: str, default: int, *, least: int = 1) -> int:
        """Return a whole number of at least ``least``."""
        raw = self._values.get(name, str(default)).strip()
        if not raw.isascii() or not raw.isdigit() or int(raw) < least:
            raise trouble(
                name, f"“{raw}”应为不小于 {least} 的整数", f"{raw!r} must be a whole number of at least {least}"
            )
        return int(raw)

    def listing(self, name: str, default: str = "") -> list[str]:
        """Return the comma-separated values of ``name``, blanks dropped."""
        return [part.strip() for part in self._values.get(name, default).split(",") if part.strip()]

    def networks(self, name: str) -> list[str]:
        """Return comma-separated addresses or networks; anything else is refused."""
        found = self.listing(name)
        for part in found:
            try:
                ip_network(part)
            except ValueError as problem:
                raise trouble(
                    name,
                    f"“{part}”不是地址或网段，请写如 127.0.0.1 或 10.1.0.0/16",
                    f"{part!r} is no address or network; write 127.0.0.1 or 10.1.0.0/16",
                ) from problem
        return found

    def path(self, name: str, default: Path, *, base: Path) -> Path:
        """Return a path; a relative one counts from ``base``."""
        raw = self._values.get(name, "").strip()
        return (base / raw).resolve() if raw else default

    def database(self, name: str, *, base: Path) -> dict[str, Any]:
        """Return Django's database entry for the URL in ``name`` (SQLite file or PostgreSQL)."""
        url = self._values.get(name, "").strip() or f"sqlite:///{base / 'var' / 'db.sqlite3'}"
        scheme = urlsplit(url).scheme
        if scheme == "sqlite":
            return sqlite(url, base=base)
        if scheme in {"postgres", "postgresql"}:
            return postgresql(url)
        raise trouble(name, "只支持 sqlite:///… 与 postgres://…", "only sqlite:///… and postgres://… are supported")


def sqlite(url: str, *, base: Path) -> dict[str, Any]:
    """Return the SQLite entry with the modes that lose nothing under concurrent writers."""
    entry: dict[str, Any] = dict(environ.Env.db_url_config(url))
    if entry["NAME"] != ":memory:":
        entry["NAME"] = base / entry["NAME"]
    # IMMEDIATE: a transaction takes the write lock at once, so it can wait for it instead of failing half-way.
    entry["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_PRAGMAS}
    return entry


def postgresql(url: str) -> dict[str, Any]:
    """Return the PostgreSQL entry; a host written ``%2Frun%2Fpostgresql`` is a socket directory."""
    entry: dict[str, Any] = dict(environ.Env.db_url_config(url))
    return {**entry, "HOST": unquote(entry["HOST"] or ""), "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
