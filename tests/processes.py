"""并发: runs one function in several processes against the test database, all started together."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.synchronize import Barrier
from typing import Any
from urllib.parse import quote

import django
from django.db import connection, connections

gate: Barrier | None = None


def database_url(settings: dict[str, Any]) -> str:
    """Return the URL of the database that ``settings`` (a live connection's) names."""
    if settings["ENGINE"].endswith("sqlite3"):
        return f"sqlite:///{settings['NAME']}"
    login = f"{settings['USER']}:{quote(settings['PASSWORD'], safe='')}" if settings["PASSWORD"] else settings["USER"]
    port = f":{settings['PORT']}" if settings["PORT"] else ""
    return f"postgres://{login}@{quote(settings['HOST'], safe='')}{port}/{settings['NAME']}"


def prepare(url: str, barrier: Barrier) -> None:
    """Start Django in the child, on the same database."""
    global gate  # noqa: PLW0603 - a pool's initializer has no other place to leave it
    gate = barrier
    os.environ["DATABASE_URL"] = url
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()


def released(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    """Wait for the other processes, then call; leave no connection behind."""
    if gate is not None:
        gate.wait(timeout=120)
    try:
        return function(*arguments)
    finally:
        connections.close_all()


def in_processes(function: Callable[..., Any], calls: Sequence[tuple[Any, ...]]) -> list[Any]:
    """Call ``function`` once per entry of ``calls``, each in a fresh process, and return the results in order."""
    spawn = multiprocessing.get_context("spawn")
    setup = (database_url(connection.settings_dict), spawn.Barrier(len(calls)))
    with ProcessPoolExecutor(len(calls), mp_context=spawn, initializer=prepare, initargs=setup) as pool:
        futures = [pool.submit(released, function, call) for call in calls]
        return [future.result(timeout=300) for future in futures]
