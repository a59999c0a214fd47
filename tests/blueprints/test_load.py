"""表样读取: what is written is what arrives, and every bad input is told with its line and reason."""

from __future__ import annotations

import hashlib
from decimal import Decimal

import pytest

from blueprints import schema
from blueprints.load import BlueprintError, load_file, load_text
from tests.blueprints.samples import SMALL, small, spoil


def problems(text):
    with pytest.raises(BlueprintError) as caught:
        load_text(text, name="small.yaml")
    return caught.value.problems


def test_a_form_arrives_as_it_was_written():
    form = small()
    assert (form.id, form.area, form.year) == ("077001/2024/small", "077001", 2024)
    assert form.print == schema.PrintStyle("元", 0, grouping=False)
    assert form.points[0] == schema.PointNode(
        "execution",
        "执行率",
        Decimal(10),
        schema.RuleDef("ratio", {"value": "funds.spent.all", "over": "funds.adjusted.all"}),
    )
    assert form.checks[1].params == {"table": "funds", "total": "all", "parts": ("fiscal", "other")}
    assert form.derived[0].value.paths == {"funds.spent.all", "funds.adjusted.all"}
    assert (form.text, form.digest) == (SMALL, hashlib.sha256(SMALL.encode()).hexdigest())


def test_the_tags_choose_the_kind():
    heading, prose, grid = small().parts[0].nodes[1:]
    assert heading.when.text == "known(funds.spent.all)"
    assert prose == schema.ProseNode("text.goal", "无")
    cells, boxes, group, records, scores = grid.rows
    assert cells.cells == (
        schema.CellDef("label", 4, "项目"),
        schema.CellDef("text", 8, "{project.name}"),
    )
    assert [cell.kind for cell in boxes.cells] == ["boxes", "blank"]
    assert [column.kind for column in group.rows[0].columns] == ["axis", "stage", "stage", "rate", "score"]
    assert group.rows[0].columns[4].node == "execution"
    assert (records.table, records.columns[1].text) == ("indicators", "{n}.{name}")
    assert scores.nodes == ()


def test_scalars_stay_text():
    form = load_text(spoil("name: 小表", 'name: "077"').replace("label: 目标,", "label: no,"), name="x")
    assert form.name == "077"
    assert form.sections[0].entries[0].label == "no"


