"""报送: the snapshot says everything, and only what was confirmed goes out."""

from decimal import Decimal

import pytest

from crosschecks.finding import Severity
from filings import jobs
from filings.actions.submit import submit
from filings.actions.waive import explain
from filings.digests import digest_of_facts, digest_of_snapshot
from filings.models import Filing, Snapshot, State
from filings.refused import Refused
from filings.snapshot import blueprint_of, book_of, findings_of, sheet_of
from tests.filings.samples import NOW, OTHER, SMALL, finding, later


@pytest.fixture
def queued(monkeypatch, django_capture_on_commit_callbacks):
    calls = []
    monkeypatch.setattr(jobs, "enqueue", lambda name, *args: calls.append((name, *args)))
    return calls


def test_submit_freezes_everything(town, findings, queued, django_capture_on_commit_callbacks):
    filing = town.filled()
    findings.append(finding(Severity.WARNING))
    explain(filing=filing, fingerprint=findings[0].fingerprint, reason="年中追加", by=town.filler, now=NOW)
    from filings.actions.confirm import confirm
    from filings.actions.move import hand_over

    hand_over(filing=filing, by=town.filler, now=NOW)
    confirm(filing=filing, by=town.head, now=NOW)
    live = book_of(filing)
    with django_capture_on_commit_callbacks(execute=True):
        snapshot = submit(filing=filing, by=town.filler, now=later(days=1))
    assert queued == [("render_snapshot", snapshot.pk)]
    assert (filing.state, filing.round, Filing.objects.get().round) == (State.SUBMITTED, 1, 1)
    stored = Snapshot.objects.get()
    assert stored.digest == digest_of_snapshot(stored.payload, SMALL) == snapshot.digest
    assert (stored.blueprint_text, stored.facts_version, stored.at) == (SMALL, 1, later(days=1))
    assert (stored.total_self, stored.total_computed, stored.grade) == (Decimal("94.5"), Decimal("94.5"), "优")
    assert stored.payload["waivers"][0]["reason"] == "年中追加"
    assert stored.payload["signoff"]["facts_digest"] == digest_of_facts(live)
    assert book_of(filing) == live
    assert findings_of(filing) == tuple(findings)
    assert sheet_of(filing).line("execution").award.because.inputs
    assert blueprint_of(filing).text == SMALL


def test_submitted_is_drawn_from_the_snapshot_only(town):
    filing = town.submitted()
    other = town.draft(form=OTHER)  # a second form keeps the subject's facts open
    town.write(other, {"text.goal": "报送以后改的。"})
    assert book_of(filing).raw("text.goal") == "全年办理业务不少于一万件。"
    assert book_of(other).raw("text.goal") == "报送以后改的。"
    for state in (State.REVIEWING, State.APPROVED):
        filing.state = state
        assert book_of(filing).raw("text.goal") == "全年办理业务不少于一万件。"
    filing.round = 2
    with pytest.raises(Snapshot.DoesNotExist):
        book_of(filing)


def test_facts_changed_after_confirmation(town):
    filing = town.confirmed()
    other = town.draft(form=OTHER)
    town.write(other, {"text.goal": "确认以后改的。"})
    with pytest.raises(Refused, match="确认后数据有变动"):
        submit(filing=filing, by=town.filler, now=NOW)
    assert Snapshot.objects.count() == 0
    town.write(other, {"text.goal": "全年办理业务不少于一万件。"})
    submit(filing=filing, by=town.filler, now=NOW)


def test_control_without_the_digest_changed_facts_go_out(town, monkeypatch):
    filing = town.confirmed()
    other = town.draft(form=OTHER)
    town.write(other, {"text.goal": "确认以后改的。"})
    monkeypatch.setattr("filings.actions.submit.digest_of_facts", lambda book: filing.signoffs.get().facts_digest)
    submit(filing=filing, by=town.filler, now=NOW)
    assert book_of(filing).raw("text.goal") == "确认以后改的。"


def test_renamed_masters_count_as_a_change(town):
    filing = town.confirmed()
    town.unit.name = "改名以后的服务中心"
    town.unit.save()
    with pytest.raises(Refused, match="主数据有调整"):
        submit(filing=filing, by=town.filler, now=NOW)


def test_new_findings_stop(town, findings):
    filing = town.confirmed()
    findings.append(finding())
    with pytest.raises(Refused, match="暂不能报送"):
        submit(filing=filing, by=town.filler, now=NOW)


def test_without_any_signature(town):
    filing = town.confirmed()
    filing.round = 1  # as if another round were being prepared
    with pytest.raises(Refused, match="没有负责人确认记录"):
        submit(filing=filing, by=town.filler, now=NOW)
