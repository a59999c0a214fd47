"""负责人确认: by a second person, for the very facts."""

import pytest

from accounts.models import Membership, Role
from filings.actions.confirm import confirm
from filings.actions.move import hand_over, take_back, withdraw
from filings.actions.submit import submit
from filings.digests import digest_of_facts
from filings.models import SignOff, State
from filings.refused import Refused
from filings.snapshot import book_of
from tests.factories import member
from tests.filings.samples import NOW


def also(user, town, role):
    Membership.objects.create(user=user, department=town.unit, role=role)


def test_confirm_signs_for_the_facts(town):
    filing = town.handed()
    signoff = confirm(filing=filing, by=town.head, now=NOW)
    assert filing.state == State.CONFIRMED
    assert (signoff.round, signoff.by, signoff.facts_digest) == (1, town.head, digest_of_facts(book_of(filing)))


def test_not_by_who_handed_over(town):
    also(town.head, town, Role.FILLER)
    filing = town.filled()
    hand_over(filing=filing, by=town.head, now=NOW)
    with pytest.raises(Refused, match="由您本人送交确认"):
        confirm(filing=filing, by=town.head, now=NOW)
    assert SignOff.objects.count() == 0


def test_not_by_who_wrote_facts(town):
    filing = town.draft()
    town.write(filing)
    town.write(filing, {"text.goal": "负责人自己改的。"}, by=town.head)
    hand_over(filing=filing, by=town.filler, now=NOW)
    with pytest.raises(Refused, match="您本人于 2025年03月05日 修改过"):
        confirm(filing=filing, by=town.head, now=NOW)
    confirm(filing=filing, by=member(town.unit, Role.HEAD), now=NOW)


def test_a_withdrawn_round_counts_as_the_same(town):
    filing = town.filled()
    second = member(town.unit, Role.HEAD)
    town.write(filing, {"text.goal": "改。"}, by=town.head)
    hand_over(filing=filing, by=town.filler, now=NOW)
    confirm(filing=filing, by=second, now=NOW)
    submit(filing=filing, by=town.filler, now=NOW)
    withdraw(filing=filing, by=town.filler, now=NOW)
    hand_over(filing=filing, by=town.filler, now=NOW)
    with pytest.raises(Refused, match="您本人"):
        confirm(filing=filing, by=town.head, now=NOW)


def test_control_without_the_rule_one_person_suffices(town, monkeypatch):
    also(town.filler, town, Role.HEAD)
    filing = town.handed()
    monkeypatch.setattr("filings.actions.confirm.require_second_person", lambda filing, by: None)
    confirm(filing=filing, by=town.filler, now=NOW)
    assert filing.state == State.CONFIRMED


def test_take_back_after_confirmation_needs_a_new_one(town):
    filing = town.confirmed()
    take_back(filing=filing, by=town.filler, now=NOW)
    assert filing.state == State.DRAFT
    with pytest.raises(Refused, match="现为“填报中”"):
        submit(filing=filing, by=town.filler, now=NOW)
