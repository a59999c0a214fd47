"""来件的读取: what the child read comes back whole; a child that goes on too long is ended; the caller only waits."""

from __future__ import annotations

import os
import resource
import signal
import threading
import time
from pathlib import Path

import pytest

from documents.readers import child, confine, limits, parts
from documents.readers.paper import PaperCell, PaperTable, PaperText, Spot
from documents.readers.reading import read_paper
from documents.readers.refused import Refused
from documents.readers.wire import from_json, to_json
from tests.documents.corpus.build import chart_xml, docx, docx_parts, inline, p, packed, row, sheet_xml, tbl, xlsx


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "自评表.docx"
    path.write_bytes(docx(p("项目自评表") + tbl(["项目名称", "助餐"])))
    return path


def test_docx(paper):
    read = read_paper(paper)
    assert read.blocks == (
        PaperText("项目自评表", 0, Spot(1)),
        PaperTable(
            (1000, 1000),
            1,
            (PaperCell("项目名称", 0, 0, spot=Spot(0, "表1!A1")), PaperCell("助餐", 1, 0, spot=Spot(0, "表1!B1"))),
        ),
    )
    assert (read.name, read.notes) == ("自评表.docx", ())


def test_the_uploaded_name_counts_where_the_file_is_stored_under_another(paper, tmp_path):
    stored = paper.rename(tmp_path / "8f3a.upload")
    assert read_paper(stored, name="报告.DOCX").name == "报告.DOCX"
    with pytest.raises(Refused, match="只能读"):
        read_paper(stored)
    with pytest.raises(Refused, match="保留名称"):
        read_paper(stored, name="CON.docx")


def test_notes_come_back(tmp_path):
    path = tmp_path / "表.xlsx"
    path.write_bytes(xlsx(sheet_xml(row(1, '<c r="A1"><f>1+1</f></c>', inline("B1", "乙")))))
    (note,) = read_paper(path).notes
    assert "A1 是公式" in note


def test_a_paper_survives_the_wire(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(
        docx(
            p("甲") + tbl(["乙"]),
            more={"word/charts/chart1.xml": chart_xml("pieChart", ["丙"], ("丁", ["1"]), title="戊")},
        )
    )
    read = read_paper(path)
    assert len(read.blocks) == 3
    assert from_json(to_json(read), "a.docx") == read


def test_without_the_look_at_the_parts_the_entity_would_reach_the_parser(tmp_path, monkeypatch):
    """Negative control: only `check_parts` stands before the parser."""
    entity = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'
    path = tmp_path / "a.docx"
    path.write_bytes(packed({**docx_parts(), "word/document.xml": entity}))
    with pytest.raises(Refused, match="DTD"):
        child.read(str(path), ".docx")
    monkeypatch.setattr(child, "check_parts", lambda path: None)
    assert child.read(str(path), ".docx") == {"blocks": [], "notes": [], "lined": False}


def test_a_child_that_takes_too_long_is_ended(paper, monkeypatch):
    monkeypatch.setattr(confine, "BOOT", "import time; time.sleep(30)")
    with pytest.raises(Refused, match=r"超时（0\.5 秒）"):
        read_paper(paper, seconds=0.5)
    monkeypatch.setattr(limits, "WALL_SECONDS", 1)
    with pytest.raises(Refused, match="超时（1 秒）"):
        read_paper(paper)


HANG = """
import sys; sys.path.insert(0, sys.argv[1])
from documents.readers import confine
def work():
    import openpyxl
    return {{"rows": openpyxl.load_workbook({path!r}).active.max_row}}
confine.serve(work)
"""


def test_a_file_made_to_hang_costs_no_more_than_the_wall(tmp_path, monkeypatch):
    """A:XFD merged over 10,000 rows: openpyxl's ordinary reading would go on for minutes, and only the wall stands in its way."""
    merged = sheet_xml(row(1, inline("A1", "x")), after='<mergeCells><mergeCell ref="A1:XFD10000"/></mergeCells>')
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx(merged))
    with pytest.raises(Refused, match="A1:XFD10000 大得异常"):
        read_paper(path)
    monkeypatch.setattr(confine, "BOOT", HANG.format(path=str(path)))
    with pytest.raises(Refused, match=r"超时|内存"):
        read_paper(path, seconds=1)