BAD = [
    ("unknown key", "name: 小表", "nmae: 小表", 2, "nmae", "不认识的键“nmae”，是不是想写“name”？"),
    ("missing key", "source: 测试\n", "", 1, "", "缺少键“source”"),
    ("missing word", "subject: project\n", "", 1, "", "缺少键“subject”"),
    (
        "sentence needs",
        "  - grid: 12",
        "  - {sentence: x, needs: [text.gaol]}\n  - grid: 12",
        51,
        "parts[1].nodes[4].needs[1]",
        "没有“text.gaol”",
    ),
    (
        "condition wanted",
        "kind: ratio, value: funds.spent.all, over: funds.adjusted.all",
        "kind: met, when: funds.spent.all",
        39,
        "points[1].rule.when",
        "when 要写条件",
    ),
    (
        "number of the year",
        "label: 执行率, of: 10,",
        'label: 执行率, of: 10, guidance: "不超过{parameter.n}",',
        39,
        "points[1].guidance",
        "“parameter.n”不能写在这里，只能写年度参数",
    ),
    (
        "words of a score column",
        "span: 6, field: level3}",
        'span: 6, field: level3, text: "{label}"}',
        74,
        "parts[1].nodes[4].rows[5].columns[1].text",
        "只有 level1、level2 可以写 text",
    ),
    ("duplicate key", "source: 测试", "name: 又一个", 5, "", "键“name”重复了，第2行已经写过"),
    ("tag", "name: 小表", "name: !!str 小表", 2, "", "不能用标签 !!str"),
    ("python tag", "name: 小表", "name: !!python/object/apply:os.system [ls]", 2, "", "不能用标签"),
    ("anchor", "name: 小表", "name: &a 小表", 2, "", "不能用锚点 &a"),
    ("alias", "source: 测试", "source: *a", 5, "", "不能用别名 *a"),
    ("merge", "source: 测试", "<<: {source: 测试}", 5, "", "不能用合并键 <<"),
    ("second document", "grades:", "---\ngrades:", 41, "", "一个文件只能有一份表样"),
    ("bad yaml", "- {table: funds}", "- {table: funds", 36, "", "不是正确的 YAML"),
    ("tab", "  label: 资金", "\tlabel: 资金", 14, "", "行首的缩进里有制表符"),
    ("empty value", "source: 测试", "source:", 5, "source", "写了键却没有值"),
    ("list for text", "source: 测试", "source: [测试]", 5, "source", "应写一个值，不能写列表"),
    ("text for list", "children: [数量指标]", "children: 数量指标", 9, "frame.levels[1].children", "应写成列表"),
    ("text for mapping", "print: {unit: 元, decimals: 0}", "print: 元", 6, "print", "应写成键值"),
    ("word not allowed", "subject: project", "subject: projekt", 4, "subject", "是不是想写“project”？"),
    ("number", "of: 10,", "of: 十,", 39, "points[1].of", "“十”应是一个数"),
    ("infinite", "of: 10,", "of: Infinity,", 39, "points[1].of", "应是一个数"),
    ("exponent", "of: 10,", "of: 1e9,", 39, "points[1].of", "应是一个数"),
    ("span", "span: 4}", "span: 4.5}", 54, "parts[1].nodes[4].rows[1].cells[1].span", "应是不带小数的数"),
    ("flag", "total: true", "total: maybe", 19, "tables[1].sources[1].total", "应写 true 或 false"),
    ("mark", "blank: yes", "blank: no", 56, "parts[1].nodes[4].rows[2].cells[2].blank", "值写 true"),
    ("no kind", "- {table: funds}", "- {tabel: funds}", 35, "sections[1].entries[3]", "是不是想写“table”？"),
    ("bare word", "  - title\n", "  - titel\n", 48, "parts[1].nodes[1]", "是不是想写“title”？"),
    (
        "other kind's key",
        "{label: 项目, span: 4}",
        "{label: 项目, path: year, span: 4}",
        54,
        "parts[1].nodes[4].rows[1].cells[1].path",
        "不认识的键“path”",
    ),
    ("id", '"077001/2024/small"', "077001-2024", 1, "id", "应为 行政区划代码/年度/表名"),
    (
        "unknown field",
        "prose: text.goal",
        "prose: text.gaol",
        50,
        "parts[1].nodes[3].prose",
        "没有“text.gaol”这个事实位置；文字、选项、签名须先在填报分节（sections）里用 ask 询问，是不是想写“text.goal”？",
    ),
    (
        "unknown stage",
        "value: funds.spent.all /",
        "value: funds.spend.all /",
        11,
        "derived[1].value",
        "没有“funds.spend.all”这个事实位置",
    ),
    (
        "unknown place",
        "{project.name}",
        "{project.nam}",
        55,
        "parts[1].nodes[4].rows[1].cells[2].text",
        "是不是想写“project.name”？",
    ),
    ("brace", "{project.name}", "{project.name", 55, "parts[1].nodes[4].rows[1].cells[2].text", "花括号不成对"),
    (
        "expression",
        "known(funds.spent.all)",
        "known(funds.spent.all",
        49,
        "parts[1].nodes[2].when",
        "应为“)”，却是结尾",
    ),
    (
        "number for condition",
        "when: known(funds.spent.all)",
        "when: funds.spent.all",
        49,
        "parts[1].nodes[2].when",
        "when 要写条件",
    ),
    ("condition for number", "funds.spent.all / funds.adjusted.all", "1 > 2", 11, "derived[1].value", "这里要写算式"),
    (
        "column twice",
        'text: "{n}.{name}"}',
        'text: "{n}.{name}", field: name}',
        70,
        "parts[1].nodes[4].rows[4].columns[2]",
        "每列须写 field 或 text 其中一个",
    ),
    (
        "row brace",
        'text: "{n}.{name}"}',
        'text: "{n"}',
        70,
        "parts[1].nodes[4].rows[4].columns[2].text",
        "花括号不成对",
    ),
    (
        "clause table",
        "  - grid: 12",
        "  - {clauses: people, each: x}\n  - grid: 12",
        51,
        "parts[1].nodes[4].clauses",
        "没有明细表“people”",
    ),
    (
        "clause each",
        "  - grid: 12",
        "  - {clauses: indicators}\n  - grid: 12",
        51,
        "parts[1].nodes[4].clauses",
        "逐条成句须写 each",
    ),
    (
        "clause needs",
        "  - grid: 12",
        "  - {clauses: indicators, each: x, needs: [nam]}\n  - grid: 12",
        51,
        "parts[1].nodes[4]",
        "没有“nam”列",
    ),
    ("empty word", "subject: project", "subject:", 4, "subject", "写了键却没有值"),
    (
        "stage",
        "stage: adjusted, label: 预算}",
        "stage: adjustd, label: 预算}",
        16,
        "tables[1].stages[1].stage",
        "没有资金环节“adjustd”，是不是想写“adjusted”？",
    ),
    (
        "source",
        "{source: other, label: 其他}",
        "{source: others, label: 其他}",
        21,
        "tables[1].sources[3].source",
        "没有资金来源“others”",
    ),
    (
        "source of stage",
        "sources: [fiscal, other]}\n  s",
        "sources: [fiscal, othr]}\n  s",
        17,
        "tables[1].stages[2].sources",
        "没有本表的资金来源“othr”",
    ),
    ("level", "key: output", "key: outputs", 9, "frame.levels[1].key", "没有一级指标的键“outputs”"),
    (
        "rule expression",
        "over: funds.adjusted.all}",
        "over: funds.adjusted.al}",
        39,
        "points[1].rule.over",
        "funds.adjusted.all",
    ),
    (
        "rule expression broken",
        "over: funds.adjusted.all}",
        "over: funds.adjusted.all +}",
        39,
        "points[1].rule.over",
        "却是结尾",
    ),
    (
        "selector",
        "rule: {kind: by_relation}",
        "rule: {kind: reach, indicator: 数量指标}",
        40,
        "points[2].rule.indicator",
        "应写成 indicators[level2=数量指标]",
    ),
    ("check path", "total: 90}", "total: score.totl.self}", 43, "checks[1].total", "没有“score.totl.self”"),
    ("ask identity", "ask: text.goal", "ask: project.name", 33, "sections[1].entries[1].ask", "“project.name”不能填报"),
    (
        "ask word",
        "ask: text.goal",
        "ask: text.Goal",
        33,
        "sections[1].entries[1].ask",
        "应由小写字母、数字、下划线组成",
    ),
    ("choices", ", choices: [甲, 乙]", "", 34, "sections[1].entries[2].ask", "选择项要写 choices"),
    (
        "records table",
        "- records: indicators\n      columns",
        "- records: lists\n      columns",
        67,
        "parts[1].nodes[4].rows[4].records",
        "没有明细表“lists”",
    ),
    ("row place", "{n}.{name}", "{n}.{nom}", 70, "parts[1].nodes[4].rows[4].columns[2].text", "明细行没有“nom”"),
    (
        "row column",
        "span: 3, field: weight",
        "span: 3, field: wait",
        71,
        "parts[1].nodes[4].rows[4].columns[3].field",
        "明细表“indicators”没有“wait”列，是不是想写“weight”？",
    ),
    (
        "score column",
        "field: level3",
        "field: level4",
        74,
        "parts[1].nodes[4].rows[5].columns[1]",
        "评分表没有“level4”列",
    ),
]


