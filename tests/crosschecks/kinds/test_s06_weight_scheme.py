"""S06 权重模式."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, quotes, said, table


def form(output: str, benefit: str, satisfied: str, note: str = "") -> str:
    rows = table(
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
        f"产出指标|数量指标|修剪行道树|≥3000株|3120株|{output}|{output}",
        f"效益指标|生态效益|绿化覆盖率|≥38%|38.4%|{benefit}|{benefit}",
        f"满意度指标|服务对象满意度|市民满意度|≥90%|93%|{satisfied}|{satisfied}",
    )
    return f"项目支出绩效自评表\n（2023年度）\n\n{rows}\n\n{note}\n"


def test_points_of_no_scheme():
    text = form("30", "40", "20")
    found = one(text, "S06")
    assert found.message == "一级指标权重（产出30、效益40、满意度20）与通行模式不一致，请说明理由。"
    assert (found.arithmetic, quotes(found)) == ("产出30、效益40、满意度20，合计90", ["30", "40", "20"])
    assert findable(text, found.places)


@pytest.mark.parametrize(
    "text",
    [
        form("50", "30", "10"),
        form("30", "40", "20", "一、说明\n经批准，本项目权重作了调整。"),
        form("30", "40", "30"),  # not the frame with ten points for execution
        form("50", "30", "10").replace("产出指标", "过程指标"),
    ],
)
def test_a_scheme_in_use_explained_or_another_frame(text):
    assert said(text, "S06") == []
