"""勾稽命令: text and JSON, without a database; what cannot be read."""

from __future__ import annotations

import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

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


def test_an_unknown_form(file):
    with pytest.raises(CommandError, match="没有表样“x/1/y”"):
        call_command("crosscheck", file, "--blueprint", "x/1/y")
