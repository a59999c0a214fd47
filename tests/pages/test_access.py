"""无障碍: no WCAG A/AA violation of axe-core on the pages people work on."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

from tests.pages import world as worlds
from tests.pages.test_browser import draft, enter, town  # noqa: F401 - fixtures

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


def faults(page):
    # The whole page in sight: a bar that stays at the bottom of the window covers whichever row one happens to have scrolled to.
    page.set_viewport_size({"width": 1366, "height": page.evaluate("document.documentElement.scrollHeight") + 200})
    found = Axe().run(page, options=RULES).response["violations"]
    return [(fault["id"], fault["nodes"][0]["html"][:160]) for fault in found]


@pytest.mark.usefixtures("transactional_db")
def test_no_page_shuts_anybody_out(town, draft, enter):  # noqa: F811 - the fixtures above
    second = worlds.start(town.projects[1], town.filler)
    worlds.to_review(second, filler=town.filler, head=town.head, reviewer=town.reviewer)
    ways = {
        "filler": [
            "/",
            "/filings/",
            "/filings/new/",
            *(reverse(name, args=[draft.pk]) for name in ("filing", "check", "history", "intake")),
        ],
        "reviewer": [
            "/reviews/",
            *(reverse(name) for name in ("review-heat", "review-copies", "checkups")),
            *(reverse(name, args=[second.pk]) for name in ("review", "review-copies-of", "review-return", "check")),
            reverse("checkup", args=[worlds.checkup(town.reviewer, "往年自评报告.docx").pk]),
        ],
        "admin": ["/bundles/", "/imports/", "/trail/", reverse("rules"), reverse("forms")],
    }
    ways["filler"] += [
        reverse("section", args=[draft.pk, key]) for key in ("goals", "funds", "execution", "indicators")
    ]
    found = {}
    for who, paths in ways.items():
        page = enter(town.users[who])
        for path in paths:
            page.goto(path, timeout=30000)  # two dozen pages, each read by axe-core: a busy machine takes its time
            if broken := faults(page):
                found[path] = broken
    assert found == {}
