"""数字体检的页面: waiting is not endless, and whoever acts on a finding comes back to it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from checkups.result import findings_of, to_json
from documents.readers.paper import Paper, PaperText, Spot
from tests.checkups.test_showing import Place, finding
from tests.pages import world as worlds

PAPER = Paper((PaperText("完成代缴1426人。", spot=Spot(3)), PaperText("代缴1462人。", spot=Spot(6))))
LATE = "后台任务可能正忙或没有运行"


@pytest.fixture
def checked(world):
    made = worlds.checkup(world.filler, "报告.docx")
    first = finding(Place("", "", "1426人", 3), Place("", "", "1462人", 6))
    many = finding(*(Place("", "", "1462人", 6) for _ in range(9)), rule="T01")
    made.result = to_json(PAPER, [first, many])
    made.save()
    return made


def page(client, checkup, query=""):
    return client.get(reverse("checkup", args=[checkup.pk]) + query).content.decode()


@pytest.mark.parametrize(("seconds", "late"), [(5, False), (45, True)])
def test_who_waits_too_long_is_told_what_may_be_wrong_and_may_leave(world, as_user, seconds, late):
    waiting = worlds.checkup(world.filler, "报告.docx")
    waiting.state, waiting.at = "waiting", timezone.now() - timedelta(seconds=seconds)
    waiting.save()
    client = as_user(world.filler)
    assert (LATE in page(client, waiting)) is late
    assert (LATE in client.get(reverse("checkup-progress", args=[waiting.pk])).json()["current"]) is late
    client.post(reverse("checkup-remove", args=[waiting.pk]))
    assert client.get(reverse("checkup", args=[waiting.pk])).status_code == 404


def test_a_false_alarm_leads_back_to_its_note_with_the_filter_kept(world, as_user, checked):
    client = as_user(world.filler)
    query = "?severity=%E9%94%99%E8%AF%AF&rule=T01"
    shown = page(client, checked, query)
    action = reverse("checkup-false-alarm", args=[checked.pk])
    assert f'action="{action}{query.replace("&", "&amp;")}"' in shown
    assert "您已报误报" not in shown
    posted = {"fingerprint": findings_of(checked.result)[1].fingerprint, "reason": "口径不同"}
    answer = client.post(action + query, posted)
    assert answer.headers["Location"] == f"{reverse('checkup', args=[checked.pk])}{query}#n2"
    assert page(client, checked, query).count("您已报误报") == 1
    assert "您已报误报" not in page(client, checked, "?rule=T02")


def test_what_is_kept_stays_filtered(world, as_user, checked):
    answer = as_user(world.filler).post(reverse("checkup-keep", args=[checked.pk]) + "?rule=T01")
    assert answer.headers["Location"] == reverse("checkup", args=[checked.pk]) + "?rule=T01"


def test_many_places_are_folded(world, as_user, checked):
    shown = page(as_user(world.filler), checked)
    assert "另有 3 处" in shown
    assert shown.count("<q>1462人</q>") == 10
