"""S16 自评与复评差异."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, quotes, report, said, table

HEAD = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|自评得分|复评得分"


def form(own: str, review: str, *rows: str) -> str:
    lines = table(
        HEAD,
        f"产出指标|数量指标|新建文化广场|≥6个|6个|60|{own}|{review}",
        "效益指标|社会效益|活动覆盖人次|≥2万人次|2.3万人次|40|40|40",
        f"总分|||||100|{int(own) + 40}|{int(review) + 40}",
        *rows,
    )
    return f"项目支出绩效自评表\n（2023年度）\n\n{lines}\n"


def test_far_apart_without_a_word():
    text = form("58", "50")
    found = one(text, "S16")
    assert found.message == "复评与自评相差8分，请写明理由。"
    assert found.arithmetic == "自评98，复评90，相差8≥5"
    assert (quotes(found), findable(text, found.places)) == (["90", "98"], True)


@pytest.mark.parametrize(
    "text",
    [
        form("58", "54"),
        form("58", "50", "复评意见|广场照明没有验收，扣8分"),
        form("58", "50") + "\n一、复评情况\n复评扣8分，主要是广场照明没有验收。\n",
        "项目支出绩效自评表\n\n" + table("总分|98", "等次|优"),
    ],
)
def test_close_explained_or_not_reviewed(text):
    assert said(text, "S16") == []


def test_an_unsigned_opinion_says_nothing():
    assert said(form("58", "50", "财政部门意见|（盖章）年 月 日"), "S16")


def test_in_words():
    text = "2023年文化广场项目绩效自评报告\n" + table("综合得分|96", "等次|优") + "\n\n一、复评\n财政复评得分为88分。\n"
    assert one(text, "S16").arithmetic == "自评96，复评88，相差8≥5"


def test_the_total_of_two_columns_of_scores_is_read_by_their_order():
    (read,) = report(form("58", "50")).indicators
    assert [read.total.number(role) for role in ("weight", "score", "review")] == [100, 98, 90]
