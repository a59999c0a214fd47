"""一键修改的按钮: on the check page and beside the fields, taken back from the history."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from tests.pages import world as worlds

TYPED, PROPER = "某民发[2023]15号", "某民发〔2023〕15号"
BUTTON = f"一键修改：“{TYPED}”改为“{PROPER}”"
GOAL = f"依据{TYPED}按月发放补助。"


@pytest.fixture
def draft(world):
    made = worlds.start(world.projects[0], world.filler)
    worlds.fill(made, world.filler, facts={**worlds.FACTS, "text.goal": GOAL})
    return made


def page(client, name, filing, *more):
    return client.get(reverse(name, args=[filing.pk, *more])).content.decode()


def fields(html):
    """What the form of the fix would post."""
    form = html[html.index("data-fix>") : html.index(BUTTON)]
    return dict(re.findall(r'name="(fingerprint|version|section)"\s+value="([^"]*)"', form))


def test_from_the_check_page_and_back(world, as_user, draft):
    client = as_user(world.filler)
    posted = fields(page(client, "check", draft))
    answer = client.post(reverse("finding-fix", args=[draft.pk]), posted, follow=True)
    assert answer.redirect_chain[-1][0] == reverse("check", args=[draft.pk])
    shown = answer.content.decode()
    assert f"已将“{TYPED}”改为“{PROPER}”" in shown
    assert BUTTON not in shown
    history = page(client, "history", draft)
    assert f"依据{PROPER}按月发放补助。" in history
    change = re.search(r'name="change"\s+value="(\d+)"', history)[1]
    undone = client.post(reverse("finding-undo", args=[draft.pk]), {"change": change}, follow=True).content.decode()
    assert "已恢复修改前的文字" in undone
    assert BUTTON in page(client, "check", draft)


def test_beside_the_field(world, as_user, draft):
    client = as_user(world.filler)
    posted = fields(page(client, "section", draft, "goals"))
    answer = client.post(reverse("finding-fix", args=[draft.pk]), posted)
    assert answer.headers["Location"] == f"{reverse('section', args=[draft.pk, 'goals'])}#text.goal"


def test_refused_when_the_text_changed_after_the_page_was_drawn(world, as_user, draft):
    client = as_user(world.filler)
    posted = fields(page(client, "check", draft))
    worlds.fill(draft, world.colleague, facts={"text.goal": f"{GOAL}另行补充。"})
    shown = client.post(reverse("finding-fix", args=[draft.pk]), posted, follow=True).content.decode()
    assert "已有改动，没有动任何内容" in shown
    assert BUTTON in shown  # on the page as it is now it may be pressed


@pytest.mark.parametrize("who", ["head", "supervisor", "admin"])
def test_nobody_else_has_the_button(world, as_user, draft, who):
    assert BUTTON not in page(as_user(getattr(world, who)), "check", draft)


def test_a_change_that_is_no_correction_is_not_found(world, as_user, draft):
    client = as_user(world.filler)
    for change in ("1", "", "二", "999999"):
        assert client.post(reverse("finding-undo", args=[draft.pk]), {"change": change}).status_code == 404


def test_what_was_said_of_a_finding_stands_there_and_is_led_back_to(world, as_user, draft):
    client = as_user(world.filler)
    fingerprint = fields(page(client, "check", draft))["fingerprint"]
    place = f"f-{fingerprint[:12]}"
    assert f'<li id="{place}"' in page(client, "check", draft)
    posted = {"fingerprint": fingerprint, "reason": "文件原名如此", "back": "check"}
    answer = client.post(reverse("finding-false-alarm", args=[draft.pk]), posted)
    assert answer.headers["Location"] == f"{reverse('check', args=[draft.pk])}#{place}"
    assert f"{world.filler} 报误报：文件原名如此" in page(client, "check", draft)
    refused = client.post(reverse("finding-false-alarm", args=[draft.pk]), posted | {"reason": " "})
    assert refused.headers["Location"] == reverse("check", args=[draft.pk])  # to its head, where it is told
    odd = client.post(reverse("finding-false-alarm", args=[draft.pk]), posted | {"fingerprint": '"><b>'})
    assert odd.headers["Location"] == reverse("check", args=[draft.pk])
