"""表样检查: each fault is found at its line, and a sound form has none."""

from __future__ import annotations

import pytest

from blueprints.lint import lint
from blueprints.load import load_text
from tests.blueprints.samples import small, spoil


def linted(old, new):
    return lint(load_text(spoil(old, new), name="small.yaml"), file="small.yaml")


def test_a_sound_form_has_no_problems():
    assert lint(small()) == []


BAD = [
    ("narrow row", "{label: 项目, span: 4}", "{label: 项目, span: 3}", 53, "这一行共11格（3＋8），应为12格，少1格"),
    ("wide row in group", "label: 率, span: 2", "label: 率, span: 4", 60, "应为10格，多2格"),
    ("group too wide", "      span: 2\n", "      span: 12\n", 58, "应为1至11格"),
    ("records row", "span: 3, field: weight", "span: 4, field: weight", 67, "应为12格，多1格"),
    ("scores row", "span: 6, field: self", "span: 5, field: self", 73, "应为12格，少1格"),
    ("empty cell", "{blank: yes, span: 2}", "{blank: yes, span: 0}", 56, "第2格的 span 应至少为1"),
    ("grid width", "- grid: 12", "- grid: 0", 51, "应为1至200格"),
    ("boxes", ", options: [甲, 乙]", "", 56, "勾选格须写 options"),
    ("same node", "key: rows", "key: execution", 40, "分值节点的键“execution”重复了"),
    ("reserved node", "key: rows", "key: total", 40, "“total”留作总分"),
    ("key format", "key: words", "key: Words", 30, "应由小写字母开头"),
    (
        "same column",
        "{field: name, label: 名称}",
        "{field: name, label: 名称}\n  - {field: name, label: 又}",
        27,
        "列“name”重复了",
    ),
    (
        "same source",
        "{source: other, label: 其他}",
        "{source: other, label: 其他}\n  - {source: other, label: 又}",
        22,
        "资金来源“fiscal”重复了",
    ),
    (
        "asked twice",
        "  - {table: funds}\n",
        "  - {ask: text.goal, label: 又}\n  - {table: funds}\n",
        35,
        "填报项“text.goal”重复了",
    ),
    ("impossible points", "of: 90, from", "of: 80, from", 38, "各项分值合计90分，应为100分"),
    ("no points", "label: 执行率, of: 10, ", "label: 执行率, ", 39, "须写 of"),
    ("no rule", ", rule: {kind: by_relation}", "", 40, "须写 rule"),
    ("because", "of: 90, from", 'of: 90, printed: "65", from', 40, "须用 because 写明原因"),
    (
        "grades",
        "{name: 优, at_least: 90}, {name: 差}",
        "{name: 差}, {name: 优, at_least: 90}",
        41,
        "最后一个等次不写 at_least",
    ),
    ("matrix table", "matrix: funds", "matrix: fund", 60, "没有资金表“fund”"),
    ("matrix stage", "rate: spent, over: adjusted", "rate: spent, over: initial", 65, "没有本表的资金环节“initial”"),
    ("matrix node", "score: execution, label", "score: executions, label", 66, "没有分值节点“executions”"),
    ("scores node", "scores: all", "scores: [executed]", 73, "没有顶层分值节点“executed”"),
    ("section table", "{table: indicators}", "{table: indicator}", 36, "没有表格“indicator”"),
    ("section node", "scores: [execution]", "scores: [rows]", 37, "没有可填自评得分的节点“rows”"),
    ("unknown rule", "rule: S01", "rule: Z01", 43, "“Z01”不是规则编号"),
    ("check node", "of: rows,", "of: row,", 43, "没有分值节点或明细表“row”，是不是想写“rows”？"),
    ("check source", "parts: [fiscal, other]", "parts: [fiscal, unit]", 44, "没有本表的资金来源“unit”"),
    (
        "skeleton",
        "- records: indicators\n      c",
        "- records: indicators\n      only: benefit\n      c",
        68,
        "没有一级指标的键“benefit”",
    ),
    ("not asked", "  - {table: indicators}\n", "", 66, "“indicators.level1”印在表上，却没有分节询问它"),
    ("score not asked", "  - {scores: [execution]}\n", "", 59, "“score.execution.self”印在表上"),
]


@pytest.mark.parametrize(("old", "new", "line", "message"), [c[1:] for c in BAD], ids=[c[0] for c in BAD])
def test_a_fault_is_told_with_its_line(old, new, line, message):
    assert [p.line for p in linted(old, new) if message in p.message and p.severity == "error"] == [line]


def test_asked_but_not_printed_is_a_warning_that_can_be_meant():
    asked = "  - {ask: text.more, label: 其他}\n  - {table: funds}"
    (problem,) = linted("  - {table: funds}", asked)
    assert (problem.severity, problem.line) == ("warning", 35)
    assert linted("  - {table: funds}", asked.replace("其他}", "其他, unprinted: true}")) == []


def test_printed_points_may_differ_with_a_reason():
    assert linted("of: 90, from", 'of: 80, printed: "90", because: 表上如此, from') == []
    inner = "{key: all, label: 全部, of: 90, children: [{key: a, label: 甲, of: 80, rule: {kind: manual}}]}"
    told = linted("{key: rows, label: 指标, of: 90, from_table: indicators, rule: {kind: by_relation}}", inner)
    assert [p.path for p in told if "“全部”90分，下级合计80分" in p.message] == ["points[2].of"]


def test_rows_need_their_weights():
    text = spoil("  - {field: weight, label: 权重}\n", "").replace("span: 3, field: weight", "span: 3, field: score", 1)
    found = lint(load_text(text, name="small.yaml"))
    assert [(p.line, p.message) for p in found] == [(39, "逐行计分的 indicators 须有 weight 列")]
