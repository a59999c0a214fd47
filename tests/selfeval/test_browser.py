"""浏览器: Debian's Chromium reaches the programme under test, and nothing leaves this machine."""

from __future__ import annotations

import pytest


@pytest.mark.django_db(transaction=True)
def test_chromium_reads_the_health_page(live_server, page):
    answer = page.goto(f"{live_server.url}/health/")
    assert answer.status == 200
    assert answer.json()["database"] is True
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]


def test_this_file_is_a_browser_test(request):
    marks = {item.name: [mark.name for mark in item.iter_markers()] for item in request.session.items}
    ours = [marks[name] for name in marks if name.startswith("test_chromium_reads_the_health_page")]
    assert all("browser" in names for names in ours)
