"""N02 文号括号."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, said

TITLE = "2023年度殡葬惠民补贴项目支出绩效自评报告\n一、依据\n"


@pytest.mark.parametrize(
    ("typed", "brackets"),
    [
        ("某民发[2023]15号", "[2023]"),
        ("某民发【2023】15号", "【2023】"),
        ("某民发（2023）15号", "（2023）"),
        ("某民发(2023)15号", "（2023）"),
    ],
)
def test_other_brackets(typed, brackets):
    text = f"{TITLE}根据《关于殡葬补贴的通知》（{typed}）执行。"
    found = one(text, "N02")
    assert found.arithmetic == f"{brackets}→〔2023〕"
    assert (found.fix.old, found.fix.new) == (typed, "某民发〔2023〕15号")
    assert findable(text, found.places)


@pytest.mark.parametrize(
    "sentence",
    [
        "根据《关于殡葬补贴的通知》（某民发〔2023〕15号）执行。",
        "公墓（2023）15号楼完成修缮。",
        "去世人员（2023年）15号前登记。",
    ],
)
def test_right_brackets_and_no_document_numbers(sentence):
    assert said(TITLE + sentence, "N02") == []
