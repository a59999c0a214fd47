"""主菜单: every page that needs no object of its own is one click away for whoever may open it."""

from __future__ import annotations

import pytest
from django.test import RequestFactory
from django.urls import NoReverseMatch, reverse

from accounts.models import Role
from accounts.templatetags.identity import MENU, main_menu
from selfeval.policy import ANYONE, POLICY, SIGNED_IN

# Not in the menu of some who may come, and where the way stands for them.
ELSEWHERE = {
    "password": "beside the name in the head of every page",
    "filing-start": "a button of the overview",
    "review-heat": "a tab of the reviewer's desk",
    "review-copies": "a tab of the reviewer's desk",
    "import-template": "a button of the page of imports",
}


def _stands_alone(name):
    try:
        reverse(name)
    except NoReverseMatch:
        return False
    return True


def test_every_page_is_reached_from_the_menu_or_a_place_named_here():
    shown = {name: roles for name, _, roles in MENU}
    hidden = set()
    for name, line in POLICY.items():
        if "GET" not in line.methods or line.scope != "none" or line.who == ANYONE or not _stands_alone(name):
            continue
        who = {role.value for role in Role} if line.who == SIGNED_IN else set(line.who)
        if who - set(shown.get(name, ())):
            hidden.add(name)
    assert hidden == set(ELSEWHERE)


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("/", [("总览", "page")]),
        ("/filings/", [("填报一览", "page")]),
        ("/filings/7/check/", [("填报一览", "true")]),
        ("/checkups/7/", [("数字体检", "true")]),
        ("/reviews/heat/", [("批次检查", "page")]),
        ("/password/", []),
    ],
)
def test_the_menu_tells_where_one_is_on_pages_below_its_entries_too(address, here):
    request = RequestFactory().get(address)
    request.roles = frozenset({Role.ADMIN.value})
    assert [(entry["label"], entry["here"]) for entry in main_menu({"request": request}) if entry["here"]] == here
