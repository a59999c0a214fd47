"""误报与规则级别的动作: counted once per person, with words; turned down by the locality's own administrators only."""

from __future__ import annotations

import pytest
from django.utils import timezone

from audit.models import AuditEvent
from filings.actions.feedback import report_false_alarm, set_level
from filings.models import FalseAlarm, RuleLevel
from filings.refused import Refused
from tests.pages import world as worlds

SAID = {"rule": "U05", "fingerprint": "f" * 64, "message": "人数不一致"}


@pytest.fixture
def world(db):
    return worlds.build()


def alarm(world, reason="口径不同", by=None, **said):
    who = {"locality": world.locality, "by": by or world.filler, "now": timezone.now()}
    return report_false_alarm(**{**SAID, **said}, reason=reason, **who)


@pytest.mark.both
def test_said_twice_by_one_it_counts_once(world):
    alarm(world)
    alarm(world, reason="一个是累计数")
    alarm(world, by=world.head)
    assert sorted(FalseAlarm.objects.values_list("by__username", "reason")) == sorted(
        [(world.filler.username, "一个是累计数"), (world.head.username, "口径不同")]
    )
    assert AuditEvent.objects.filter(action="rule.false_alarm").count() == 3


@pytest.mark.parametrize("said", [{"reason": "  "}, {"rule": "X99"}])
def test_without_a_reason_or_a_rule_nothing_is_kept(world, said):
    with pytest.raises(Refused):
        alarm(world, **said)
    assert FalseAlarm.objects.count() == 0


def level(world, value, reason="太吵", by=None, rule="U05"):
    who = {"locality": world.locality, "by": by or world.admin, "now": timezone.now()}
    set_level(rule=rule, level=value, reason=reason, **who)


@pytest.mark.both
def test_down_off_and_up_again(world):
    level(world, "hint")
    level(world, "off")
    assert list(RuleLevel.objects.values_list("rule", "level")) == [("U05", "off")]
    level(world, "as-is", reason="")
    assert RuleLevel.objects.count() == 0
    assert AuditEvent.objects.filter(action="rule.level").count() == 3


@pytest.mark.parametrize("wrong", [{"value": "loud"}, {"value": "off", "reason": ""}, {"value": "off", "rule": "X99"}])
def test_refused_in_words(world, wrong):
    with pytest.raises(Refused):
        level(world, **wrong)
    assert RuleLevel.objects.count() == 0


def test_nobody_else_sets_levels(world):
    for by in (world.filler, world.reviewer):
        with pytest.raises(Refused, match="管理员"):
            level(world, "off", by=by)
    assert RuleLevel.objects.count() == 0
