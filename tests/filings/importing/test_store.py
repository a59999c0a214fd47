"""导入文件的存放: out of reach, for a while, one at a time."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django_q.models import Schedule

from documents.readers import limits
from filings import storage, tasks
from filings.importing import store
from filings.models import IntakeFile
from filings.refused import Refused
from intake.proposal import Origin
from tests.filings.importing.handing import hand_in, word
from tests.filings.samples import NOW


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def files(media):
    return [path for path in media.rglob("*") if path.is_file()]


def keep(town, filing, name="自评表.docx", data=None):
    told = {"filing": filing, "origin": Origin.FILLED, "by": town.filler, "now": NOW}
    return store.keep_file(name=name, chunks=[word() if data is None else data], **told)


def test_the_name_on_the_disk_tells_nothing_and_is_asked_for_later(town, media, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as waiting:
        row = keep(town, town.draft(), name="张三的自评表.docx")
    (file,) = files(media)
    assert file == storage.root() / row.path
    assert "张三" not in file.name
    assert file.stem.isalnum()
    assert len(file.stem) == 32
    assert "/" not in row.name
    assert len(waiting) == 1
    due = Schedule.objects.get(name=f"drop_intake:{row.pk}")
    assert due.next_run == NOW + timedelta(days=7)


def test_the_next_file_takes_the_place_of_the_last(town, media, django_capture_on_commit_callbacks):
    filing = town.draft()
    with django_capture_on_commit_callbacks(execute=False) as waiting:
        first = keep(town, filing)
        second = keep(town, filing)
    for call in waiting[1:-1]:
        call()
    assert [row.pk for row in IntakeFile.objects.all()] == [second.pk]
    assert files(media) == [storage.root() / second.path]
    assert not Schedule.objects.filter(name=f"drop_intake:{first.pk}").exists()


def test_out_of_date_it_goes_with_its_file(town, media, django_capture_on_commit_callbacks):
    row = keep(town, town.draft())
    with django_capture_on_commit_callbacks(execute=True):
        tasks.drop_intake(row.pk)
        tasks.drop_intake(row.pk)  # delivered twice
    assert files(media) == []
    assert not IntakeFile.objects.exists()
    assert not Schedule.objects.filter(name__startswith="drop_intake").exists()


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("表.pdf", b"%PDF-1.7", "PDF"),
        ("表.doc", b"\xd0\xcf\x11\xe0", "旧版"),
        ("表.docx", b"", "空的"),
        ("表.docx", b"\x89PNG\r\n", "PNG"),
        ("表.docx", b"0" * (limits.LARGEST_FILE + 1), "超过 10 MB"),
    ],
)
def test_what_is_plainly_no_such_file_is_refused_at_once_and_leaves_nothing(town, media, name, data, why):
    with pytest.raises(Refused, match=why):
        keep(town, town.draft(), name=name, data=data)
    assert files(media) == []
    assert not IntakeFile.objects.exists()


def test_a_file_that_has_been_read_is_gone(town, media):
    row = hand_in(town, town.draft())
    assert row.state == IntakeFile.State.READY
    assert files(media) == []
