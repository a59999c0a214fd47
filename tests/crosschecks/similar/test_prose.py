"""文字的切分: copies meet under one key, whatever their figures and punctuation."""

from __future__ import annotations

import pytest

from crosschecks.similar.prose import Prose, key_of, sentences


def cut(text):
    return [(s.text, s.key) for s in sentences(Prose(1, "text.goal", "目标", text))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("全年发放 14,264 人，", "全年发放9人"),
        ("完成率９３．２％。", "完成率100%"),
        ("（一）按月、足额发放", "(一)按月 足额发放！"),
    ],
)
def test_figures_width_and_punctuation_do_not_part_copies(one, other):
    assert key_of(one) == key_of(other)


def test_words_do():
    assert key_of("按月足额发放") != key_of("按季足额发放")


def test_sentences_stand_where_they_stood():
    text = "按月足额发放困难补助并逐月核对名册。\n群众反映良好；下一年度提前测算用款计划，每季度核对支付进度！"
    found = list(sentences(Prose(1, "text.goal", "目标", text)))
    assert [text[s.start : s.end] for s in found] == [s.text for s in found]
    assert [s.text for s in found] == [
        "按月足额发放困难补助并逐月核对名册。\n",
        "群众反映良好；下一年度提前测算用款计划，每季度核对支付进度！",  # too short alone, it goes with the next
    ]
    assert [s.number for s in found] == [0, 1]


def test_what_is_too_short_tells_nothing():
    assert cut("无。") == []
    assert cut("资金使用规范。") == []
    assert cut("") == []
