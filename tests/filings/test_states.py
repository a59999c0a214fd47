"""流转: every step from every state by every role, against the table written out here."""

import pytest

from accounts.models import Role
from filings.models import OPEN_STATES, State
from filings.states import PAIRS, TRANSITIONS, allowed, transition

EXPECTED = {
    ("draft", "filler"): ["hand_over"],
    ("returned", "filler"): ["hand_over"],
    ("awaiting", "filler"): ["take_back"],
    ("awaiting", "head"): ["take_back", "send_back", "confirm"],
    ("confirmed", "filler"): ["take_back", "submit"],
    ("confirmed", "head"): ["take_back", "submit"],
    ("submitted", "filler"): ["withdraw"],
    ("submitted", "head"): ["withdraw"],
    ("submitted", "reviewer"): ["start_review"],
    ("reviewing", "reviewer"): ["return_", "approve"],
}


@pytest.mark.parametrize("state", State.values)
def test_allowed_steps(town, state):
    filing = town.draft()
    filing.state = state
    for role in (Role.FILLER, Role.HEAD, Role.REVIEWER, Role.ADMIN):
        user = getattr(town, role.value)
        assert [step.name for step in allowed(filing, user)] == EXPECTED.get((state, role.value), []), role


def test_nobody_of_another_unit(town):
    from tests.factories import MembershipFactory

    stranger = MembershipFactory().user
    filing = town.draft()
    assert allowed(filing, stranger) == []


def test_take_back_lands_where_the_filing_was_open(town):
    filing = town.draft()
    assert transition("take_back").lands(filing) == State.DRAFT
    filing.returned_round = 1
    assert transition("take_back").lands(filing) == State.RETURNED


def test_pairs_reach_every_state_and_leave_approved_alone():
    assert {b for _, b in PAIRS} == set(State)
    assert all(a != State.APPROVED for a, _ in PAIRS)
    assert all(step.targets == OPEN_STATES for step in TRANSITIONS if step.target is None)
    with pytest.raises(KeyError):
        transition("unknown")
