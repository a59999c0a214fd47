"""S14 等次与得分."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.crosschecks.papers import said, table
from tests.crosschecks.samples import book, check, findings, jinzhong, only, paths, suining

ASKED = check("S14", score="score.total.self", grade="grade.self")


def graded(grade, total="89.99"):
    return book(year=2020, scores={"total": total}, statements={"grade.self": grade})


def test_a_better_grade_than_the_score():
    found = only(findings(jinzhong(), graded("优"), ASKED))
    assert (found.message, found.arithmetic) == ("得分89.99分对应“良”，填报“优”。", "89.99分→良；填报优")
    assert [(p.path, p.quote) for p in found.places] == [("grade.self", "优"), ("score.total.self", "89.99")]
    assert paths(found)[0] == "grade.self"


@pytest.mark.parametrize(
    ("grade", "total"), [("良", "89.99"), ("优", "90"), ("", "89.99"), (" 良 ", "80"), ("差", "59.99")]
)
def test_right_or_nothing_filed(grade, total):
    assert findings(jinzhong(), graded(grade, total), ASKED) == ()


def test_no_total_and_not_scored_through_says_nothing():
    half = book(year=2020, scores={"initiation": "3"}, statements={"grade.self": "优"})
    assert findings(jinzhong(), half, ASKED) == ()


def test_the_sum_counts_once_every_line_is_scored():
    every = {leaf.key: f"{leaf.of}" for leaf in jinzhong().leaves()}
    facts = book(year=2020, scores=every, statements={"grade.self": "良"})
    assert only(findings(jinzhong(), facts, ASKED)).arithmetic == "100分→优；填报良"


def test_a_form_without_grades():
    facts = book(scores={"total": "50"}, statements={"grade.self": "优"})
    assert findings(replace(suining(), grades=()), facts, ASKED) == ()


# --- grades told otherwise ---


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("经综合评定，评价等级为“良”，综合得分92.30分。", 1),
        ("综合得分92.30分。评价等级为“良”。", 1),
        ("综合得分92.30分。评价等级为“优”。", 0),
        ("上年自评得分88分，评价等级为“良”；本年自评得分95分，评价等级为“优”。", 0),
        ("按优（95分以上）、良（85—95分）的标准，自评得分93.5分，评价等级为“良”。", 0),
    ],
)
def test_score_and_grade_in_prose(text, count):
    assert len(said("一、评价结论\n" + text, "S14")) == count


@pytest.mark.parametrize(
    ("choice", "count"), [("优□良☑中□差□", 1), ("优☑良□中□差□", 0), ("优□良□中□差□", 0), ("优☑良☑中□差□", 0)]
)
def test_a_ticked_box(choice, count):
    text = (
        table(
            "三级指标|目标值|完成值|分值|得分", "站点数量|10个|10个|50|50", "老人满意度|90%|92%|50|48", "总分|||100|98"
        )
        + f"\n自评等级：{choice}"
    )
    assert len(said(text, "S14")) == count


def test_a_result_that_is_no_grade():
    rows = ("三级指标|目标值|完成值|分值|得分", "站点数量|10个|10个|50|50", "老人满意度|90%|92%|50|48", "总分|||100|98")
    assert said(table(*rows) + "\n评价结果：中央资金到位及时", "S14") == []
    assert len(said(table(*rows) + "\n评价结果：良好", "S14")) == 1


@pytest.mark.parametrize(("grade", "count"), [("优", 1), ("良", 0)])
def test_the_project_score_and_its_rating(grade, count):
    assert len(said(f"四、结论\n根据评分，项目得分为86.5分，绩效评级为“{grade}”。", "S14")) == count
