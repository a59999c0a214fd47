"""S18 扣分项与所述问题: problems counted or told take points off."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.papers import findable, one, said, table
from tests.crosschecks.unit import found, unit_book

TOLD = "制度修订慢于政策变化。"


def test_problems_told_in_words():
    (told,) = found("S18", unit_book(text__problems=TOLD))
    assert told.message == "“存在问题”写有问题，扣分项没有相应扣分。"
    assert (told.severity, told.pending, told.places[0].path) == (Severity.ERROR, True, "text.problems")
    (settled,) = found("S18", unit_book(text__problems=TOLD, scores={"fault_rules": "0"}))
    assert not settled.pending


def test_problems_counted():
    (counted,) = found("S18", unit_book(figure__fault_rules_count="2", figure__fault_use_count="1"))
    assert counted.message == "填报的问题应扣3分，扣分项没有相应扣分。"
    assert "问题数2处×1分＝-2.00分" in counted.arithmetic


@pytest.mark.parametrize(
    "facts",
    [
        {"text__problems": "无"},
        {},
        {"text__problems": TOLD, "scores": {"fault_rules": "-1"}},
        {"figure__fault_rules_count": "2", "scores": {"fault_rules": "-2"}},
    ],
)
def test_no_problems_or_points_taken_off(facts):
    assert found("S18", unit_book(**facts)) == []


# --- any paper ---

HEAD = "一级指标|二级指标|三级指标|指标分值|评分说明|自评得分"


def paper(problems: str, taken: str = "") -> str:
    rows = table(
        HEAD,
        "总体绩效|预算管理|预算编制质量|60|按偏离度计分|60",
        "项目绩效|项目执行|执行结果|40|按结余率计分|40",
        f"扣分项|财务管理|财务管理制度|-|财务管理制度未落实的，发现一处扣1分|{taken}",
    )
    told = f"某馆2023年度部门绩效评价报告\n一、概况\n本馆在编12人。\n二、存在问题\n{problems}\n"
    return f"{told}\n部门整体支出绩效自评表\n（2023年度）\n\n{rows}\n"


def test_on_paper_problems_without_points_taken_off():
    text = paper("工作中还存在财务管理制度不完善、目标设置偏低等问题。")
    told = one(text, "S18")
    assert told.message == "报告列出2个问题，扣分项未相应扣分。"
    assert told.severity is Severity.ERROR
    assert findable(text, told.places)


def test_on_paper_problems_of_another_kind_are_hinted_at():
    assert one(paper("一是馆舍漏雨没有修好，二是志愿者人手偏少。"), "S18").severity is Severity.WARNING


@pytest.mark.parametrize("text", [paper("无。"), paper("还存在财务管理制度不完善、目标设置偏低等问题。", "-2")])
def test_on_paper_no_problems_or_points_taken_off(text):
    assert said(text, "S18") == []
