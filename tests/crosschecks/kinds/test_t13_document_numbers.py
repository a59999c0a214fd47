"""T13 文号与标题一一对应."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, lines, one, said


def cited(*pairs: tuple[str, str]) -> str:
    return "一、依据\n" + "\n".join(f"根据《{title}》（{number}）。" for title, number in pairs)


def test_one_number_two_titles():
    text = cited(
        ("关于开展校车安全检查的通知", "某教发〔2023〕5号"), ("关于开展校车安全管理大检查的通知", "某教发[2023]5号")
    )
    found = one(text, "T13")
    assert found.arithmetic == "某教发〔2023〕5号：2个标题"
    assert lines(found) == [2, 3]
    assert findable(text, found.places)


def test_one_title_two_numbers():
    title = "关于下达2023年农机补贴资金的通知"
    found = one(cited((title, "某财农发〔2023〕14号"), (f"某省财政厅{title}", "某财农〔2023〕14号")), "T13")
    assert found.arithmetic == "某财农发〔2023〕14号≠某财农〔2023〕14号"


@pytest.mark.parametrize(
    "pairs",
    [
        (("关于校车的通知", "某教发〔2023〕5号"), ("关于校车的通知", "某教发【2023】5号")),  # brackets are N02's
        (("某省教育厅关于校车安全的通知", "某教发〔2023〕5号"), ("关于校车安全的通知", "某教发〔2023〕5号")),
        (("关于下达资金的通知", "某财〔2023〕5号"), ("关于下达资金的通知", "某县财〔2024〕81号")),
        (("某省财政厅关于下达资金的通知", "某财〔2023〕5号"), ("某市财政局关于下达资金的通知", "某市财〔2023〕5号")),
    ],
)
def test_nothing_to_say(pairs):
    assert said(cited(*pairs), "T13") == []
