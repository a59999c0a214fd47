"""单位的项目: the paths a form may name, and what is refused with its line."""

from __future__ import annotations

import pytest

from blueprints.concepts import is_result, known_paths
from blueprints.lint import lint
from blueprints.load import BlueprintError, load_text
from blueprints.projects import PROJECT_WORDS

UNIT = """\
id: "077001/2024/unit"
name: 部门表
title: 部门表
subject: department
source: 测试
projects:
  forms: [077001/2024/small]
  figures:
  - {key: budget, label: 预算, value: funds.adjusted.all}
  - {key: rate, label: 执行率, value: funds.spent.all / funds.adjusted.all, shape: percent}
  groups:
  - {key: regular, label: 常年项目, when: 'project.attribute == "经常性项目"'}
derived:
- {key: half, label: 一半, value: projects.regular.sum.budget / 2, shape: money}
sections:
- {key: words, title: 文字, entries: [{ask: text.goal, label: 目标}]}
parts:
- name: 报告
  nodes:
  - {prose: text.goal}
  - {sentence: "共{projects.count}个，预算{projects.sum.budget}万元，其中常年{projects.regular.count}个。"}
  - {clauses: projects, only: regular, each: "{name}{budget}万元，{rate}"}
- {name: 项目表, annex: regular, forms: [077001/2024/small]}
"""


def problems(old, new):
    assert UNIT.count(old) >= 1, old
    with pytest.raises(BlueprintError) as caught:
        load_text(UNIT.replace(old, new, 1), name="unit.yaml")
    return [(p.line, p.path, p.message) for p in caught.value.problems]


def test_a_form_names_its_projects():
    form = load_text(UNIT, name="unit.yaml")
    assert lint(form, file="unit.yaml") == []
    assert {path for path in known_paths(form) if path.startswith("projects.")} == {
        "projects.count",
        "projects.sum.budget",
        "projects.regular.count",
        "projects.regular.sum.budget",
    }
    assert is_result("projects.count")
    assert form.projects.words() == (*PROJECT_WORDS, "budget", "rate")
    assert [(part.annex, part.forms, part.nodes) for part in form.parts][1] == ("regular", ("077001/2024/small",), ())


BAD = [
    ("subject: department", "subject: project", 6, "projects", "只有部门（单位）整体的表样"),
    ("forms: [077001/2024/small]", "forms: [small]", 7, "projects.forms[1]", "应为 行政区划代码/年度/表名"),
    ("forms: [077001/2024/small]", "forms: []", 7, "projects.forms", "须列出项目填报的表样标识"),
    ("value: funds.adjusted.all}", "value: funds.adjusted.all > 0}", 9, "projects.figures[1].value", "这里要写算式"),
    ('when: \'project.attribute == "经常性项目"\'', "when: funds.spent.all", 12, "projects.groups[1].when", "when 要写条件"),
    ("{key: regular,", "{key: sum,", 12, "projects.groups[1].key", "“sum”另有用处"),
    ("projects.regular.sum.budget", "projects.regular.sum.rate", 14, "derived[1].value", "没有“projects.regular.sum.rate”"),
    ("{projects.count}", "{projects.staged.count}", 21, "parts[1].nodes[2].sentence", "没有“projects.staged.count”"),
    ("{name}{budget}", "{title}{budget}", 22, "parts[1].nodes[3].each", "明细行没有“title”"),
    ("annex: regular", "annex: staged", 23, "parts[2].annex", "没有“staged”这类项目"),
    ("annex: regular, forms: [077001/2024/small]", "annex: regular, forms: [077001/2024/other]", 23, "parts[2].forms[1]", "不在 projects 的 forms 中"),
    ("annex: regular,", "nodes: [title], annex: regular,", 23, "parts[2].nodes", "不能再写 nodes"),
    ("annex: regular,", "", 23, "parts[2]", "缺少键“nodes”"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "line", "path", "message"), BAD, ids=[row[3] + row[1][:12] for row in BAD])
def test_what_is_refused(old, new, line, path, message):
    assert any((line, path) == found[:2] and message in found[2] for found in problems(old, new)), problems(old, new)


def test_an_annex_needs_projects():
    text = UNIT[: UNIT.index("projects:\n")] + UNIT[UNIT.index("sections:") :]
    text = text.replace(
        '  - {sentence: "共{projects.count}个，预算{projects.sum.budget}万元，其中常年{projects.regular.count}个。"}\n',
        "",
    )
    text = text.replace('  - {clauses: projects, only: regular, each: "{name}{budget}万元，{rate}"}\n', "")
    with pytest.raises(BlueprintError) as caught:
        load_text(text, name="unit.yaml")
    (found,) = caught.value.problems
    assert "须先写 projects" in found.message


def test_a_group_that_a_list_may_not_name():
    form = load_text(UNIT.replace("only: regular", "only: output"), name="unit.yaml")
    (found,) = lint(form, file="unit.yaml")
    assert (found.line, "没有项目的类别“output”" in found.message) == (22, True)
