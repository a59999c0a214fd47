"""成品文件: stored once per snapshot, drafts marked, damage told."""

import io
import zipfile

import pytest

from audit.models import AuditEvent
from filings import storage
from filings.documents import FORMATS, document_bytes, document_name, render_all
from filings.models import Snapshot, StoredDocument
from filings.refused import Refused
from tests.documents.reading import text_of
from tests.filings.samples import FACTS, NOW, later


def test_a_draft_is_drawn_anew_and_marked(town, plain_files):
    filing = town.filled()
    first = document_bytes(filing, "pdf", now=NOW)
    assert "草稿".encode() in first
    assert document_bytes(filing, "pdf", now=later(hours=1)) != first
    assert not StoredDocument.objects.exists()


def test_a_submission_is_rendered_once(town, plain_files, media_root):
    filing = town.submitted()
    first = document_bytes(filing, "docx", now=NOW)
    assert "草稿".encode() not in first
    assert document_bytes(filing, "docx", now=later(days=1)) == first
    stored = StoredDocument.objects.get()
    assert (media_root / stored.path).read_bytes() == first
    rows = render_all(Snapshot.objects.get(), now=NOW)
    assert [row.format for row in rows] == list(FORMATS)
    assert StoredDocument.objects.count() == 3


def test_a_changed_file_is_refused_and_told(town, plain_files, media_root):
    filing = town.submitted()
    document_bytes(filing, "docx", now=NOW)
    stored = StoredDocument.objects.get()
    (media_root / stored.path).write_bytes(b"forged")
    with pytest.raises(Refused, match=r"不能提供.*从备份恢复"):
        document_bytes(filing, "docx", now=NOW, by=town.reviewer)
    event = AuditEvent.objects.get(action="document.damaged")
    assert (event.actor, event.target, event.detail["digest"]) == (town.reviewer.username, filing.target, stored.digest)
    assert (media_root / stored.path).read_bytes() == b"forged"


def test_control_without_the_check_the_forged_file_is_served(town, plain_files, media_root, monkeypatch):
    filing = town.submitted()
    document_bytes(filing, "docx", now=NOW)
    path = media_root / StoredDocument.objects.get().path
    path.write_bytes(b"forged")
    monkeypatch.setattr(storage, "read", lambda path, digest: (storage.root() / path).read_bytes())
    assert document_bytes(filing, "docx", now=NOW) == b"forged"


def test_the_name_says_year_unit_project_and_form(town):
    filing = town.draft()
    name = document_name(filing, "docx")
    assert name == f"2024年 {town.unit.name} {town.project.name} 项目自评表.docx"
    town.project.name = "长" * 190
    filing.subject.project = town.project
    assert len(document_name(filing, "xlsx").encode()) <= 200
    assert document_name(filing, "xlsx").endswith(".xlsx")


def test_real_writers_repeat_themselves(town):
    filing = town.submitted()
    first = document_bytes(filing, "docx", now=NOW)
    assert zipfile.ZipFile(io.BytesIO(first)).testzip() is None
    from filings.documents import render, snapshot_tree

    assert render(snapshot_tree(Snapshot.objects.get()), "docx") == first
    assert document_bytes(filing, "xlsx", now=NOW)[:2] == b"PK"
    assert document_bytes(filing, "pdf", now=NOW)[:5] == b"%PDF-"
    with pytest.raises(KeyError):
        document_bytes(filing, "exe", now=NOW)


def test_a_bound_figure_is_the_same_on_every_paper(town):
    filing = town.submitted(facts=FACTS | {"text.goal": "全年支出{{总额·执行数}}万元，占比见表。"})
    for format in FORMATS:  # noqa: A001 - the word
        text = text_of(format, document_bytes(filing, format, now=NOW))
        assert "全年支出95.00万元，占比见表。" in text, format
        assert "{{" not in text
