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
