"""勾稽命令: text and JSON, without a database; what cannot be read; what would never end."""

from __future__ import annotations

import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from crosschecks import papers
from documents.readers import confine
from documents.readers.text import parse_text

TEXT = "某县校舍维修项目绩效自评报告\n一、资金\n支出30万元，其中：甲20万元、乙15万元。\n"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "报告.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_json(file, capsys):
    call_command("crosscheck", file, "--format", "json")
    (found,) = json.loads(capsys.readouterr().out)
    assert found == {
        "rule": "T07",
        "severity": "错误",
        "message": "分项之和35万元不等于总数30万元。",
        "arithmetic": "20＋15＝35，与30相差5",
        "places": [
            {"quote": "支出30万元", "line": 3},
            {"quote": "其中：甲20万元", "line": 3},
            {"quote": "乙15万元", "line": 3},
        ],
        "remedy": "请核对总数与各分项",
    }


def test_text(file, capsys):
    call_command("crosscheck", file, "--blueprint", "000000/2024/project-table")
    out = capsys.readouterr().out
    assert out.startswith(
        "报告.txt：错误1处，提示0处。\n\n1. 〔错误 T07〕分项之和35万元不等于总数30万元。\n   算式：20＋15＝35，与30相差5\n"
    )
    assert "   第3行（资金）：支出30万元\n" in out


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("没有.txt", None, "没有这个文件"),
        ("坏.txt", b"\x00\x01", "编码"),
        ("坏.docx", b"x", "不是 .docx"),
        ("旧.doc", b"x", "另存"),
    ],
)
def test_refused(tmp_path, name, data, why):
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(CommandError, match=why):
        call_command("crosscheck", path)


SPIN = (
    "import sys; sys.path.insert(0, sys.argv[1]); from checkups import child; from documents.readers import limits; "
    "limits.CHECKING_CPU_SECONDS = 1; child.papers.check_paper = lambda paper, profile, without: {work}; child.main(*sys.argv[3:])"
)


@pytest.mark.parametrize(
    "work", ["sum(iter(int, 1))", "bytearray(limits.CHECKING_MEMORY)"], ids=["processor", "memory"]
)
def test_a_file_that_a_rule_never_finishes_is_stopped(file, monkeypatch, work):
    monkeypatch.setattr(confine, "BOOT", SPIN.format(work=work))
    with pytest.raises(CommandError, match=r"报告\.txt 没有查完：.*已停止。请只留要检查的报告") as stopped:
        call_command("crosscheck", file)
    assert stopped.value.returncode == 3


def test_one_that_ends_in_time_is_told(file, monkeypatch, capsys):
    """The control: the same child with rules that end."""
    monkeypatch.setattr(confine, "BOOT", SPIN.format(work="()"))
    call_command("crosscheck", file)
    assert capsys.readouterr().out == "报告.txt：错误0处，提示0处。\n"


def test_no_rule_is_asked_in_the_process_of_the_command(file, monkeypatch):
    monkeypatch.setattr(papers, "check_dossier", lambda *args, **words: pytest.fail("the rules ran unconfined"))
    call_command("crosscheck", file)
    with pytest.raises(pytest.fail.Exception):
        papers.check_paper(parse_text(TEXT))  # the control: asked here, they are heard


def test_an_unknown_form(file):
    with pytest.raises(CommandError, match="没有表样“x/1/y”"):
        call_command("crosscheck", file, "--blueprint", "x/1/y")
