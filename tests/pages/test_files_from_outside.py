"""来件的门: every page that takes a file refuses a hostile one in the same words, and never reads one itself."""

from __future__ import annotations

import html

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from checkups.examining import STOPPED
from checkups.models import Checkup
from documents.readers import confine
from filings.models import IntakeFile
from tests.documents.corpus.build import xlsx
from tests.documents.corpus.hostile import HOSTILE

BY_NAME = {str(case): case for case in HOSTILE}


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


class Doors:
    """各个页面 that take a file; each hands one in, lets the worker do its part and gives back what is shown."""

    def __init__(self, world, filing, as_user, capture):
        self._clients = {name: as_user(world.users[name]) for name in ("filler", "admin")}
        self._world, self._filing, self._capture = world, filing, capture

    def _sent(self, who, url, file, **fields):
        client = self._clients[who]
        with self._capture(execute=True):
            answer = client.post(url, {"file": file, **fields})
        return html.unescape(
            (client.get(answer.url, follow=True) if answer.status_code == 302 else answer).content.decode()
        )

    def checkup(self, file):
        return self._sent("filler", reverse("checkups"), file)

    def intake(self, file):
        return self._sent("filler", reverse("intake", args=[self._filing.pk]), file, origin="filled")

    def imports(self, file):
        return self._sent("admin", reverse("imports"), file, locality=self._world.locality.pk)


ALL = ("checkup", "intake", "imports")


@pytest.fixture
def doors(world, filing, as_user, django_capture_on_commit_callbacks):
    return Doors(world, filing, as_user, django_capture_on_commit_callbacks)


TOLD = {
    "旧版改名：xls 改 xlsx": "这是旧版.xls或加了密码的文件",
    "网页表格改名：原样的 CSV": "这是 .csv 文件",
    "宏：表里的 vbaProject": "文件带有宏，请另存为不含宏的文件后再上传。",
    "压缩炸弹：工作表50MB的空格": "文件的压缩比异常，疑似压缩炸弹",
    "外链：DDE 公式": "动态数据交换（DDE）",
}


@pytest.mark.parametrize("door", ALL)
def test_a_hostile_file_is_refused_in_the_same_words_everywhere(doors, door):
    for name, words in TOLD.items():
        case = BY_NAME[name]
        assert words in getattr(doors, door)(SimpleUploadedFile(case.file, case.build())), name


SPENT = "import sys; sys.path.insert(0, sys.argv[1]); from documents.readers import confine; confine.limits.CPU_SECONDS = 1; confine.serve(lambda: {{'blocks': {}}})"
ATTACKS = {
    "eats memory": SPENT.format("'x' * 10**9"),
    "spins": SPENT.format("sum(iter(int, 1))"),
    "starts others": (
        "import subprocess, sys; subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(99)'])"
    ),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_child_gone_wild_is_stopped_and_the_page_says_so(doors, monkeypatch, attack):
    monkeypatch.setattr(confine, "BOOT", ATTACKS[attack])
    monkeypatch.setattr(confine.limits, "CHECKING_WALL_SECONDS", 1 if attack == "starts others" else 60)
    assert STOPPED in doors.checkup(SimpleUploadedFile("a.xlsx", xlsx()))
    assert Checkup.objects.get().state == Checkup.State.REFUSED


def test_the_same_file_with_an_honest_child_is_read(doors):
    """Negative control of the above."""
    assert STOPPED not in doors.checkup(SimpleUploadedFile("a.xlsx", xlsx()))
    assert Checkup.objects.get().state == Checkup.State.DONE


def test_no_page_reads_a_report_itself(world, filing, as_user, monkeypatch):
    """The request only keeps the file; the child is started by the worker, after the answer."""
    monkeypatch.setattr(confine.subprocess, "Popen", lambda *args, **words: pytest.fail("read in the request"))
    client = as_user(world.filler)
    for url, fields in ((reverse("checkups"), {}), (reverse("intake", args=[filing.pk]), {"origin": "filled"})):
        answer = client.post(url, {"file": SimpleUploadedFile("a.xlsx", xlsx()), **fields})
        assert answer.status_code == 302
    assert Checkup.objects.get().state == Checkup.State.WAITING
    assert IntakeFile.objects.get().state == IntakeFile.State.QUEUED
