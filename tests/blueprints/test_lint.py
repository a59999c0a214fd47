"""表样检查: each fault is found at its line, and a sound form has none."""

from __future__ import annotations

import pytest

from blueprints.lint import lint
from blueprints.load import load_text
from tests.blueprints.samples import SMALL, small, spoil


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
        "资金来源“other”重复了",
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


INNER = "{key: all, label: 全部, children: [{key: a, label: 甲, of: 90, rule: {kind: manual}}]"
MORE = [
    (
        "no rows",
        "    - scores: all\n      columns: [",
        "    - group: 空\n      span: 2\n      rows: []\n    - scores: all\n      columns: [",
        75,
        "这里没有任何行",
    ),
    (
        "inner rule",
        "{key: rows, label: 指标, of: 90, from_table: indicators",
        INNER,
        40,
        "“全部”有下级，不能再有 rule 或 from_table",
    ),
    ("other table", "from_table: indicators", "from_table: funds", 40, "“funds”不能逐行计分"),
    (
        "grade order",
        "{name: 优, at_least: 90}",
        "{name: 良, at_least: 80}, {name: 优, at_least: 90}",
        41,
        "等次应由高到低排列",
    ),
    (
        "only",
        "    - records: indicators\n",
        "    - records: indicators\n      only: benefit\n",
        68,
        "没有一级指标的键“benefit”",
    ),
    (
        "grade",
        "  - {table: funds}",
        "  - {ask: grade.self, label: 等次, widget: choice, choices: [优, 良]}\n  - {table: funds}",
        35,
        "没有等次“良”",
    ),
    ("table of a check", "table: funds, total", "table: fund, total", 44, "没有表格“fund”"),
]


@pytest.mark.parametrize(("old", "new", "line", "message"), [c[1:] for c in MORE], ids=[c[0] for c in MORE])
def test_more_faults(old, new, line, message):
    text = spoil(old, new).replace("of: rows,", "of: all,") if "全部" in new else spoil(old, new)
    found = lint(load_text(text, name="small.yaml"))
    assert [p.line for p in found if message in p.message] == [line]


def test_a_skeleton_needs_a_frame():
    text = spoil("frame:\n  levels:\n  - {key: output, label: 产出指标, children: [数量指标]}\n", "")
    text = text.replace("    - records: indicators\n", "    - records: indicators\n      skeleton: 1\n")
    assert [p.message for p in lint(load_text(text, name="x"))] == [
        "skeleton 只用于 indicators，且 frame 须写明 levels"
    ]


def test_scores_need_points():
    text = (
        spoil(spoil_points(), "")
        .replace("  - {scores: [execution]}\n", "")
        .replace("- {rule: S01, of: rows, total: 90}\n", "")
    )
    text = text.replace("{score: execution, label: 得分, span: 2}", "{stage: spent, label: 又, span: 2}")
    found = lint(load_text(text, name="x"))
    assert [p.message for p in found] == ["本表样没有分值（points），不能印评分表"]


def spoil_points():
    return SMALL[SMALL.index("points:") : SMALL.index("grades:")]


def test_a_filed_figure_is_printed_by_its_derived_number():
    filed = "funds.spent.all / funds.adjusted.all, filed: true}"
    (problem,) = linted("funds.spent.all / funds.adjusted.all}", filed)
    assert (problem.severity, problem.path) == ("warning", "sections[1].entries[3]")
    text = spoil("funds.spent.all / funds.adjusted.all}", filed)
    for place in ("{derived.rate}", "{figure.rate}"):
        assert lint(load_text(text.replace("{project.name}", place), name="x")) == []


def test_sentences_and_lists_count_as_printed():
    clauses = '  - clauses: indicators\n    each: "{name}"\n    needs: [weight]\n    group: level1\n  - grid: 12'
    assert linted("  - grid: 12", clauses) == []
    people = "- records: people\n  label: 人员\n  columns: [{field: name, label: 姓名}]\nsections:"
    text = spoil("sections:", people).replace("  - {table: funds}", "  - {table: funds}\n  - {table: people}")
    assert [p.message[:14] for p in lint(load_text(text, name="x"))] == ["“people.name”要"]
    text = text.replace(
        "    - scores: all",
        "    - records: people\n      columns: [{label: 序, span: 4, field: n}, {label: 姓名, span: 8, field: name}]\n    - scores: all",
    )
    assert lint(load_text(text, name="x")) == []


def test_a_reason_column_prints_the_reasons():
    columns = (
        "{label: 项, span: 4, field: level3}, {label: 分, span: 4, field: self}, {label: 因, span: 4, field: reason}"
    )
    found = linted("{label: 项, span: 6, field: level3}, {label: 分, span: 6, field: self}", columns)
    assert [p.message for p in found] == ["“indicators.reason”印在表上，却没有分节询问它，请在 sections 中加上"]


def test_fields_in_the_grid_are_amounts_of_the_table():
    assert linted('{text: "{project.name}", span: 8}', "{field: funds.spent.all, span: 8}") == []


def test_a_title_row_fills_any_width():
    assert linted("    - cells:\n", "    - title: 一、{year}年\n    - cells:\n") == []


