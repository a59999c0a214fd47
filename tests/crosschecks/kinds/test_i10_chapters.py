"""I10 章节齐全."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.papers import findable, lines, one, said, table

TITLE = "2023年度渔业增殖放流项目支出绩效自评报告\n"
BODY = "一、项目概况\n项目投放鱼苗300万尾。\n二、项目绩效情况\n（一）项目完成情况\n已投放310万尾。\n"


def test_headings_with_nothing_under_them():
    text = TITLE + BODY + "（二）项目效益情况\n三、存在的问题\n四、相关建议\n继续加大投入。"
    found = one(text, "I10")
    assert found.message == "缺少或空白章节：项目效益情况、存在的问题。"
    assert (found.severity, lines(found)) == (Severity.ERROR, [7, 8, 9])
    assert findable(text, found.places)


def test_the_last_heading_of_a_report():
    assert one(TITLE + BODY + "三、存在的问题\n", "I10").arithmetic == "“三、存在的问题”之后没有内容"


@pytest.mark.parametrize(
    "more",
    [
        "三、存在的问题\n无\n",
        "三、存在的问题\n（一）资金到位较晚。\n四、附件\n",
        "三、资金使用情况\n\n" + table("用途|金额", "苗种|60", "运输|20") + "\n\n四、其他情况\n",
        "三、项目组织\n（一）县渔政站\n（二）县水产技术站\n",
        "三、存在的问题。苗种价格上涨。\n",
    ],
)
def test_filled_by_words_tables_or_lists(more):
    assert said(TITLE + BODY + more, "I10") == []


def test_a_last_chapter_that_is_a_table_with_a_title():
    of_its_own = "\n鱼类增殖放流项目支出绩效自评表\n\n" + table(
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
        "产出指标|数量指标|投放鱼苗|≥300万尾|310万尾|100|100",
    )
    assert said(TITLE + BODY + "三、项目绩效完成情况\n" + of_its_own, "I10") == []
    assert one(TITLE + BODY + "三、存在的问题\n四、绩效完成情况\n" + of_its_own, "I10").message == (
        "缺少或空白章节：存在的问题。"
    )


def test_a_table_of_contents():
    contents = "一、项目概况\n二、项目绩效情况\n三、存在的问题\n"
    assert said(TITLE + contents + BODY + "三、存在的问题\n无\n", "I10") == []
    numbered = "目录\n一、项目概况说明\n二、绩效情况说明\n三、主要问题\n"
    assert said(TITLE + numbered + BODY + "三、存在的问题\n无\n", "I10") == []


def _reports(*bodies: str) -> str:
    return "\n".join(
        f"某县渔政站\n2023年度项目支出绩效自评报告\n（项目{n}）\n{body}"
        for n, body in zip("甲乙丙丁", bodies, strict=False)
    )


WHOLE = BODY + "三、问题及建议\n无\n四、其他\n无\n"


def test_a_chapter_the_other_reports_have():
    text = _reports(WHOLE, WHOLE, WHOLE, BODY + "四、其他\n无\n")
    found = one(text, "I10")
    assert (found.message, found.arithmetic) == ("缺少章节：问题及建议。", "同一文件的4篇报告中有3篇写了这一章")
    # Its own numbers leave one out; with numbers that go on it may be another outline.
    assert (found.severity, findable(text, found.places)) == (Severity.ERROR, True)
    again = one(_reports(WHOLE, WHOLE, WHOLE, BODY + "三、其他\n无\n"), "I10")
    assert again.severity is Severity.WARNING


def test_two_of_three_reports_are_most_of_them():
    assert len(said(_reports(WHOLE, WHOLE, BODY + "四、其他\n无\n"), "I10")) == 1


def test_reports_of_one_outline_or_too_few():
    assert said(_reports(WHOLE, WHOLE, WHOLE), "I10") == []
    assert said(_reports(WHOLE, BODY + "四、其他\n无\n"), "I10") == []


DIVIDED = "一、项目概况\n（一）项目申报及批复\n县里批复。\n（二）项目目标\n放流鱼苗。\n（三）项目申报相符性\n相符。\n二、绩效情况\n已放流。\n三、问题\n无\n"
WITHOUT = DIVIDED.replace("（三）项目申报相符性\n相符。\n", "")


def test_a_section_the_other_reports_have():
    text = _reports(DIVIDED, WITHOUT, DIVIDED, DIVIDED)
    found = one(text, "I10")
    assert (found.message, found.arithmetic) == ("缺少小节：项目申报相符性。", "同一文件的4篇报告中有3篇写了这一节")
    assert (found.severity, findable(text, found.places)) == (Severity.WARNING, True)
    # The second place is the heading before which it should stand.
    assert [place.quote for place in found.places][1:] == ["二、绩效情况"]


@pytest.mark.parametrize(
    "other",
    [
        DIVIDED.replace("（三）项目申报相符性", "（三）申报相符性情况"),  # named a little otherwise
        DIVIDED.replace("（三）项目申报相符性", "（1）项目申报相符性"),  # a rank lower
        "一、项目概况\n放流鱼苗，县里批复。\n二、绩效情况\n已放流。\n三、问题\n无\n",  # a chapter without sections
    ],
)
def test_a_section_written_otherwise(other):
    assert said(_reports(DIVIDED, other, DIVIDED, DIVIDED), "I10") == []


def test_sections_only_few_reports_have():
    assert said(_reports(DIVIDED, WITHOUT, WITHOUT, DIVIDED), "I10") == []
