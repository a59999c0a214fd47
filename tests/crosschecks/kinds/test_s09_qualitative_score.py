"""S09 定性指标得分落在档位."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, quotes, said, table


def form(level: str, score: str) -> str:
    rows = table(
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
        f"效益指标|可持续影响|河道管护机制|健全|{level}|20|{score}",
    )
    return f"项目支出绩效自评表\n（2023年度）\n\n{rows}\n"


def test_full_marks_for_a_part():
    text = form("部分达成预期指标并具有一定效果", "20")
    found = one(text, "S09")
    assert found.message == "“河道管护机制”评定为部分达成预期指标并具有一定效果，得分20分不在12分~16分之间。"
    assert quotes(found) == ["20", "部分达成预期指标并具有一定效果", "20"]
    assert findable(text, found.places)


@pytest.mark.parametrize(("level", "score"), [("达成预期指标", "12"), ("未达成预期指标", "12"), ("部分完成", "16")])
def test_at_or_beyond_the_edges(level, score):
    assert len(said(form(level, score), "S09")) == 1


@pytest.mark.parametrize(
    ("level", "score"),
    [
        ("达成预期指标", "16"),
        ("达成预期指标", "20"),
        ("部分完成", "12"),
        ("未达成预期指标", "11.9"),
        ("机制健全，运行良好", "5"),
    ],
)
def test_within_the_band_or_other_words(level, score):
    assert said(form(level, score), "S09") == []