def test_a_part_of_the_points_may_be_printed():
    assert linted("scores: all", "scores: [rows]") == []


def test_a_table_of_full_marks_prints_no_scores():
    marks = "{label: 项, span: 6, field: level3}, {label: 分, span: 6, field: of}"
    assert linted("{label: 项, span: 6, field: level3}, {label: 分, span: 6, field: self}", marks) == []


TALL = (
    "    - cells: [{label: 机构, span: 4, down: 2}, {label: 其中, span: 8}]\n    - cells: [{label: 人员, span: %s}]\n"
)
FIRST = "    - cells:\n      - {label: 项目, span: 4}\n"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (TALL % 8, []),
        (TALL % 12, ["应为8格，多4格"]),
        (TALL.replace("down: 2", "down: 3") % 8, ["这一行共12格（4＋8），应为8格，多4格"]),
        (
            "    - cells: [{label: 机构, span: 4, down: 2}, {label: 其中, span: 8}]\n    - title: 收支\n",
            ["这一行须是 cells"],
        ),
    ],
)
def test_rows_below_a_tall_cell(rows, told):
    found = linted(FIRST, rows + FIRST)
    assert [any(words in problem.message for problem in found) for words in told] == [True] * len(told)
    assert bool(found) == bool(told)


def test_a_tall_cell_at_the_end():
    text = SMALL + "    - cells: [{blank: yes, span: 12, down: 2}]\n"
    assert "还差1行" in lint(load_text(text, name="small.yaml"))[0].message


COVER = "- name: 封面\n  nodes:\n  - cover: [[{label: 类别：, path: choice.kind, options: [甲, 乙]}]]\n"


@pytest.mark.parametrize(
    ("more", "old", "new", "told"),
    [
        ("", "", "", []),
        ("  - page_break\n", "", "", ["封面（cover）须单独一个部分"]),
        ("", ", path: choice.kind", "", ["勾选的行须写 path"]),
    ],
)
def test_covers(more, old, new, told):
    found = linted("parts:\n", "parts:\n" + (COVER + more).replace(old, new))
    assert [problem.message[: len(words)] for problem, words in zip(found, told, strict=True)] == told


SUMMED = "{rule: F12, table: people, total: age, parts: [name]}"
PEOPLE = "- records: people\n  label: 人员\n  columns:\n  - {field: name, label: 姓名}\n  - {field: age, label: 年龄, shape: number}\n"


def test_columns_of_a_list_in_a_check():
    text = SMALL.replace("sections:\n", PEOPLE + "sections:\n").replace("checks:\n", f"checks:\n- {SUMMED}\n")
    found = [problem.message for problem in lint(load_text(text, name="small.yaml")) if "数字列" in problem.message]
    assert found == ["没有本表的数字列“name”，可用的有：age"]


PARTED = "rule: {kind: parts}, parts: [{key: a, label: 甲, of: 4, rule: {kind: manual}}, {key: b, label: 乙, of: 6, rule: {kind: manual}}]"
RATIO = "rule: {kind: ratio, value: funds.spent.all, over: funds.adjusted.all}"


def test_parts_add_up_to_their_leaf():
    assert linted(RATIO, PARTED) == []
    (short,) = linted(RATIO, PARTED.replace("of: 6", "of: 5"))
    assert (short.path, short.message) == ("points[1].parts", "“执行率”10分，各分项合计9分，应当相等")
    (bare,) = linted(RATIO, PARTED.replace(", rule: {kind: manual}}]", "}]"))
    assert "须写 rule" in bare.message


NAMED = """\
- records: duties
  label: 职能
  columns:
  - {field: name, label: 名称}
  - {field: done, label: 完成, shape: number, unprinted: true}
sections:
"""


def with_items(columns=NAMED, items="duties"):
    text = SMALL.replace("sections:\n", columns, 1).replace(
        "  - {table: funds}\n", "  - {table: funds}\n  - {table: duties}\n", 1
    )
    text = text.replace("label: 执行率, of: 10, ", f"label: 执行率, of: 10, items: {items}, ", 1)
    return lint(load_text(text, name="small.yaml"), file="small.yaml")


def test_rows_that_share_a_score_are_printed_by_their_name():
    assert with_items() == []
    (silent,) = with_items(NAMED.replace(", unprinted: true", ""))
    assert (silent.severity, "duties.done" in silent.message) == ("warning", True)
    assert any("应是一张有 name 列的明细表" in p.message for p in with_items(items="indicators"))


def test_a_funds_table_that_is_asked_for_scores_only():
    text = SMALL.replace("      - matrix: funds\n", "      - matrix: other\n")
    assert "unprinted" not in text
    without = text[: text.index("    - group: 资金")] + text[text.index("    - records: indicators\n") :]
    told = lint(load_text(without, name="small.yaml"), file="small.yaml")
    assert {p.severity for p in told} == {"warning"}
    quiet = without.replace("  label: 资金\n", "  label: 资金\n  unprinted: true\n", 1)
    assert lint(load_text(quiet, name="small.yaml"), file="small.yaml") == []