@pytest.mark.parametrize(("old", "new", "line", "path", "message"), [c[1:] for c in BAD], ids=[c[0] for c in BAD])
def test_bad_input_is_told_with_its_line(old, new, line, path, message):
    found = [(p.line, p.path) for p in problems(spoil(old, new)) if message in p.message]
    assert (line, path) in found


def test_all_problems_are_told_at_once():
    text = (
        spoil("subject: project", "subject: projekt")
        .replace("of: 10,", "of: 十,")
        .replace("text.goal, empty", "text.gaol, empty")
    )
    assert [p.line for p in problems(text)] == [4, 39, 50]


def test_a_problem_reads_as_one_line():
    told = str(problems(spoil("of: 10,", "of: 十,"))[0])
    assert told == "small.yaml 第39行 points[1].of：“十”应是一个数，如 10 或 22.5"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "文件是空的"),
        ("# 只有注释\n", "文件是空的"),
        ("小表", "应写成键值"),
        ("a: " + "x" * 10_000_000, "文件太大"),
        ("[" * 60, "套得太深"),
        ("? [a]\n: b\n", "键只能是文字"),
    ],
)
def test_what_is_no_form_is_refused(text, message):
    assert any(message in p.message for p in problems(text))


def test_a_long_text_is_refused():
    assert "文字太长" in problems(spoil("source: 测试", "source: " + "长" * 20_001))[0].message


def test_files(tmp_path):
    path = tmp_path / "small.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SMALL.encode())
    assert load_file(path) == small()


@pytest.mark.parametrize(
    ("content", "message"),
    [("小表".encode("gbk"), "不是 UTF-8"), (b"a: " + b"x" * 10_000_000, "文件太大"), (None, "读不了这个文件")],
)
def test_bad_files(tmp_path, content, message):
    path = tmp_path / "bad.yaml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BlueprintError, match=message):
        load_file(path)
