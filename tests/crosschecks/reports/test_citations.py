"""文号与引用文件的识读."""

from __future__ import annotations

import pytest

from crosschecks.reports.citations import document_numbers, own_sign, titles
from tests.crosschecks.papers import report


def sentence(text: str):
    return report(f"2023年度防汛项目支出绩效自评报告\n一、依据\n{text}").sentences[-1]


@pytest.mark.parametrize(
    ("text", "word", "proper"),
    [
        ("根据某水发〔2023〕8号执行。", "某水发", "某水发〔2023〕8号"),
        ("以及某水发[2023]08号执行。", "某水发", "某水发〔2023〕8号"),
        ("按照某政办函（2023）第 8号执行。", "某政办函", "某政办函〔2023〕8号"),
    ],
)
def test_a_document_number(text, word, proper):
    (found,) = document_numbers(sentence(text))
    assert (found.word, found.proper, found.year) == (word, proper, 2023)


@pytest.mark.parametrize("text", ["泵站（2023）8号机组检修。", "8号闸门检修。", "2023年8月检修。"])
def test_what_is_no_document_number(text):
    assert list(document_numbers(sentence(text))) == []


def test_words_that_lead_up_to_a_sign():
    assert [own_sign(word) for word in ("根据国发", "以及某水发", "按照规定由某水发", "国发")] == [
        "国发",
        "某水发",
        "某水发",
        "国发",
    ]


def test_titles_with_titles_in_them():
    (found,) = titles(sentence("根据《关于印发《防汛预案》的通知》执行。"))
    assert (found.text, found.place.quote) == ("关于印发《防汛预案》的通知", "《关于印发《防汛预案》的通知》")
