"""T02 人数一致, on paper."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, said, table


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("各校食堂从业人员共486人，均持证上岗。", "468名食堂从业人员全部参加岗前培训。"),
        ("年末在职人员44人，其中管理岗位9人。", "全馆年末实有在职人员47人。"),
        ("完成代缴人数14264人，资金全部到账。", "全年为符合条件的14246人完成代缴。"),
    ],
)
def test_two_numbers_of_one_group(first, second):
    text = f"一、概况\n{first}\n二、绩效情况\n{second}\n"
    assert findable(text, one(text, "T02").places)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("各校食堂从业人员共486人。", "486名食堂从业人员全部参加培训。"),
        ("年末在职人员44人。", "2022年末在职人员47人。"),
        ("核定编制46名，年末在职人员44人。", "退休人员21人。"),
        ("受益学生1200人。", "受益教师85人。"),
    ],
)
def test_one_number_or_two_groups(first, second):
    assert said(f"甲馆2023年度自评报告\n一、概况\n{first}\n二、绩效情况\n{second}\n", "T02") == []


def test_a_row_and_the_prose():
    rows = table(
        "绩效目标|二级指标|三级指标|目标值|完成情况",
        "产出目标|数量指标|年接待读者|≥80万人次|86.4万人次",
        "||活动场次|≥150场|168场",
    )
    text = f"甲馆整体支出绩效自评表\n{rows}\n三、绩效情况\n全年接待读者{{}}万人次，服务稳步提升。\n"
    assert one(text.format("84.6"), "T02").arithmetic == "86.4万人次≠84.6万人次"
    assert said(text.format("86.4"), "T02") == []


@pytest.mark.parametrize(("again", "count"), [("12860", 1), ("12680", 0)])
def test_a_subject_said_in_other_words(again, count):
    text = f"一、概况\n受益群众12680人。\n二、绩效\n受益人数{again}人，反映良好。\n"
    found = said(text, "T02")
    assert len(found) == count
    assert all(findable(text, each.places) for each in found)


def test_numbers_changed_about_of_one_kind_of_people():
    text = "一、概况\n补助对象为退耕农户3856户。\n二、成效\n直接受益农户{}户。"
    assert len(said(text.format(3865), "T02")) == 1
    assert said(text.format(3856), "T02") == []
    assert said(text.format(4120), "T02") == []
