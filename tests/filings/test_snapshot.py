"""快照的读取: live while open, from the snapshot once submitted, the same case either way."""

from filings.models import Snapshot
from filings.snapshot import book_of, case_in, case_of, findings_of, is_frozen, latest, of_round, sheet_of
from tests.filings.samples import finding


def test_live_and_frozen_say_the_same(town, findings):
    filing = town.confirmed()
    live = case_of(filing)
    assert not is_frozen(filing)
    assert (sheet_of(filing), book_of(filing), latest(filing)) == (live.sheet, live.book, None)
    from filings.actions.submit import submit
    from tests.filings.samples import NOW

    snapshot = submit(filing=filing, by=town.filler, now=NOW)
    findings.append(finding())  # what the checks would say today is not what was submitted
    assert is_frozen(filing)
    assert case_of(filing) == live == case_in(Snapshot.objects.get())
    assert findings_of(filing) == ()
    assert latest(filing) == of_round(filing, 1) == snapshot
    assert of_round(filing, 2) is None


def test_reading_costs_the_same_for_few_and_many_facts(town, count_queries):
    filing = town.draft()
    town.write(filing, {"text.goal": "甲"})
    one = count_queries(lambda: case_of(filing))
    town.write(filing)
    assert count_queries(lambda: case_of(filing)) == one <= 9
