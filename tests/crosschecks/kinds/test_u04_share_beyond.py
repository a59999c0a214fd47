"""U04 百分比越界."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, said, table


def report(words: str) -> str:
    return f"2023年健康体检项目支出绩效自评报告\n一、完成情况\n{words}\n"


def test_more_than_all_of_them():
    text = report("老年人体检覆盖率104%，群众反映良好。")
    found = one(text, "U04")
    assert found.arithmetic == "104%，上限100%"
    assert findable(text, found.places)


def test_in_a_row_of_indicators():
    rows = table(
        "一级指标|二级指标|三级指标|年度指标值|实际完成值", "满意度指标|服务对象满意度|居民满意度|≥90%|100%以上"
    )
    assert one(f"项目支出绩效自评表\n\n{rows}\n", "U04").message == "“居民满意度”100%以上超出0至100%。"


@pytest.mark.parametrize(
    "words", ["老年人体检覆盖率100%。", "体检任务完成率104%。", "体检人数增长104%。", "老年人体检覆盖率达到95%以上。"]
)
def test_all_of_them_and_rates_that_may_be_higher(words):
    assert said(report(words), "U04") == []


@pytest.mark.parametrize(
    "words",
    [
        "水质达标率提高到103%。",
        "自来水普及率由92%提高到104%。",
        "到场率为120%。",
        "贫困学生占在校学生的112%。",
        "设备完好率１０５％。",
        "优良率-5%。",
    ],
)
def test_other_rates_of_a_whole(words):
    one(report(words), "U04")


@pytest.mark.parametrize(
    "words",
    [
        "实际就业率完成目标的105%，覆盖率为年初目标的110%。",
        "满意度指标完成率103%。",
        "床位使用率达到108%，投资回报率130%。",
        "体检人数占计划人数的112%。",
        "参保率96.4%，完成目标任务的101.5%。",
    ],
)
def test_rates_that_may_be_higher_by_their_words(words):
    assert said(report(words), "U04") == []


def test_columns_of_any_table():
    rows = "乡镇|应发人数|发放率|增减率|任务完成率\n东乡|120|{}|-8.33%|104%\n西乡|86|100%|12%|98%".replace("|", "\t")
    assert one(report("见下表：\n\n" + rows.format("105%")), "U04").message == "“东乡发放率”105%超出0至100%。"
    assert said(report("见下表：\n\n" + rows.format("99%")), "U04") == []
