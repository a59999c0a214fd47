"""表样说明: every form of the house is told in words, without a path or a parameter's own name left over where words exist."""

from __future__ import annotations

import re

import pytest

from blueprints.catalogue import catalogue
from filings.form_changes import form_changes
from filings.form_words import FormWords
from filings.sampling import sample_paper

HOUSE = (
    "510904/2024/project-table",
    "140700/2020/project-table",
    "510403/2022/project-report",
    "510904/2024/department-table",
)


@pytest.mark.parametrize("form", HOUSE)
def test_the_forms_of_the_house(form):
    blueprint = catalogue().get(form)
    words = FormWords(blueprint)
    assert len(words.sections) == len(blueprint.sections)
    assert all(section.asks for section in words.sections)
    assert len(words.checks) == len(blueprint.checks)
    assert len(words.points) == sum(1 + len(node.parts) for node in blueprint.nodes())
    assert "{" not in words.title
    said = " ".join([p.rule for p in words.points] + [c.words for c in words.checks] + [d for _, d in words.derived])
    assert not re.search(r"\b(funds|derived|score)\.\w+", said)
    assert words.full == ("100" if blueprint.points else "")
    assert sample_paper(blueprint).watermark == "样张"


def test_words_of_suining():
    words = FormWords(catalogue().get(HOUSE[0]))
    execution = next(p for p in words.points if p.label == "预算执行率")
    assert execution.of == "10"
    assert execution.rule.startswith("比率计分：取数 预算执行情况·总额·预算执行数；除以 预算执行情况·总额·调整后预算数")
    assert ("优", "90 分及以上") in words.grades
    assert any(check.rule == "F01" and "财政" in check.words for check in words.checks)


def test_which_papers_there_are():
    assert FormWords(catalogue().get(HOUSE[0])).papers == "报送时印成，此后不变"
    assert "审定稿：审核通过后" in FormWords(catalogue().get("990201/2024/key-project-table")).papers


def test_the_same_form_has_no_changes():
    for form in HOUSE:
        assert form_changes(catalogue().get(form), catalogue().get(form)) == []


def test_another_form_has_many():
    changes = form_changes(catalogue().get(HOUSE[0]), catalogue().get(HOUSE[1]))
    assert {"填报项", "分值", "勾稽"} <= {change.area for change in changes}
    assert {"新增", "去掉", "改变"} >= {change.kind_label for change in changes}


def test_parts_and_numbers_of_the_year_are_told():
    words = FormWords(catalogue().get("510904/2024/department-table"))
    parts = [p for p in words.points if p.label.startswith("其中：")]
    assert [(p.label, p.of, p.depth) for p in parts][:2] == [
        ("其中：中省转移支付资金", "3", 3),
        ("其中：专项债券资金", "3", 3),
    ]
    assert ("0.8N", "-3.704%", "表内评分说明：N的0.8倍") in words.parameters
    assert any(p.label == "执行同向" and "按5分计" in p.note for p in words.points)
