"""对行: rows find their rows by anchor and by words at the same place; what is missing or strange shifts nothing."""

from __future__ import annotations

import pytest

from documents.readers.paper import Paper, PaperText
from tests.intake import papers

XIQU, RENHE = "510403/2022/project-report", "510411/2023/project-report"


def facts(form, *lines):
    paper = Paper(tuple(PaperText(line) for line in lines))
    return {
        path: found.text for path, found in papers.reading_of(form, paper).facts.items() if path.startswith("text.")
    }


def test_headings_are_found_whatever_their_number():
    assert facts(XIQU, "三、项目概况", "甲。", "（九）项目资金申报及批复情况。", "乙。") == {
        "text.overview": "甲。",
        "text.application": "乙。",
    }


def test_running_text_takes_all_its_paragraphs():
    assert (
        facts(XIQU, "一、项目概况", "甲。", "乙。", "丙。", "（一）项目资金申报及批复情况。")["text.overview"]
        == "甲。\n乙。\n丙。"
    )


def test_a_sentence_of_the_form_is_no_text_of_the_unit():
    read = papers.reading_of(
        XIQU,
        Paper(
            (
                PaperText("2．资金使用。"),
                PaperText("十月支付。"),
                PaperText("截至2022年末，资金支出2.76万元，预算执行率100%。"),
            )
        ),
    )
    assert read.facts["text.funds_usage"].text == "十月支付。"
    assert read.facts["funds.spent.all"].text == "2.76"


@pytest.mark.parametrize(
    ("lines", "path"),
    [
        (("（二）项目绩效目标。", "代缴。"), "text.goal"),
        (("（二）项目绩效目标。", "1．项目主要内容。", "代缴。"), "text.content"),
        (("（三）项目资金申报相符性。", "代缴。"), "text.conformity"),
    ],
)
def test_optional_text_stands_below_its_own_heading_only(lines, path):
    assert facts(RENHE, "一、项目概况", *lines, "二、项目实施及管理情况") == {path: "代缴。"}


def test_what_the_form_has_not_goes_to_the_tray():
    read = papers.reading_of(XIQU, Paper(tuple(map(PaperText, ("五、审计情况", "无审计问题。")))))
    assert [stray.text for stray in read.strays] == ["五、审计情况", "无审计问题。"]
