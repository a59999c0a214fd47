"""表样说明: every form of the house is told in words, without a path or a parameter's own name left over where words exist."""

from __future__ import annotations

import re

import pytest

from blueprints.catalogue import catalogue
from filings.form_changes import form_changes
from filings.form_words import FormWords
from filings.sampling import sample_paper

HOUSE = ("510904/2024/project-table", "140700/2020/project-table", "510403/2022/project-report")


@pytest.mark.parametrize("form", HOUSE)
def test_the_forms_of_the_house(form):
    blueprint = catalogue().get(form)
    words = FormWords(blueprint)
    assert len(words.sections) == len(blueprint.sections)
    assert all(section.asks for section in words.sections)
    assert len(words.checks) == len(blueprint.checks)
    assert len(words.points) == len(list(blueprint.nodes()))
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


def test_the_same_form_has_no_changes():
    for form in HOUSE:
        assert form_changes(catalogue().get(form), catalogue().get(form)) == []


def test_another_form_has_many():
    changes = form_changes(catalogue().get(HOUSE[0]), catalogue().get(HOUSE[1]))
    assert {"填报项", "分值", "勾稽"} <= {change.area for change in changes}
    assert {"新增", "去掉", "改变"} >= {change.kind_label for change in changes}
