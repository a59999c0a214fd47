"""纯文本的读取: encodings, and files that are no text."""

from __future__ import annotations

import codecs

import pytest

from documents.readers.limits import MOST_LINES
from documents.readers.paper import PaperText, Spot
from documents.readers.reading import read_paper
from documents.readers.refused import Refused
from documents.readers.text import parse_text, read_text

WORDS = "公路养护项目自评报告\n二、资金 12.5万元"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        WORDS.encode("utf-16"),
        WORDS.encode("gb18030"),
        WORDS.replace("\n", "\r\n").encode(),
    ],
    ids=["utf-8", "with mark", "utf-16", "gb18030", "windows"],
)
def test_encodings(tmp_path, data):
    file = tmp_path / "报告.txt"
    file.write_bytes(data)
    paper = read_text(file)
    assert [(block.text, block.spot) for block in paper.blocks] == [
        ("公路养护项目自评报告", Spot(1)),
        ("二、资金 12.5万元", Spot(2)),
    ]
    assert (paper.name, paper.lined) == ("报告.txt", True)


def test_through_the_one_door(tmp_path):
    file = tmp_path / "报告.txt"
    file.write_bytes(WORDS.encode("gb18030"))
    assert read_paper(file) == read_text(file)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PK\x03\x04rest", "扩展名不对"),
        (b"%PDF-1.7", "PDF"),
        (b"abc\x00\x01", "空字节"),
        (b"\x80\x81\xff" * 9, "编码"),
        (b"\n" * (MOST_LINES + 1), "行"),
    ],
    ids=["zip", "pdf", "binary", "no encoding", "long"],
)
def test_refused(tmp_path, data, why):
    file = tmp_path / "x.txt"
    file.write_bytes(data)
    with pytest.raises(Refused, match=why):
        read_paper(file)


def test_every_line_end_counts_once():
    assert [block.spot.line for block in parse_text("甲\r\n乙\r丙\n丁").blocks] == [1, 2, 3, 4]


def test_parse_text_needs_no_file():
    assert parse_text("甲", "名").blocks == (PaperText("甲", spot=Spot(1)),)
