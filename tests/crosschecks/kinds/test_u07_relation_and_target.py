"""U07 指标性质与值."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import one, said
from tests.crosschecks.samples import book, check, findings, only, paths, row, suining

ASKED = check("U07", of="indicators")


def line(relation, target, **more):
    return book(row("r1", relation=relation, target=target, actual="100%", **more))


def test_a_number_is_not_judged():
    found = only(findings(suining(), line("定性", "100", unit="%"), ASKED))
    assert found.message == "“指标甲r1”指标性质“定性”与指标值“100”不匹配。"
    assert found.arithmetic == "性质“定性”，指标值“100”是数字"
    assert paths(found) == ["indicators.r1.relation", "indicators.r1.target"]
    assert (found.remedy, found.pending) == ("指标值是数字的，性质请选≥、≤或＝", False)


def test_words_are_not_compared():
    found = only(findings(suining(), line("＝", "应保尽保"), ASKED))
    assert found.arithmetic == "性质“＝”，指标值“应保尽保”不是数字"
    assert found.remedy == "请填数字和单位；不能用数字衡量的，性质请选定性"


@pytest.mark.parametrize(
    ("relation", "target"),
    [
        ("≥", "95"),
        ("≥", "95%"),
        ("＝", "每月163元"),
        ("定性", "按时"),
        ("定性", "每人每月163元，中央承担123元，其余40元由省市县分担"),
        ("≤", "2024年12月底前"),
        ("", "100"),
        ("", "应保尽保"),
        ("待定", "应保尽保"),
        ("≥", ""),
        ("定性", "—"),
    ],
)
def test_matching_or_unknown(relation, target):
    assert findings(suining(), line(relation, target), ASKED) == ()


@pytest.mark.parametrize("target", ["95以上", "100%", "12次"])
def test_other_bare_numbers(target):
    assert findings(suining(), line("定性", target), ASKED)


def test_two_numbers_are_no_number():
    assert findings(suining(), line("＝", "中央123元，省市县40元"), ASKED)


COMPARED = (
    "项目支出绩效自评表\n\n"
    + "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分\n产出指标|质量指标|管理水平|{}|较好|50|50\n效益指标|社会效益指标|服务人口|≥3万人|3.2万人|50|50".replace(
        "|", "\t"
    )
)


@pytest.mark.parametrize("target", ["≥良好", "≥较高", "≤有效提升"])
def test_words_behind_a_mark_of_comparison(target):
    found = one(COMPARED.format(target), "U07")
    assert found.arithmetic == f"{target}：文字不能比较大小"
    assert one(f"三、绩效\n质量指标：管理制度{target}；完成率≥95%。", "U07")


@pytest.mark.parametrize("target", ["良好", "≥二级", "≥百分之九十", "≥95%", "≤2023年12月", "≥上年", "≥全省平均水平"])
def test_figures_classes_and_dates_may_be_compared(target):
    assert said(COMPARED.format(target), "U07") == []
