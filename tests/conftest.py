"""公用夹具: shut sockets, Debian's Chromium, several processes on one database, query counts."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.flushing import flush_lifts_triggers
from tests.processes import in_processes

__all__ = ["flush_lifts_triggers"]

CHROMIUM = "/usr/bin/chromium"
CHROMIUM_WORDS = [
    "--no-sandbox",  # the tests may run as root in a container
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def is_local(family: int, address: Any) -> bool:
    """Say whether an address never leaves this machine."""
    if family == socket.AF_UNIX:
        return True
    host = str(address[0]).split("%")[0]
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


BROWSER = {"page", "context", "browser"}
DATABASE = {"db", "transactional_db", "live_server"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what a test needs, so that none slips into the quick run and none that sends SQL is left out on PostgreSQL."""
    for item in items:
        needs = set(getattr(item, "fixturenames", ()))
        if needs & BROWSER:
            item.add_marker(pytest.mark.browser)
        if needs & DATABASE or item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.both)


def raise_again(record: logging.LogRecord) -> bool:
    """Let out what a rule has raised, which in production is only logged."""
    if record.exc_info and record.exc_info[1]:
        raise record.exc_info[1]
    return True


logging.getLogger("crosschecks.papers").addFilter(raise_again)


@pytest.fixture(scope="session", autouse=True)
def sockets_shut() -> Iterator[None]:
    """Refuse every connection that would leave this machine: a test must not need a network."""
    patch = pytest.MonkeyPatch()
    for name in ("connect", "connect_ex"):
        real = getattr(socket.socket, name)

        def guarded(self: socket.socket, address: Any, real: Callable[..., Any] = real) -> Any:
            if not is_local(self.family, address):
                pytest.fail(f"a test tried to reach {address}")
            return real(self, address)

        patch.setattr(socket.socket, name, guarded)
    yield
    patch.undo()


@pytest.fixture(autouse=True)
def media_root(settings: Any, tmp_path: Path) -> Path:
    """Give every test an empty folder for files."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.MEDIA_ROOT.mkdir()
    return settings.MEDIA_ROOT


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Drive Debian's Chromium: a downloaded one would need a network."""
    # Playwright runs an event loop in this thread; Django takes that for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": CHROMIUM_WORDS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Take the screen and language of the desktops that this is for."""
    return {**browser_context_args, "viewport": {"width": 1366, "height": 768}, "locale": "zh-CN"}


@pytest.fixture
def processes(transactional_db: None) -> Callable[..., list[Any]]:
    """Return ``processes(function, [args, …])``: one process per entry on this test's database, all let go at once.

    ``function`` stands at the top of a test module; its results come back in order. The data the
    test has made are committed (``transactional_db``), so the processes see them.
    """
    return in_processes


@pytest.fixture
def count_queries(db: None) -> Callable[[Callable[[], Any]], int]:
    """Return ``count_queries(action)``: how many SQL statements the action sends."""

    def count(action: Callable[[], Any]) -> int:
        with CaptureQueriesContext(connection) as seen:
            action()
        return len(seen)

    return count
