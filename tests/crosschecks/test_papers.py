"""成文勾稽: order, what is said once, rules left out, and that no paper breaks anything."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from crosschecks import papers
from crosschecks.finding import Finding, Place, Severity
from crosschecks.kinds.registry import KINDS
from crosschecks.papers import check_paper, said_once
from documents.readers.text import parse_text

TEXT = """一、标准
每亩补700元—200元，每户补900元—300元。
二、资金
支出30万元，其中：甲20万元、乙15万元。
"""


def test_catalogue_order_then_from_top_to_bottom():
    found = check_paper(parse_text(TEXT))
    assert [(f.rule, f.places[0].quote) for f in found] == [
        ("T07", "支出30万元"),
        ("U05", "700元—200元"),
        ("U05", "900元—300元"),
    ]
    assert all(f.source == KINDS[f.rule].source for f in found)


def test_rules_left_out():
    assert {f.rule for f in check_paper(parse_text(TEXT), without=["U05"])} == {"T07"}


def finding(rule: str, *spots: tuple[int, str]) -> Finding:
    return Finding(rule, Severity.ERROR, "", "", tuple(Place("", "", quote, line) for line, quote in spots))


def test_the_same_places_are_told_by_the_rule_that_tells_them_best(monkeypatch):
    less, better = finding("S02", (1, "共3万元"), (2, "5万元")), finding("S03", (2, "支出5万元"), (1, "3万元"))
    elsewhere = finding("S03", (1, "3万元"), (9, "7万元"))
    yielding = {**KINDS, "S02": replace(KINDS["S02"], yields_to=("S03",))}
    monkeypatch.setattr(papers, "KINDS", yielding)
    assert said_once([less, better]) == [better]
    assert said_once([less, elsewhere]) == [less, elsewhere]
    assert said_once([less, less]) == [less]


WORDS = st.sampled_from(
    ["一、资金", "支出", "3万元", "，其中：", "20", "%", "\t", "\n", "\n\n\n", "（", "）", "一级指标\t三级指标\t分值\t得分", "《", "》", "—", "合计", "〔2023〕5号", "等", "0.00"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40).map("".join))
def test_odd_papers_break_nothing(text):
    for found in check_paper(parse_text(text)):
        assert found.message
        assert found.places
