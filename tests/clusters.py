"""真实的后台: `manage.py qcluster` on the database and files of a test, any number of them; all are gone afterwards."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

from tests.processes import database_url

TOP = Path(__file__).resolve().parents[1]


@contextmanager
def clusters(folder: Path, **variables: str) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Hand out a function that starts a cluster; `folder`: for their logs, `variables`: of their environment."""
    started = []
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "selfeval.settings",
        "DATABASE_URL": database_url(connection.settings_dict),
        "MEDIA_ROOT": str(settings.MEDIA_ROOT),
        "TASK_WORKERS": "1",
        **variables,
    }

    def start(**more: str) -> subprocess.Popen[bytes]:
        log = (folder / f"cluster{len(started)}.log").open("wb")
        command = [sys.executable, "manage.py", "qcluster"]
        process = subprocess.Popen(
            command, cwd=TOP, env={**environment, **more}, stdout=log, stderr=log, start_new_session=True
        )
        started.append((process, log))
        return process

    try:
        yield start
    finally:
        for process, log in started:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(timeout=10)
            log.close()
