"""规则页与审计记录页: a rule that was set is shown with who set it; the trail speaks in words and is asked in words."""

from __future__ import annotations

import re

from django.urls import reverse
from django.utils import timezone

from accounts.trail_words import detail_words
from audit.actions import record
from filings.actions.feedback import report_false_alarm


def rules_of(html):
    return re.findall(r'<tr id="rule-(\w+)"', html)


def test_a_rule_that_was_turned_down_is_shown_among_the_first_and_led_back_to(world, as_user):
    admin = world.users["admin"]
    client = as_user(admin)
    before = rules_of(client.get(reverse("rules")).content.decode())
    assert before.index("T01") > 1
    report_false_alarm(
        rule="U02",
        fingerprint="f",
        message="缺单位",
        reason="表头有",
        locality=world.locality,
        by=world.filler,
        now=timezone.now(),
    )
    posted = {"locality": world.locality.pk, "rule": "T01", "level": "hint", "reason": "口径不同"}
    answer = client.post(reverse("rule-level"), posted)
    assert answer.headers["Location"] == f"{reverse('rules')}?locality={world.locality.pk}#rule-T01"
    shown = client.get(reverse("rules")).content.decode()
    assert rules_of(shown)[:2] == ["U02", "T01"]
    assert shown.count("已调整</span>") == 1


def test_a_refused_level_stays_in_its_locality(world, as_user):
    posted = {"locality": world.locality.pk, "rule": "T01", "level": "hint", "reason": ""}
    answer = as_user(world.users["admin"]).post(reverse("rule-level"), posted, follow=True)
    assert answer.redirect_chain[-1][0] == f"{reverse('rules')}?locality={world.locality.pk}"
    assert "须写明理由" in answer.content.decode()


def test_the_trail_is_told_and_asked_in_words(world, as_user):
    admin, now = world.users["admin"], timezone.now()
    for number in (1, 12):
        detail = {"reason": f"理由{number}", "note": "", "unknown": "x"}
        record(action="filing.waive", by=admin, now=now, target=f"filing:{number}", unit=world.unit.name, detail=detail)
    client = as_user(admin)

    def reasons(asked):
        return re.findall(r"理由：(理由\d+)", client.get(reverse("trail"), {"target": asked}).content.decode())

    shown = client.get(reverse("trail")).content.decode()
    assert "填报 12" in shown
    assert "附言" not in shown
    assert "unknown：x" in shown
    assert reasons("填报 1") == ["理由1"]
    assert reasons("filing:12") == ["理由12"]
    assert sorted(reasons("填报")) == ["理由1", "理由12"]
    assert reasons("规则") == []


def test_values_are_words_and_of_digests_the_beginning_is_told():
    detail = {"origin": "last_year", "digest": "a" * 64, "to": "returned", "text": "self", "total": None}
    assert detail_words(detail) == "来源：上年；摘要：aaaaaaaaaaaa…；到：已退回待修改；文字：self"
