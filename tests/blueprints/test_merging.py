"""表样的合并: by keys where things have keys, by position elsewhere, as a whole where the kind changes."""

from __future__ import annotations

import pytest

from blueprints.load import BlueprintError, load_text
from tests.blueprints.samples import SMALL, small

HEAD = "id: 077002/2024/heir\nextends: 077001/2024/small\n"


def load(body):
    return load_text(HEAD + body, name="heir.yaml", find=lambda form: ("small.yaml", SMALL))


def problem(body):
    with pytest.raises(BlueprintError) as refused:
        load(body)
    (found,) = refused.value.problems
    return found


def test_sections_by_key_and_entries_by_what_they_ask():
    form = load("""\
sections:
- key: words
  guidance: 新说明
  entries:
  - {ask: text.goal, limit: 50}
  - {ask: choice.kind, choices: [丙]}
- {key: more, title: 另一节, entries: [{ask: text.more, label: 补充, unprinted: true}]}
""")
    words, more = form.sections
    assert (words.title, words.guidance, more.title) == ("文字", "新说明", "另一节")
    assert len(words.entries) == len(small().sections[0].entries)
    assert (words.entries[0].label, words.entries[0].limit, words.entries[0].widget) == ("目标", 50, "prose")
    assert words.entries[1].choices == ("丙",)


def test_tables_stages_sources_and_columns_by_key():
    form = load("""\
tables:
- funds: funds
  stages: [{stage: spent, label: 执行}]
  sources: [{source: carry_over, label: 结转}]
- records: indicators
  columns: [{field: level1, drop: true}, {field: reason, label: 原因}]
parts: [{name: 小表, nodes: {4: {rows: {4: {columns: {1: {drop: true}, 2: {span: 6}}}}}}}]
""")
    funds, rows = form.tables
    assert [(s.stage, s.label) for s in funds.stages] == [("adjusted", "预算"), ("spent", "执行")]
    assert funds.stages[1].sources == ("fiscal", "other")
    assert [s.source for s in funds.sources] == ["all", "fiscal", "other", "carry_over"]
    assert [c.field for c in rows.columns] == ["name", "weight", "score", "reason"]
    printed = form.parts[0].nodes[3].rows[3]
    assert [(c.label, c.span) for c in printed.columns] == [("名称", 6), ("权重", 3), ("得分", 3)]


def test_checks_by_rule_and_how_many_of_it():
    form = load("""\
checks:
- {rule: F01, drop: true}
- {rule: S01, total: 80}
- {rule: S01, of: execution, total: 10}
""")
    assert [(c.rule, dict(c.params)) for c in form.checks] == [
        ("S01", {"of": "rows", "total": "80"}),
        ("S01", {"of": "execution", "total": "10"}),
    ]


def test_a_rule_of_another_kind_replaces_the_old_one_and_its_parameters():
    form = load("points: [{key: execution, rule: {kind: manual, by: 评审人}}]\n")
    assert (form.points[0].rule.kind, dict(form.points[0].rule.params)) == ("manual", {"by": "评审人"})
    same = load("points: [{key: execution, rule: {cap: 90%}}]\n")
    assert dict(same.points[0].rule.params) == {
        "value": "funds.spent.all",
        "over": "funds.adjusted.all",
        "cap": "90%",
    }


def test_a_cell_of_another_kind_replaces_the_old_one():
    form = load("parts: [{name: 小表, nodes: {4: {rows: {1: {cells: {2: {field: project.code, span: 8}}}}}}}]\n")
    cell = form.parts[0].nodes[3].rows[0].cells[1]
    assert (cell.kind, cell.path, cell.text) == ("field", "project.code", "")
    label = load("parts: [{name: 小表, nodes: {4: {rows: {1: {cells: {1: {label: 名称}}}}}}}]\n")
    assert (label.parts[0].nodes[3].rows[0].cells[0].text, label.parts[0].nodes[3].rows[0].cells[0].span) == ("名称", 4)


def test_a_list_without_keys_is_replaced_or_changed_by_position():
    assert load("frame: {levels: [{key: output, children: [质量指标]}]}\n").frame.levels[0].children == ("质量指标",)
    grown = load("frame: {levels: [{key: output, children: {2: 质量指标}}]}\n")
    assert grown.frame.levels[0].children == ("数量指标", "质量指标")
    nodes = load("parts: [{name: 小表, nodes: [title]}]\n").parts[0].nodes
    assert len(nodes) == 1


def test_grades_by_name_and_a_new_part_at_the_end():
    form = load("grades: [{name: 优, at_least: 95}]\nparts: [{name: 附页, nodes: [title]}]\n")
    assert [(g.name, str(g.at_least)) for g in form.grades] == [("优", "95"), ("差", "None")]
    assert [p.name for p in form.parts] == ["小表", "附页"]


@pytest.mark.parametrize(
    ("body", "line", "path", "said"),
    [
        ("grades: [{name: 良, drop: true}]\n", 3, "grades[1]", "上级表样没有“良”，没有可去掉的"),
        ("checks:\n- {rule: S99, drop: true}\n", 4, "checks[1]", "没有“S99”"),
        ("grades: [{name: 优, drop: no}]\n", 3, "grades[1]", "drop 只是标记，值写 true"),
        ("parts: [{name: 小表, nodes: {9: title}}]\n", 3, "parts[1].nodes.9", "上级表样有4项，可写 1 至 5"),
        ("parts: [{name: 小表, nodes: {0: title}}]\n", 3, "parts[1].nodes.0", "“0”不是这个列表的位置"),
        ("parts: [{name: 小表, nodes: {first: title}}]\n", 3, "parts[1].nodes.first", "“first”不是这个列表的位置"),
        ("points: [{key: execution, colour: red}]\n", 3, "points[1].colour", "不认识的键“colour”"),
        ("print: {unit: 角}\n", 3, "print.unit", "“角”不能用在这里"),
        ("grades: [{name: 良, at_least: 80, drop: true, at: 1}]\n", 3, "grades[1]", "没有可去掉的"),
    ],
)
def test_what_does_not_fit_the_parent_is_told_with_its_line(body, line, path, said):
    found = problem(body)
    assert (found.file, found.line, found.path) == ("heir.yaml", line, path)
    assert said in found.message


@pytest.mark.parametrize("body", ["sections: {1: {title: 新}}\n", "sections: words\n"])
def test_a_list_with_keys_stays_a_list(body):
    with pytest.raises(BlueprintError) as refused:
        load(body)
    first = refused.value.problems[0]
    assert (first.file, first.line, first.path) == ("heir.yaml", 3, "sections")
    assert "应写成列表" in first.message


def test_a_new_thing_needs_all_its_keys():
    with pytest.raises(BlueprintError, match="缺少键“title”"):
        load("sections: [{key: wrods, guidance: 新说明}]\n")


def test_a_new_thing_goes_before_the_next_one_the_parent_has_too():
    first, last = [section.key for section in small().sections][:1], [section.key for section in small().sections][1:]
    new = "{key: %s, title: 新, entries: [{ask: text.%s, label: 新, unprinted: true}]}"
    form = load(f"sections: [{new % ('a', 'a')}, {{key: {first[0]}}}, {new % ('b', 'b')}]\n")
    assert [section.key for section in form.sections] == ["a", *first, *last, "b"]
    part = "{name: 前页, nodes: [title]}"
    assert [part.name for part in load(f"parts: [{part}, {{name: 小表}}]\n").parts] == ["前页", "小表"]
    assert [part.name for part in load(f"parts: [{part}]\n").parts] == ["小表", "前页"]
