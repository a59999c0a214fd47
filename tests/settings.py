"""测试配置: the real settings with what only tests need."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ.setdefault("SECRET_KEY", "tests-only-" + "k7Q2vX9mLp" * 5)
os.environ.setdefault("SECURE", "0")
os.environ.setdefault("LOG_LEVEL", "WARNING")

from selfeval.settings import *  # noqa: F403
from selfeval.settings import DATABASES, Q_CLUSTER, STORAGES, VAR_DIR

# Memory-backed, so that full synchronisation costs nothing; a file, so that other processes can open it.
SCRATCH = Path("/dev/shm" if os.access("/dev/shm", os.W_OK) else tempfile.gettempdir())
for entry in DATABASES.values():
    entry["CONN_MAX_AGE"] = 0
    if entry["ENGINE"].endswith("sqlite3"):
        entry["TEST"] = {"NAME": str(SCRATCH / f"selfeval-test-{os.getpid()}.sqlite3")}

MEDIA_ROOT = VAR_DIR / "test-media"  # each test has its own, see conftest.py
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
ALLOWED_HOSTS = ["*"]
# Argon2 takes a tenth of a second per login, on purpose; the tests log in thousands of times.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
Q_CLUSTER = {**Q_CLUSTER, "sync": True}
