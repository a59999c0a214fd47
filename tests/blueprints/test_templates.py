"""模板: places and what is put into them."""

from __future__ import annotations

import pytest

from blueprints.templates import check_pieces, fill, fill_said, needed, places


def test_places_in_order():
    assert places("{year}年{project.name}（{year}）") == ("year", "project.name", "year")
    assert places("没有") == ()


@pytest.mark.parametrize("text", ["{", "}", "{}", "{{year}}", "{Year}", "{year", "{a b}"])
def test_braces_belong_to_places(text):
    with pytest.raises(ValueError, match="花括号"):
        places(text)


def test_what_is_put_in_is_not_read_again():
    assert fill("{a}和{b}", {"a": "{b}", "b": "乙"}.__getitem__) == "{b}和乙"


SAID = {"a": "甲", "b": "", "c": " "}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{a}[，因{a}]。", "甲，因甲。"),
        ("{a}[，因{b}]。", "甲。"),
        ("{a}[，因{a}和{c}][，由{a}]。", "甲，由甲。"),
        ("[{b}]", ""),
        ("{b}没有方括号", "没有方括号"),
    ],
)
def test_optional_pieces(text, said):
    assert fill_said(text, SAID.__getitem__) == said


def test_only_what_stands_outside_is_needed():
    assert needed("{a}[，因{b}]，{c}[{d}]") == ("a", "c")
    assert places("{a}[，因{b}]") == ("a", "b")


def test_what_is_put_into_a_piece_is_not_read_again():
    assert fill_said("{a}[{a}]", {"a": "[{b}]"}.__getitem__) == "[{b}][{b}]"


@pytest.mark.parametrize("text", ["[{a}", "{a}]", "[[{a}]]", "[{a}[{b}]]"])
def test_square_brackets_pair(text):
    with pytest.raises(ValueError, match="方括号不成对"):
        check_pieces(text)


def test_a_piece_quotes_something():
    check_pieces("{a}[，因{b}]。")
    with pytest.raises(ValueError, match="方括号里没有位置"):
        check_pieces("{a}[，不详]。")
