"""来访地址: only named proxies are believed."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from selfeval.clients import client_ip


@pytest.mark.parametrize(
    ("trusted", "remote", "forwarded", "seen"),
    [
        ([], "203.0.113.9", "", "203.0.113.9"),
        # Without a named proxy the header is the client's own invention.
        ([], "203.0.113.9", "198.51.100.1", "203.0.113.9"),
        (["10.0.0.1"], "203.0.113.9", "198.51.100.1", "203.0.113.9"),
        (["10.0.0.1"], "10.0.0.1", "198.51.100.1", "198.51.100.1"),
        # What the client wrote stands left of what the proxy wrote.
        (["10.0.0.1"], "10.0.0.1", "6.6.6.6, 198.51.100.1", "198.51.100.1"),
        (["10.0.0.0/24"], "10.0.0.1", "6.6.6.6, 198.51.100.1, 10.0.0.2", "198.51.100.1"),
        (["10.0.0.1"], "10.0.0.1", "", "10.0.0.1"),
        (["10.0.0.1"], "10.0.0.1", "<script>", ""),
        (["::1"], "::1", "2001:db8::7", "2001:db8::7"),
        ([], "", "198.51.100.1", ""),
    ],
)
def test_client_ip(settings, trusted, remote, forwarded, seen):
    settings.TRUSTED_PROXIES = trusted
    request = RequestFactory().get("/", REMOTE_ADDR=remote, HTTP_X_FORWARDED_FOR=forwarded)
    assert client_ip(request) == seen
