"""两种成品的页面: who may open and download which paper, and how the pages tell them apart."""

from __future__ import annotations

from decimal import Decimal
from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Role
from audit.models import AuditEvent
from reviews.actions.decide import approve
from reviews.actions.score import score
from tests.documents.reading import text_of
from tests.factories import DepartmentFactory, member
from tests.filings.samples import NOW, REVIEWED, SMALL

INSIDE = ("filler", "head", "reviewer", "admin")
WORDS = "一处未验收"


@pytest.fixture
def reviewing(town):
    town.text = REVIEWED
    filing = town.reviewing()
    score(filing=filing, key="quality", points=Decimal("80.5"), reason=WORDS, by=town.reviewer, now=NOW)
    return filing


@pytest.fixture
def approved(town, reviewing):
    approve(filing=reviewing, by=town.reviewer, now=NOW)
    return reviewing


def get(user, name, filing, *more, edition=""):
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client.get(reverse(name, args=[filing.pk, *more]), {"edition": edition} if edition else {})


@pytest.mark.parametrize("who", INSIDE)
@pytest.mark.parametrize(("edition", "final"), [("", True), ("final", True), ("submitted", False)])
def test_everybody_concerned_has_both(approved, town, who, edition, final):
    answer = get(getattr(town, who), "download", approved, "docx", edition=edition)
    assert (WORDS in text_of("docx", answer.content)) is final
    assert ("审定稿" in unquote(answer["Content-Disposition"])) is final
    assert AuditEvent.objects.get(action="download").detail["edition"] == ("final" if final else "submitted")
    assert (WORDS in get(getattr(town, who), "preview", approved, edition=edition).content.decode()) is final


def test_a_stranger_has_neither(approved, town):
    stranger = member(DepartmentFactory(locality=town.locality), Role.FILLER)
    assert [get(stranger, "download", approved, "docx", edition=e).status_code for e in ("final", "submitted")] == [
        404
    ] * 2
    assert get(stranger, "preview", approved, edition="final").status_code == 404


@pytest.mark.parametrize("who", INSIDE)
def test_nobody_sees_it_before_the_approval(reviewing, town, who):
    user = getattr(town, who)
    assert get(user, "download", reviewing, "docx", edition="final").status_code == 404
    assert get(user, "preview", reviewing, edition="final").status_code == 404
    assert WORDS not in get(user, "preview", reviewing).content.decode()
    assert "审定稿" not in get(user, "filing", reviewing).content.decode()


@pytest.mark.parametrize(("text", "told"), [(REVIEWED, True), (SMALL, False)])
def test_who_approves_is_told_what_will_be_printed(town, text, told):
    town.text = text
    assert ("通过后生成审定稿" in get(town.reviewer, "review-approve", town.reviewing()).content.decode()) is told


def test_the_pages_name_both(approved, town):
    page = get(town.filler, "filing", approved).content.decode()
    for words in ("审定稿", "报送稿", "第 1 轮报送时的原样", "?edition=final", "?edition=submitted"):
        assert words in page, words
    assert "财政复核（优）" in page
    page = get(town.reviewer, "review", approved).content.decode()
    assert "成品（审定稿）" in page
    assert "单独打开报送稿" in page


def test_a_form_without_such_places_has_one_paper_without_a_name(town):
    town.text = SMALL
    filing = town.reviewing()
    approve(filing=filing, by=town.reviewer, now=NOW)
    for name, user in (("filing", town.filler), ("review", town.reviewer)):
        page = get(user, name, filing).content.decode()
        assert not any(word in page for word in ("审定稿", "报送稿", "?edition="))
    assert get(town.filler, "download", filing, "docx", edition="final").status_code == 404


def test_an_unknown_edition_is_no_address(approved, town):
    assert get(town.filler, "download", approved, "docx", edition="secret").status_code == 404
