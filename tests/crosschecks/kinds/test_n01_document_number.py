"""N01 文号格式."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, said

TITLE = "2023年度农机购置补贴项目支出绩效自评报告\n一、依据\n"


@pytest.mark.parametrize(
    ("typed", "flaw", "proper"),
    [
        ("某财农〔2023〕 15号", "中间有空格", "某财农〔2023〕15号"),
        ("某财农〔2023〕第15号", "顺序号前不加“第”", "某财农〔2023〕15号"),
        ("某财农〔2023〕015号", "顺序号不编虚位", "某财农〔2023〕15号"),
    ],
)
def test_a_number_that_can_be_put_right(typed, flaw, proper):
    text = f"{TITLE}根据《关于下达补贴资金的通知》（{typed}）执行。"
    found = one(text, "N01")
    assert found.message == f"文号“{typed}”格式不规范：{flaw}。"
    assert (found.fix.old, found.fix.new) == (typed, proper)
    assert findable(text, found.places)


@pytest.mark.parametrize("word", ["某县财政局结转指标", "某县人民政府", "某省农业农村厅办公室"])
def test_words_that_are_no_short_sign(word):
    found = one(f"{TITLE}根据{word}〔2023〕15号文件执行。", "N01")
    assert found.fix is None
    assert "发文机关代字不是规范的简称" in found.message


@pytest.mark.parametrize(
    "sentence",
    [
        "根据《关于下达补贴资金的通知》（某财农〔2023〕15号）执行。",
        "根据某省财政厅某财农〔2023〕15号文件执行。",  # the organ before its sign
        "根据某政办发〔2023〕15号和某农办函〔2023〕8号执行。",
        "补贴机具存放在（2023）15号库。",
    ],
)
def test_numbers_as_they_should_be(sentence):
    assert said(TITLE + sentence, "N01") == []
