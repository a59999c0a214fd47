"""完成率的识读."""

from __future__ import annotations

import pytest

from crosschecks.reports.completions import wrong_completions
from tests.crosschecks.papers import report, table

ROWS = "甲项目自评表\n" + table(
    "一级指标|二级指标|三级指标|目标值|完成值",
    "产出指标|数量指标|救助儿童人数|≥420名|406名",
    "|质量指标|有效率|≥85%|87%",
)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("救助儿童406名，完成目标的96.67%。", []),
        ("救助儿童406名，完成目标的97.67%。", [("97.67%", "406名", "420")]),
        ("救助儿童406名，完成率97.67%。", [("97.67%", "406名", "420")]),
        ("救助老人406名，完成目标的97.67%。", []),
        ("救助儿童约406名，完成目标的97.67%。", []),
    ],
)
def test_rates(words, told):
    found = wrong_completions([report(f"{ROWS}\n三、绩效情况\n{words}")])
    assert [(each.rate.shown, each.actual.shown, str(each.aim.value)) for each in found] == told