HOG = (
    "import sys; sys.path.insert(0, sys.argv[1]); from documents.readers import confine; confine.limits.CPU_SECONDS = 1; "
    "confine.serve(lambda: {work})"
)


@pytest.mark.parametrize(
    ("work", "words"),
    [
        ("{'blocks': 'x' * 10**9}", "内存超过上限"),
        ("1/0", "已损坏"),
        ("open(sys.argv[3], 'ab').write(b'x' * 100_000)", "已损坏"),
        ("__import__('os').environ['SECRET_KEY']", "已损坏"),
        ("__import__('os').abort()", "超时或超出内存"),
        ("sum(iter(int, 1))", "超时或超出内存"),  # for ever
    ],
)
def test_a_child_has_nothing_to_spend(paper, monkeypatch, work, words):
    monkeypatch.setattr(confine, "BOOT", HOG.format(work=work))
    with pytest.raises(Refused, match=words):
        read_paper(paper)


MEANS = ("AS", "CORE", "CPU", "FSIZE", "NPROC")


def test_the_means_are_taken_from_the_child_and_from_nobody_else(monkeypatch):
    own = {name: resource.getrlimit(getattr(resource, f"RLIMIT_{name}")) for name in MEANS}
    work = f"(lambda r: dict((name, r.getrlimit(getattr(r, 'RLIMIT_' + name))) for name in {MEANS}))(__import__('resource'))"
    monkeypatch.setattr(confine, "BOOT", HOG.format(work=work))
    assert confine.ask("nothing") == {
        "AS": [limits.MEMORY] * 2,
        "CORE": [0, 0],
        "CPU": [1, 1],
        "FSIZE": [0, 0],
        "NPROC": [0, 0],
    }
    assert {name: resource.getrlimit(getattr(resource, f"RLIMIT_{name}")) for name in MEANS} == own


FORK = (
    "import json, subprocess, sys; sleep = [sys.executable, '-c', 'import time; time.sleep(99)']; "
    "print(json.dumps({'pid': subprocess.Popen(sleep, stdout=subprocess.DEVNULL).pid}))"
)


def is_running(pid):
    try:
        return " Z " not in Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except FileNotFoundError:
        return False


def ends(pid):
    """A killed process ends when the kernel gets round to it."""
    return any(not is_running(pid) or time.sleep(0.05) for _ in range(200))


def test_what_a_child_has_started_ends_with_it(monkeypatch):
    monkeypatch.setattr(confine, "BOOT", FORK)
    assert ends(confine.ask("nothing")["pid"])
    monkeypatch.setattr(confine, "_end", lambda child: child.kill())  # negative control: the child alone is ended
    left = confine.ask("nothing")["pid"]
    assert is_running(left)
    os.kill(left, signal.SIGKILL)


def test_a_child_that_keeps_its_answer_open_is_ended_with_all_it_has_started(paper, monkeypatch):
    monkeypatch.setattr(confine, "BOOT", FORK.replace(", stdout=subprocess.DEVNULL", ""))
    with pytest.raises(Refused, match=r"超时（0\.5 秒）"):
        read_paper(paper, seconds=0.5)


def test_files_wait_their_turn(paper, monkeypatch):
    turns = threading.BoundedSemaphore(1)
    monkeypatch.setattr(confine, "_turns", turns)
    monkeypatch.setattr(limits, "WAIT_SECONDS", 0.1)
    with turns, pytest.raises(Refused, match="请稍后再试"):
        read_paper(paper)
    assert read_paper(paper).blocks  # the turn was given back


def test_a_refused_file_gives_its_turn_back(paper, monkeypatch):
    monkeypatch.setattr(confine, "_turns", threading.BoundedSemaphore(1))
    paper.write_bytes(packed({**docx_parts(), "word/vbaProject.bin": b"x"}))
    for _ in range(2):
        with pytest.raises(Refused, match="宏"):
            read_paper(paper)


def test_parts_are_looked_at_before_a_reader_sees_any(paper, monkeypatch):
    seen = []
    monkeypatch.setattr(child, "check_parts", lambda path: seen.append("parts") or parts.check_parts(path))
    monkeypatch.setattr(child, "to_json", lambda read: seen.append("paper") or {})
    child.read(str(paper), ".docx")
    assert seen == ["parts", "paper"]
