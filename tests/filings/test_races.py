"""并发: a save that meets the hand-over is either in what the head sees or refused, never in between."""

import pytest

from factbook.changes import ChangeSet, Conflict, FactsLocked
from factbook.models import FactChange
from filings.actions.move import hand_over
from filings.models import Filing
from tests.factories import SubjectFactory
from tests.filings.samples import NOW, SMALL, trail

pytestmark = [pytest.mark.both, pytest.mark.concurrency]
CASES = 6


def write(filings, user):
    """Save without a pause until every filing is locked; returns the last version that was accepted of each."""
    from accounts.models import User
    from blueprints.load import load_text
    from factbook.apply import apply
    from projects.models import Subject

    blueprint, by, accepted = load_text(SMALL, name="small"), User.objects.get(pk=user), {}
    for pk in filings:
        subject = Filing.objects.get(pk=pk).subject
        for number in range(10_000):
            base = Subject.objects.get(pk=subject.pk).version
            posted = {"text.goal": f"第{number}稿。"}
            try:
                accepted[pk] = apply(
                    subject=subject,
                    changes=ChangeSet(blueprint.id, "goals", base, posted),
                    blueprint=blueprint,
                    by=by,
                    now=NOW,
                )
            except (FactsLocked, Conflict):
                break
    return accepted


def hand(filings, user):
    """Hand each over after some of the other process's saves."""
    import time

    from accounts.models import User

    for pk in filings:
        time.sleep(0.15)
        hand_over(filing=Filing.objects.get(pk=pk), by=User.objects.get(pk=user), now=NOW)
    return {}


def test_a_save_never_slips_in_behind_the_hand_over(processes, transactional_db, town):
    filings = [town.filled(subject=SubjectFactory(project__department=town.unit)).pk for _ in range(CASES)]
    accepted, _ = run_both(processes, filings, town.filler.pk)
    for event in trail("filing.hand_over"):
        filing = Filing.objects.get(pk=int(event.target.split(":")[1]))
        last = FactChange.objects.filter(subject=filing.subject_id).order_by("version").last().version
        assert last == event.detail["facts_version"] == accepted[filing.pk]
        assert last > 1  # the race took place
    assert Filing.objects.filter(state="awaiting").count() == CASES


def run_both(processes, filings, user):
    return processes(dispatch, [("write", filings, user), ("hand", filings, user)])


def dispatch(what, filings, user):
    return {"write": write, "hand": hand}[what](filings, user)
