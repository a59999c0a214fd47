"""快照的读取: live while open, from the snapshot once submitted, the same case either way."""

import pytest

from crosschecks.finding import Severity
from filings.actions.move import hand_over, withdraw
from filings.models import Snapshot
from filings.refused import Refused
from filings.snapshot import (
    as_read,
    book_of,
    case_in,
    case_of,
    findings_of,
    is_frozen,
    latest,
    live_case,
    of_round,
    sheet_of,
)
from tests.filings.samples import FACTS, NOW, finding


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


RATE = "支出{{总额·执行数}}万元。"


def test_checks_see_texts_as_they_are_printed(town, monkeypatch):
    seen = []
    monkeypatch.setattr("filings.snapshot.run", lambda blueprint, book, sheet, paper: seen.append(book) or ())
    filing = town.filled(facts=FACTS | {"text.goal": RATE})
    case = live_case(filing)
    assert seen[-1].raw("text.goal") == "支出95.00万元。"
    assert case.book.raw("text.goal") == RATE  # what was typed is what is kept
    assert as_read(case).book.raw("text.goal") == "支出95.00万元。"
    assert case.findings == ()


def test_a_text_that_quotes_what_is_not_there_stops_the_filing(town):
    filing = town.filled(facts=FACTS | {"text.goal": "代缴{{代缴人数}}人"})
    (finding,) = live_case(filing).findings
    assert (finding.rule, finding.severity) == ("B01", Severity.ERROR)
    with pytest.raises(Refused, match="代缴人数"):
        hand_over(filing=filing, by=town.filler, now=NOW)


def test_a_submitted_text_keeps_the_values_of_its_day(town):
    """The snapshot holds the facts, so the paper says what they were, whatever they become."""
    filing = town.submitted(facts=FACTS | {"text.goal": RATE})
    withdraw(filing=filing, by=town.filler, now=NOW)
    town.write(filing, {"funds.spent.all": "12"})
    filing.refresh_from_db()
    assert as_read(live_case(filing)).book.raw("text.goal") == "支出12.00万元。"
    assert as_read(case_in(latest(filing))).book.raw("text.goal") == "支出95.00万元。"
