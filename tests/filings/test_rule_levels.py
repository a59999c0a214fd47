"""规则级别的取用: down or off where the locality says so, never for what the form itself asks."""

from __future__ import annotations

import pytest
from django.utils import timezone

from crosschecks.finding import Finding, Place, Severity
from filings.models import RuleLevel
from filings.rule_levels import Levels, levels_for, levels_in
from tests.pages import world as worlds

FOUND = tuple(Finding(rule, Severity.ERROR, rule, "", (Place("", ""),)) for rule in ("T01", "T02", "U01"))
LEVELS = Levels(hints=frozenset({"T01"}), off=frozenset({"T02"}))


def told(findings):
    return [(each.rule, each.severity) for each in findings]


def test_applied():
    assert told(LEVELS.applied(FOUND)) == [("T01", Severity.HINT), ("U01", Severity.ERROR)]
    assert told(Levels().applied(FOUND)) == told(FOUND)


def test_what_the_form_asks_keeps_its_voice():
    assert told(LEVELS.applied(FOUND, own={"T01", "T02"})) == told(FOUND)


@pytest.mark.django_db
@pytest.mark.both
def test_a_rule_counts_as_turned_down_only_where_everybody_says_so(django_assert_num_queries):
    world, (elsewhere, _) = worlds.build(), worlds.faraway()
    here = {"locality": world.locality, "by": world.admin, "at": timezone.now(), "reason": "太吵"}
    RuleLevel.objects.create(rule="T01", level="hint", **here)
    RuleLevel.objects.create(rule="T02", level="off", **here)
    with django_assert_num_queries(1):
        assert levels_in({world.locality.pk}) == LEVELS
    assert levels_for(world.filler) == LEVELS
    assert levels_in({world.locality.pk, elsewhere.pk}) == Levels()
    with django_assert_num_queries(0):
        assert levels_in(set()) == Levels()
