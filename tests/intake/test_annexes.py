"""附表: the papers of a unit's projects are known as such and left alone; they are not found by their title alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from blueprints.catalogue import catalogue
from documents.readers.paper import Paper, PaperText
from filings.sampling import sample_facts
from intake.reports import reports_of
from tests.intake import papers

UNIT, PROJECT = "510904/2024/department-report", "510904/2024/project-table"
REFERENCE = "2.部门预算项目支出绩效自评表（2024年度）"


def several(count):
    """The unit's paper with so many projects."""
    own = papers.blueprint(UNIT)
    book = sample_facts(own)
    (only,) = book.related.filings
    names = [f"样例项目{number}" for number in range(count)]
    filings = tuple(
        replace(only, book=replace(only.book, identity={**only.book.identity, "project.code_and_name": name}))
        for name in names
    )
    return own, replace(book, related=replace(book.related, filings=filings))


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_papers_of_projects_are_left_out(kind, tmp_path):
    form, book = several(2)
    paper = papers.written(papers.drawn(form, book), kind, tmp_path)
    own = papers.own_rows(UNIT, paper)
    assert own.others == ("样例项目0", "样例项目1")
    assert own.note == (
        "文件后附 2 份项目的附表（样例项目0、样例项目1），没有读取：附表属于各项目，请在各项目的填报里导入。"
    )
    assert any(row.text == REFERENCE for row in own.rows)  # the line that names the annex stays
    assert not any("项目名称" in row.text for row in own.rows)
    assert len(reports_of(own.rows, papers.form_rows(UNIT))) == 1


def test_own_pages_go_on_behind_an_annex(tmp_path):
    form, book = several(1)
    turned = replace(form, parts=(form.parts[2], form.parts[0], form.parts[1]))
    paper = papers.written(papers.drawn(turned, book), "docx", tmp_path)
    before = papers.own_rows(UNIT, papers.written(papers.drawn(form, book), "docx", tmp_path))
    own = papers.own_rows(UNIT, paper)
    assert [row.text for row in own.rows] == [row.text for row in before.rows]


def test_a_title_alone_is_no_annex():
    lines = ("样例单位部门预算绩效评价报告", "部门预算项目支出绩效自评表（2024年度）", "一、部门（单位）基本情况")
    own = papers.own_rows(UNIT, Paper(tuple(map(PaperText, lines))))
    assert (len(own.rows), own.others, own.note) == (3, (), "")


def test_many_are_named_in_part(tmp_path):
    form, book = several(5)
    note = papers.own_rows(UNIT, papers.written(papers.drawn(form, book), "xlsx", tmp_path)).note
    assert note.startswith("文件后附 5 份项目的附表（样例项目0、样例项目1、样例项目2等），")


def test_only_forms_with_an_annex_look_for_one():
    every = {form.id: annexed for form in catalogue().all() if (annexed := papers.annexed_forms(form))}
    assert every == {UNIT: (PROJECT,)}
