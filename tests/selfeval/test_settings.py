"""配置: started in a process of its own, as the programme is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

TOP = Path(__file__).resolve().parents[2]
SHOW = "import json, sys; from selfeval import settings as s; print(json.dumps([getattr(s, n, None) for n in sys.argv[1:]]))"


def start(*names, **variables):
    clean = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", SHOW, *names],
        cwd=TOP,
        env={**clean, "SECRET_KEY": "x" * 60, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def values(*names, **variables):
    answer = start(*names, **variables)
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", ""),
        ("DEBUG", "perhaps"),
        ("SECURE", "https"),
        ("DATABASE_URL", "oracle://u@h/d"),
        ("TASK_WORKERS", "0"),
        ("TASK_RETRY", "600"),
        ("TASK_BROKER", "rabbit"),
        ("LOG_LEVEL", "LOUD"),
        ("TRUSTED_PROXIES", "proxy.example"),
    ],
)
def test_a_wrong_value_stops_the_start_and_is_named(name, value):
    answer = start("DEBUG", **{name: value})
    assert answer.returncode != 0
    assert "ImproperlyConfigured" in answer.stderr
    assert name in answer.stderr.splitlines()[-1]


def test_the_start_is_secure_unless_told_otherwise():
    names = ("DEBUG", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS")
    assert values(*names) == [False, True, True, True, 31_536_000]
    assert values(*names, SECURE="0") == [False, False, False, False, 0]


def test_no_header_is_believed_by_default():
    assert values("SECURE_PROXY_SSL_HEADER", "TRUSTED_PROXIES") == [None, []]
    assert values("SECURE_PROXY_SSL_HEADER", PROXY_SSL_HEADER="X-Forwarded-Proto") == [
        ["HTTP_X_FORWARDED_PROTO", "https"]
    ]


def test_jobs_go_to_the_database_or_to_redis():
    assert values("Q_CLUSTER")[0]["orm"] == "default"
    cluster = values("Q_CLUSTER", TASK_BROKER="redis://10.0.0.5/1", TASK_WORKERS="6")[0]
    assert (cluster["redis"], cluster["workers"], "orm" in cluster) == ("redis://10.0.0.5/1", 6, False)


def test_content_policy_allows_nothing_inline():
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    assert directives["default-src"] == ["'self'"]
    assert not [word for words in directives.values() for word in words if "unsafe" in word]


def test_every_face_of_the_documents_has_a_role():
    assert set(settings.FONT_FACES) == {"body", "heading", "subheading", "title", "table", "latin", "boxes"}


def test_passwords_are_hashed_by_argon2():
    assert values("PASSWORD_HASHERS")[0][0] == "django.contrib.auth.hashers.Argon2PasswordHasher"
