"""还没有填的: the clerk before handing over and the head before confirming are told what nobody has filled in; nothing is stopped."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from factbook.changes import RowPlan
from filings.actions.move import hand_over
from filings.models import State
from tests.filings.samples import FACTS, NOW, SMALL, Town

WORDS = "还有要填的没有填"


@pytest.fixture
def town(db):
    made = Town()
    made.text = SMALL.replace(
        "  - {field: name, label: 三级指标, required: true}", "  - {field: name, label: 三级指标}"
    )
    return made


def page(user, name, filing):
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client.get(reverse(name, args=[filing.pk])).content.decode()


def test_the_clerk_and_the_head_are_told(town):
    filing = town.filled(facts={key: text for key, text in FACTS.items() if key != "text.result"})
    shown = page(town.filler, "check", filing)
    assert WORDS in shown
    assert "还差 1 项" in shown
    assert reverse("section", args=[filing.pk, "goals"]) in shown
    hand_over(filing=filing, by=town.filler, now=NOW)
    assert filing.state == State.AWAITING
    assert WORDS in page(town.head, "confirm", filing)


def test_nobody_is_told_when_all_is_there(town):
    filing = town.draft()
    town.write(filing)
    row = {f"indicators.a0000001.{word}": "5" for word in ("name", "target", "actual")}
    town.write(filing, row, section="indicators", rows=(RowPlan("indicators", (), ("a0000001",)),))
    assert WORDS not in page(town.filler, "check", filing)
