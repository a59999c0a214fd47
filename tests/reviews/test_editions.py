"""审定稿: after approval a form that prints the review has a second edition, drawn from the snapshot and the frozen decision."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction

from audit import ddl
from filings import triggers as filings_triggers
from filings.documents import FORMATS, document_bytes, document_name, ensure, render, render_all, snapshot_tree
from filings.editions import editions_of, reviewed
from filings.models import Edition, Snapshot, StoredDocument
from reviews import triggers as reviews_triggers
from reviews.actions.decide import approve, return_
from reviews.actions.score import adopt_all, score
from tests.documents.reading import text_of
from tests.filings.samples import NOW, REVIEWED, SMALL, later

BOTH = (Edition.FINAL, Edition.SUBMITTED)


@pytest.fixture
def reviewing(town):
    """Under review, one line re-scored."""
    town.text = REVIEWED
    filing = town.reviewing()
    score(filing=filing, key="quality", points=Decimal("80.5"), reason="一处未验收", by=town.reviewer, now=NOW)
    return filing


@pytest.fixture
def approved(town, reviewing):
    approve(filing=reviewing, reason="同意，请补验收单。", by=town.reviewer, now=later(days=2))
    return reviewing


def told(filing, edition, kind="docx"):
    return text_of(kind, document_bytes(filing, kind, now=NOW, edition=edition))


@pytest.mark.parametrize("kind", FORMATS)
def test_the_final_paper_carries_what_the_bureau_decided(approved, town, kind):
    text = told(approved, Edition.FINAL, kind)
    for words in ("80.5", "90", "优", "一处未验收", "同意，请补验收单。", f"审核人：{town.reviewer}", "2025年3月7日"):
        assert words in text, words


@pytest.mark.parametrize("kind", FORMATS)
def test_the_paper_as_submitted_stays_without_it(approved, kind):
    text = told(approved, Edition.SUBMITTED, kind)
    assert "财政复核" in text
    for words in ("80.5", "一处未验收", "同意，请补验收单。"):
        assert words not in text, words


def test_a_line_that_nobody_scored_again_counts_as_it_was_filed(approved):
    review = reviewed(Snapshot.objects.get())
    assert review.points == {"execution": Decimal("9.5"), "quality": Decimal("80.5")}
    assert sum(review.points.values()) == review.total == Decimal(90)


def test_a_score_taken_over_by_a_button_gives_no_reason(town, reviewing):
    adopt_all(filing=reviewing, source="self", by=town.reviewer, now=NOW)
    approve(filing=reviewing, by=town.reviewer, now=NOW)
    assert reviewed(Snapshot.objects.get()).reasons == {"quality": "一处未验收"}


def test_nothing_shows_before_the_approval(reviewing):
    snapshot = Snapshot.objects.get()
    assert editions_of(snapshot) == (Edition.SUBMITTED,)
    assert "80.5" not in told(reviewing, None)
    with pytest.raises(LookupError, match="没有审定稿"):
        ensure(snapshot, "docx", Edition.FINAL, now=NOW)


def test_a_return_makes_no_final_paper(town, reviewing):
    return_(filing=reviewing, reason="请补充", by=town.reviewer, now=NOW)
    assert editions_of(Snapshot.objects.get()) == (Edition.SUBMITTED,)


def test_the_snapshot_and_what_was_stored_of_it_stay(town, reviewing, media_root):
    before = {row.format: (row.digest, (media_root / row.path).read_bytes()) for row in _all_drawn(1)}
    payload = Snapshot.objects.get().payload
    approve(filing=reviewing, by=town.reviewer, now=NOW)
    after = {row.format: (row.digest, (media_root / row.path).read_bytes()) for row in _all_drawn(2)[3:]}
    assert after == before
    assert Snapshot.objects.get().payload == payload


def _all_drawn(editions):
    """Everything there is of the one snapshot, drawn; the final edition first."""
    rows = render_all(Snapshot.objects.get(), now=NOW)
    assert len(rows) == StoredDocument.objects.count() == 3 * editions
    return rows


def test_the_same_again_gives_the_same_bytes(approved):
    first = document_bytes(approved, "docx", now=NOW)
    assert render(snapshot_tree(Snapshot.objects.get(), Edition.FINAL), "docx") == first
    assert render(snapshot_tree(Snapshot.objects.get()), "docx") != first


def test_the_worker_draws_it_when_approved(town, reviewing, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        approve(filing=reviewing, by=town.reviewer, now=NOW)
    assert {(row.edition, row.format) for row in StoredDocument.objects.all()} == {
        (e, f) for e in BOTH for f in FORMATS
    }


def test_a_form_without_such_places_is_not_drawn_again(town, plain_files, django_capture_on_commit_callbacks):
    town.text = SMALL
    filing = town.reviewing()
    with django_capture_on_commit_callbacks(execute=True):
        approve(filing=filing, by=town.reviewer, now=NOW)
    assert editions_of(Snapshot.objects.get()) == (Edition.SUBMITTED,)
    assert not StoredDocument.objects.exists()


def test_the_name_tells_the_editions_apart(approved):
    plain, final = (document_name(approved, "pdf", edition) for edition in (Edition.SUBMITTED, Edition.FINAL))
    assert final == plain.replace(".pdf", " 审定稿.pdf")


def forge(snapshot):
    StoredDocument.objects.create(
        snapshot=snapshot, edition=Edition.FINAL, format="pdf", digest="0" * 64, path="forged", size=1, at=NOW
    )


@pytest.mark.both
def test_the_database_keeps_no_final_paper_of_what_was_not_approved(reviewing, town):
    with pytest.raises(DatabaseError, match="没有审核通过"), transaction.atomic():
        forge(Snapshot.objects.get())
    approve(filing=reviewing, by=town.reviewer, now=NOW)
    forge(Snapshot.objects.get())
    with pytest.raises(DatabaseError, match="只能新增"), transaction.atomic():
        StoredDocument.objects.update(edition=Edition.SUBMITTED)


@pytest.mark.both
def test_control_without_triggers_it_would(reviewing):
    ddl.remove(connection, (*reviews_triggers.TRIGGERS, *filings_triggers.TRIGGERS))
    forge(Snapshot.objects.get())
    assert StoredDocument.objects.update(edition=Edition.SUBMITTED) == 1
