"""N04 括号、书名号配对."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, said

TITLE = "2023年度水库移民后期扶持项目支出绩效自评报告\n一、依据\n"


@pytest.mark.parametrize(
    ("sentence", "mark"),
    [
        ("根据《关于做好移民后期扶持工作的通知要求，组织实施。", "书名号没有配对，只有左半边"),
        ("补助对象（含原迁移民共2146人。", "括号没有配对，只有左半边"),
        ("按照“一户一档、逐人核定的要求建立台账。", "引号没有配对，只有左半边"),
        ("补助资金86.4万元），全部发放到户。", "括号没有配对，只有右半边"),
    ],
)
def test_a_lone_mark(sentence, mark):
    text = TITLE + sentence
    found = one(text, "N04")
    assert found.message.startswith(mark)
    assert findable(text, found.places)


def test_a_title_that_ends_where_its_number_begins_can_be_closed():
    text = f"{TITLE}根据《关于做好移民后期扶持工作的通知（某移发〔2023〕4号）实施。"
    fix = one(text, "N04").fix
    assert (fix.old, fix.new) == ("《关于做好移民后期扶持工作的通知", "《关于做好移民后期扶持工作的通知》")


def test_words_of_the_title_outside_it():
    text = f"{TITLE}根据《某省财政厅 某省水利厅关于印发移民资金管理办法》的通知（某财〔2023〕4号）实施。"
    found = one(text, "N04")
    assert found.fix.new == "《某省财政厅 某省水利厅关于印发移民资金管理办法的通知》"
    assert findable(text, found.places)


@pytest.mark.parametrize(
    "sentence",
    [
        "1）建立台账；2）逐人核定；3）公示。",
        "根据《关于印发〈移民资金管理办法〉的通知》（某移发〔2023〕4号）实施。",
        "补助对象（含原迁移民（2006年前）共2146人）已公示。",
        "会议指出：“移民工作要抓实。\n要逐户走访。”",  # a quotation over paragraphs
        "县里转发了《移民资金管理办法》的通知，各乡镇照此办理。",
    ],
)
def test_marks_that_are_paired(sentence):
    assert said(TITLE + sentence, "N04") == []
