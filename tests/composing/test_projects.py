"""项目的列举: sentences, lists and annexes over the unit's projects."""

from __future__ import annotations

from dataclasses import replace

from blueprints.printing import PartDef, RecordsColumn, RecordsRow, SentenceNode
from composing.bound import bound_facts
from composing.compose import compose
from composing.grid import GridNode, table_of
from composing.inputs import Inputs
from composing.lint import empty_sheet
from composing.sentences import sentence
from documents.tree import Number, Table, Title
from tests.factbook.unit import FORM, PROJECTS, project, unit_book

CLAUSES = SentenceNode(records="projects", each="“{name}”{budget}万元，执行{rate}")


def inputs(*filings, in_text="as_table"):
    form = replace(FORM, print=replace(FORM.print, decimals=4, in_text=in_text))
    return Inputs(form, unit_book(*filings), empty_sheet())


def keys_of(part):
    return {cell.key for block in part.blocks if isinstance(block, Table) for row in block.rows for cell in row.cells}


def test_figures_in_the_units_own_unit_of_money():
    text = "“项目01”0.0100万元，执行90.00%；“项目02”0.0060万元，执行100.00%；“项目03”0.0040万元，执行100.00%。"
    assert sentence(inputs(*PROJECTS), CLAUSES) == text


def test_figures_as_people_say_them():
    text = "“项目01”0.01万元，执行90%；“项目03”0.004万元，执行100%。"
    assert sentence(inputs(*PROJECTS, in_text="plain"), replace(CLAUSES, only="regular")) == text


def test_a_project_of_which_something_is_not_known_is_not_said():
    assert sentence(inputs(project("01", "经常性项目", "100")), CLAUSES) == ""


def test_counts_and_sums_in_sentences():
    node = SentenceNode("共{projects.count}个，预算{projects.sum.budget}万元。")
    assert sentence(inputs(*PROJECTS, in_text="plain"), node) == "共3个，预算0.02万元。"
    assert sentence(inputs(*PROJECTS, project("04", "", "")), node) == ""


def test_a_list_of_projects_in_a_grid():
    row = RecordsRow(
        "projects", (RecordsColumn("", 2, "n"), RecordsColumn("", 4, "name"), RecordsColumn("", 4, "budget"))
    )
    table = table_of(inputs(*PROJECTS), GridNode(10, (replace(row, header=False),)))
    assert [[cell.content.text for cell in line.cells] for line in table.rows] == [
        ["1", "项目01", "0.0100"],
        ["2", "项目02", "0.0060"],
        ["3", "项目03", "0.0040"],
    ]
    assert isinstance(table.rows[0].cells[2].content, Number)
    assert {cell.key for line in table.rows for cell in line.cells} == {""}


def test_the_papers_of_the_projects_stand_behind_the_units_own():
    document = compose(FORM, unit_book(*PROJECTS), empty_sheet())
    assert [part.name for part in document.parts] == ["报告", "项目01", "项目03"]
    first, second = document.parts[1:]
    assert next(block.text for block in first.blocks if isinstance(block, Title)) == "小表（2024年度）"
    assert keys_of(first) == keys_of(second) == {""}


def test_the_units_own_pages_alone():
    assert [part.name for part in compose(FORM, unit_book(*PROJECTS), empty_sheet(), annexes=False).parts] == ["报告"]


def test_only_papers_of_the_forms_asked_for():
    other = replace(PROJECTS[0], form="077001/2024/other")
    book = unit_book(other, *PROJECTS[1:])
    assert [part.name for part in compose(FORM, book, empty_sheet()).parts] == ["报告", "项目03"]
    anything = replace(FORM, parts=(*FORM.parts[:1], PartDef("项目表", annex="projects")))
    assert len(compose(anything, book, empty_sheet()).parts) == 4


def test_a_paper_of_several_parts_says_which():
    two = replace(PROJECTS[0].blueprint, parts=PROJECTS[0].blueprint.parts * 2)
    document = compose(FORM, unit_book(replace(PROJECTS[0], blueprint=two)), empty_sheet())
    assert [part.name for part in document.parts[1:]] == ["项目01（1）", "项目01（2）"]


def test_nothing_is_annexed_before_anybody_looked():
    assert len(compose(FORM, replace(unit_book(), related=None), empty_sheet()).parts) == 1


def test_texts_may_quote_counts_and_sums():
    facts = {each.path: each for each in bound_facts(*_parts_of(inputs(*PROJECTS, in_text="plain"))).facts}
    assert (facts["projects.count"].label, facts["projects.count"].value, facts["projects.count"].unit) == (
        "项目个数",
        "3",
        "个",
    )
    assert (facts["projects.regular.sum.budget"].value, facts["projects.regular.sum.budget"].unit) == ("0.014", "万元")


def _parts_of(given):
    return given.blueprint, given.book, given.sheet
