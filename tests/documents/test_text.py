"""文字净化: what XML cannot hold goes, everything else stays."""

import re

import pytest

from documents.text import anchor, clean, paragraphs


@pytest.mark.parametrize("harmful", ["\x00", "\x0b", "\x1f", "\x7f", "\ud800", "\uffff", "\ufdd0"])
def test_illegal_characters_are_removed(harmful):
    assert clean(f"甲{harmful}乙") == "甲乙"


@pytest.mark.parametrize("kept", ["=1+1", "㐂𬭎", "≥95％", "　　缩进", "<b>&amp;", "😀"])
def test_everything_else_is_kept(kept):
    assert clean(kept) == kept


def test_every_line_end_is_one():
    assert paragraphs("一\r\n二\r三\u2028四\x85五\t六") == ["一", "二", "三", "四", "五 六"]
    assert paragraphs("") == [""]


def test_anchor_fits_all_three_formats():
    name = anchor("statement.funds/很长的键" * 20)
    assert re.fullmatch(r"k_[0-9a-f]{20}", name)
    assert len(name) <= 40
    assert anchor("a") == anchor("a") != anchor("b")
