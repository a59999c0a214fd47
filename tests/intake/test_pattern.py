"""印式: what stands around a fact on paper, and the way back."""

from __future__ import annotations

import pytest

from intake.pattern import pattern_of
from intake.probe import BEGIN, END, WILD

A, B = "\ue000", "\ue001"
PATHS = {A: "text.a", B: "text.b"}


@pytest.mark.parametrize(
    ("printed", "text", "values"),
    [
        (f"项目负责人：{A}", "项目负责人：高启明", {"text.a": "高启明"}),
        (f"项目负责人：{A}", "项目负\n责人： 高启明 ", {"text.a": "高启明"}),
        (f"项目负责人：{A}", "项目负责人：", {"text.a": ""}),
        (f"项目负责人：{A}", "财务负责人：高启明", None),
        (f"填报人：{A}\t电话：{B}", "填报人：甲电话：0825", {"text.a": "甲", "text.b": "0825"}),
        (f"填报人：{A}\t电话：{B}", "填报人：甲\t\t电话： 0825", {"text.a": "甲", "text.b": "0825"}),
        (f"{A} {B}", "人社局 077", {"text.a": "人社局", "text.b": "077"}),
        (f"安排{A}万元，执行率{WILD}。", "安排12.5万元，执行率93%。", {"text.a": "12.5"}),
        (A, "=1+1\n第二段", {"text.a": "=1+1\n第二段"}),
        ("（一）项目概况", "（一）项目概况", {}),
    ],
)
def test_reading_back(printed, text, values):
    assert pattern_of(printed, PATHS).read(text) == values


def test_a_row_number_may_be_any():
    pattern = pattern_of(f"指标1：{A}", PATHS, counted=True)
    assert pattern.read("指标12：发放人数") == {"text.a": "发放人数"}
    assert pattern_of(f"指标1：{A}", PATHS).read("指标12：发放人数") is None


def test_closing_lines_are_no_part_of_the_fact():
    pattern = pattern_of(f"意见：{A}", PATHS, foot="负责人（签章）：\n年　月　日")
    assert pattern.read("意见：同意\n\n　负责人（签章）：\n　年　月　日") == {"text.a": "同意"}
    assert pattern.read("意见：同意") == {"text.a": "同意"}


BOXES = pattern_of(f"类型：□过程评价  □结果评价  ☑{A}", PATHS)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("类型：□过程评价  ☑结果评价", "结果评价"),
        ("类型：☑过程评价  √ 结果评价", "过程评价、结果评价"),
        ("□过程评价 □结果评价", ""),
        ("类型：□过程评价 □结果评价 ☑其他", "其他"),
    ],
)
def test_boxes(text, value):
    assert BOXES.read(text) == {"text.a": value}


def test_boxes_of_another_question_are_not_these():
    assert BOXES.read("☑是 □否") is None
    assert BOXES.read("结果评价") is None


def test_each_line_of_a_title_may_be_missing():
    from dataclasses import replace

    whole = pattern_of(f"{A}\n（{B}）", PATHS)
    title = replace(whole, lines=tuple(pattern_of(line, PATHS) for line in (A, f"（{B}）")))
    assert title.read("项目甲\n（子项目）") == {"text.a": "项目甲", "text.b": "子项目"}
    assert title.read("项目甲") == {"text.a": "项目甲"}


def test_a_piece_that_may_be_left_out():
    pattern = pattern_of(f"支出\ue000万元{BEGIN}，因\ue001{END}。", {"\ue000": "figure.a", "\ue001": "text.b"})
    assert pattern.words == "支出万元，因。"
    assert pattern.read("支出5万元，因调整。") == {"figure.a": "5", "text.b": "调整"}
    assert pattern.read("支出5万元。") == {"figure.a": "5"}
    assert pattern.read("收入5万元。") is None


def test_a_piece_at_the_very_beginning():
    pattern = pattern_of(f"{BEGIN}因\ue001，{END}支出\ue000万元。", {"\ue000": "figure.a", "\ue001": "text.b"})
    assert pattern.read("支出5万元。") == {"figure.a": "5"}
    assert pattern.read("因调整，支出5万元。") == {"figure.a": "5", "text.b": "调整"}
