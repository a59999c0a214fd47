"""S20 分母为零的率: own points where nothing can be reckoned need their grounds."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.papers import findable, one, said, table
from tests.crosschecks.unit import found, unit_book

NONE = {"figure__to_handle_count": "0", "figure__unhandled_count": "0"}


def test_points_without_a_word():
    (zero,) = found("S20", unit_book(**NONE, scores={"handling": "6"}))
    assert zero.message == "“项目调整”分母为0，不能计算，自评6分，请按不适用处理并说明。"
    assert (zero.severity, zero.pending) == (Severity.WARNING, True)
    assert [place.path for place in zero.places] == ["score.handling.reason", "score.handling.self"]
    assert "应采取措施的项目数为0" in zero.arithmetic


@pytest.mark.parametrize(
    "facts",
    [
        {**NONE, "scores": {"handling": "6"}, "reasons": {"handling": "没有应当调整的项目。"}},
        {**NONE, "scores": {"handling": "0"}},
        {**NONE},
        {"figure__to_handle_count": "2", "figure__unhandled_count": "0", "scores": {"handling": "6"}},
        {"scores": {"handling": "6"}},
    ],
)
def test_explained_unscored_or_reckoned(facts):
    assert found("S20", unit_book(**facts)) == []


# --- any paper ---

HEAD = "一级指标|二级指标|三级指标|指标分值|评分说明|自评得分|备注"


def paper(told: str, note: str = "") -> str:
    rows = table(
        HEAD,
        f"总体绩效|采购管理|采购执行率|10|得分=政府采购实际支付金额÷政府采购总预算数×100%×10|10|{note}",
        "总体绩效|预算管理|支出进度|90|得分=实际支出数÷预算数×90|90|",
    )
    return f"某馆2023年度部门绩效评价报告\n一、概况\n{told}\n\n部门整体支出绩效自评表\n（2023年度）\n\n{rows}\n"


def test_on_paper_full_marks_for_what_cannot_be_reckoned():
    text = paper("本馆2023年政府采购支出总额0万元。")
    told = one(text, "S20")
    assert told.message == "“采购执行率”分母为0，不能计算，请按不适用处理并说明。"
    assert told.arithmetic == "本馆2023年政府采购支出总额0万元，÷0不能计算，仍得10分"
    assert findable(text, told.places)


@pytest.mark.parametrize(
    "text",
    [
        paper("本馆2023年政府采购支出总额3.5万元。"),
        paper("本馆2023年国有资本经营支出总额0万元。"),
        paper("本馆2022年政府采购支出总额0万元，2023年为3万元。").replace("2022年", "上年"),
        paper("本馆2023年政府采购支出总额0万元。", "没有发生采购，不适用，按满分计"),
    ],
)
def test_on_paper_something_to_divide_by_or_explained(text):
    assert said(text, "S20") == []
