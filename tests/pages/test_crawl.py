"""逐页走一遍: every kind of page an administrator can click to, at 1366×768: none fails, none is wider than the screen.

Control: a page with a line too long for the screen is caught.
"""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client

from reviews.batches import desk_filings
from tests.pages import world as worlds

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WIDTH = 1366
OF_A_KIND = 2  # pages of one kind that are looked at; of the back office, whose pages are all alike, one
FILES = re.compile(r"/download/|/template/|/text/|/list/(?:docx|xlsx)/|/file/|logout")


@pytest.fixture
def page(transactional_db, live_server, browser, browser_context_args):
    """The administrator of a place with filings in several states and a check-up."""
    town = worlds.build()
    worlds.fill(worlds.start(town.projects[0], town.filler), town.filler)
    sent = worlds.start(town.projects[1], town.filler)
    worlds.to_review(sent, filler=town.filler, head=town.head, reviewer=town.reviewer)
    worlds.checkup(town.admin, "报告.docx")
    worlds.own_upload(town)
    assert desk_filings(town.admin).count() == 2
    client = Client()
    client.force_login(town.admin, backend="django.contrib.auth.backends.ModelBackend")
    context = browser.new_context(**{**browser_context_args, "base_url": live_server.url})
    context.add_cookies(
        [
            {
                "name": settings.SESSION_COOKIE_NAME,
                "value": client.cookies[settings.SESSION_COOKIE_NAME].value,
                "url": live_server.url,
            }
        ]
    )
    yield context.new_page()
    context.close()


def too_wide(page):
    return page.evaluate("document.documentElement.scrollWidth") > WIDTH


def kind(address):
    """Addresses that differ in numbers and questions only are one kind."""
    return re.sub(r"\d+", "N", urlsplit(address).path)


def links(page):
    """Pages of this site that a click leads to, files and the way out left alone."""
    base = page.url.split("/", 3)[2]
    found = [urlsplit(href) for href in page.eval_on_selector_all("a[href]", "all => all.map(one => one.href)")]
    inside = [f"{each.path}?{each.query}".rstrip("?") for each in found if each.netloc == base]
    return [address for address in inside if not FILES.search(address)]


def test_every_kind_of_page_of_an_administrator_works_and_fits(page):
    looked: Counter[str] = Counter()
    seen, faults, todo = set(), [], ["/"]
    page.on("pageerror", lambda error: faults.append((page.url, str(error))))
    while todo:
        address = todo.pop(0)
        if address in seen or looked[kind(address)] >= (1 if address.startswith("/admin/") else OF_A_KIND):
            continue
        seen.add(address)
        looked[kind(address)] += 1
        answer = page.goto(address)
        if answer.status >= 400:
            faults.append((address, answer.status))
        elif too_wide(page):
            faults.append((address, "wide"))
        todo += links(page)
    assert faults == []
    assert len(looked) > 40, sorted(looked)
    assert {"/rules/", "/reviews/heat/", "/checkups/N/", "/filings/N/check/", "/admin/"} <= set(looked)


def test_control_a_wide_page_is_caught(page):
    page.goto("/")
    assert not too_wide(page)
    page.evaluate("document.querySelector('h1').style.width = '1500px'")
    assert too_wide(page)
