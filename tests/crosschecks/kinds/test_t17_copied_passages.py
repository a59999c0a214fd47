"""T17 重复段落差异."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, quotes, said, table

DUTY = "负责全县古籍、方志资源的普查登记和保护利用，组织开展古籍修复与数字化工作"


def report(first: str, second: str) -> str:
    return (
        f"某馆2023年度部门绩效评价报告\n一、部门职责\n1.{first}。\n二、履职情况\n全年接待读者12万人次。\n3.{second}。\n"
    )


def test_one_word_not_copied_right():
    text = report(DUTY, DUTY.replace("方志", "族谱"))
    found = one(text, "T17")
    assert found.message == "两处相同段落存在差异：“方志”／“族谱”。"
    assert quotes(found) == [
        "1.负责全县古籍、方志资源的普查登记和保护利用",
        "3.负责全县古籍、族谱资源的普查登记和保护利用",
    ]
    assert findable(text, found.places)


def test_the_unit_named_before_one_of_them():
    assert (
        one(report(DUTY, "某某县图书馆" + DUTY.replace("方志", "族谱")), "T17").arithmetic == "方志≠族谱，其余文字相同"
    )


def test_our_town_in_one_and_our_county_in_the_other():
    words = "2023年我县公共图书服务各项指标完成较好，维护了读者权益，提高了服务水平"
    assert one(report(words, words.replace("我县", "我市")), "T17").message.count("我") == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (DUTY, DUTY),
        (DUTY, DUTY.replace("方志", "2180册方志")),  # something more, nothing else
        (DUTY + "，共3处", DUTY + "，共5处"),  # figures are told by other rules
        ("将" + DUTY, "已" + DUTY),
        (DUTY, DUTY.replace("全县", "市级")),  # another level
        ("接待读者", "接待游客"),  # too short to be a copy
        (DUTY, "负责全县群众文化活动的组织策划和业务培训，组织开展非遗展演与人才培养工作"),
    ],
)
def test_the_same_or_another_thing(first, second):
    assert said(report(first, second), "T17") == []


def test_reports_of_two_projects_may_share_a_frame():
    def project(name: str, word: str) -> str:
        return f"2023年{name}项目支出绩效自评报告\n一、概况\n{DUTY.replace('方志', word)}。\n"

    assert said(project("古籍普查", "方志") + "\n\n" + project("族谱征集", "族谱"), "T17") == []


def test_wording_of_a_form_is_not_looked_at():
    rows = table(
        "一级指标|二级指标|三级指标|指标解释|分值|得分",
        f"产出指标|数量指标|甲|{DUTY}|50|50",
        f"产出指标|质量指标|乙|{DUTY.replace('方志', '族谱')}|50|50",
    )
    assert said(f"部门整体支出绩效自评表\n（2023年度）\n\n{rows}\n", "T17") == []


@pytest.mark.parametrize(
    ("words", "count"), [("实施站点建设以来", 1), ("与站点建设统筹实施", 0), ("实施资金发放以来", 0)]
)
def test_the_name_of_another_project(words, count):
    text = f"某县民政局\n2023年度绩效自评报告\n\n项目一：站点建设\n一、概况\n站点建设完成。\n项目二：资金发放\n一、概况\n{words}，成效明显。"
    assert len(said(text, "T17")) == count
