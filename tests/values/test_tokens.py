"""活数据的记号: either half of a token is enough, and what is no token stays as it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from values.tokens import Token, code_of, filled_in, has_tokens, pieces, token_name, token_text

RATE = "derived.execution_rate"
CODE = code_of(RATE)


def tokens(text):
    return [(piece.name, piece.code) for piece in pieces(text) if isinstance(piece, Token)]


def test_the_code_of_a_path_never_changes():
    """Stored texts carry it; another way to reckon it would unbind them all."""
    assert CODE == "hnjqi"
    assert token_text("预算执行率", RATE) == "{{预算执行率#hnjqi}}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("执行率{{预算执行率}}。", [("预算执行率", "")]),
        (f"执行率{{{{预算执行率#{CODE}}}}}。", [("预算执行率", CODE)]),
        ("执行率｛｛预算执行率｝｝。", [("预算执行率", "")]),
        (f"执行率｛｛ 预算执行率 ＃{CODE} ｝｝。", [("预算执行率", CODE)]),
        ("{{甲}}和{{乙}}", [("甲", ""), ("乙", "")]),
        ("{{{甲}}}", [("甲", "")]),
        ("{{甲#abc}}", []),  # no code of ours
        ("{{}}", []),
        ("{{ }}", []),
        ("{甲}", []),
        ("{{甲}", []),
        ("{{甲\n乙}}", []),
        ("{{" + "长" * 61 + "}}", []),
        (r"\{{甲}}", []),
    ],
)
def test_what_is_a_token(text, found):
    assert tokens(text) == found


def test_a_backslash_keeps_the_braces_and_goes_itself():
    assert filled_in(r"写成\{{甲}}，印作{{甲}}", lambda token: "93.22%") == "写成{{甲}}，印作93.22%"


def test_a_backslash_elsewhere_stays():
    assert filled_in(r"甲\乙{{丙}}\ ", lambda token: "3") == r"甲\乙3" + "\\ "


def test_what_is_put_in_is_not_read_again():
    assert filled_in("{{甲}}", lambda token: "{{乙}}") == "{{乙}}"
    assert filled_in("{{{甲}}}", lambda token: "{{乙") == "{{{乙}"


def test_a_label_is_made_fit_for_a_token():
    assert token_name("参保 人数{合计}#1\n（人）") == "参保人数合计1（人）"
    text = token_text("参保 人数{合计}#1\n（人）", RATE)
    assert tokens(text) == [("参保人数合计1（人）", CODE)]
    assert tokens(token_text("长" * 90, RATE)) == [("长" * 60, CODE)]


@given(st.text(alphabet="甲乙{}｛｝#＃\\ \n5hnjqi", max_size=40))
def test_nothing_is_lost_around_tokens(text):
    """Put every token back and the text is as it was, but for the backslashes that kept braces."""
    back = "".join(piece if isinstance(piece, str) else piece.text for piece in pieces(text))
    assert back.replace("\\", "") == text.replace("\\", "")
    assert has_tokens(text) or back == text
