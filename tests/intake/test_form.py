"""纸样: every fact a form prints has its place in the rows of its probe, whatever the form."""

from __future__ import annotations

import pytest

from blueprints.catalogue import catalogue
from documents.tree import Cell, Paragraph, Table
from intake.form import Kind
from intake.probe import MOST, probe_of
from tests.intake import papers

FORMS = sorted(form.id for form in catalogue().all())


def keys(document):
    for block in (block for part in document.parts for block in part.blocks):
        if isinstance(block, Table):
            cells: list[Cell] = [cell for row in block.rows for cell in row.cells]
            yield from (cell.key for cell in cells if cell.key)
        elif isinstance(block, Paragraph) and block.key:
            yield block.key


@pytest.mark.parametrize("form", FORMS)
def test_every_keyed_place_is_a_place_of_the_form(form):
    probe = probe_of(papers.blueprint(form))
    document = papers.drawn(probe.blueprint, probe.book)
    rows = papers.form_rows(form)
    known = {path for row in rows for path in row.paths} | {cell.key for row in rows for cell in row.cells}
    own = {key for key in keys(document) if not key.startswith(("indicators.", "list."))}
    assert own - known == set()


def test_a_table_of_one_class_gives_its_class():
    rows = [row for row in papers.form_rows("430682/2022/department-report") if row.table == "indicators"]
    assert [row.given for row in rows] == [(("level1", "产出目标"),), (("level1", "效益目标"),)]


def test_kinds_of_rows():
    rows = papers.form_rows("510904/2024/special-report")
    assert {row.kind for row in rows} == set(Kind)
    assert rows[0].title
    leads = [row.pattern.label for row in rows if row.kind is Kind.PROSE and row.pattern.label]
    assert "（一）设立背景及基本情况。" in leads


def test_what_is_printed_under_a_condition_is_marked():
    rows = papers.form_rows("510411/2023/project-report")
    optional = {row.pattern.words for row in rows if row.optional and row.kind is Kind.WORDS}
    assert "1．项目主要内容。" in optional
    assert "（一）项目资金申报及批复情况。" not in optional


def test_a_form_too_large_is_refused(monkeypatch):
    monkeypatch.setattr("intake.probe.MOST", 3)
    with pytest.raises(ValueError, match="3处以上"):
        probe_of(papers.blueprint(FORMS[0]))
    assert MOST > 1000


def test_what_a_condition_tells_by_itself():
    rows = papers.form_rows("510904/2024/department-report")
    (none,) = [row for row in rows if "决算报表无结转结余" in row.pattern.words]
    assert none.zeros == {"figure.distributed_all", "figure.carried_out_all"}
    (regular,) = [row for row in rows if row.pattern.words == "常年项目绩效分析。该类项目总数0个。"]
    assert regular.zeros == {"figure.regular_total"}  # where units file their own count


def test_a_figure_that_units_may_file_themselves_is_read_in_its_sentence():
    rows = papers.form_rows("510904/2024/department-report")
    (row,) = [row for row in rows if row.pattern.words.startswith("常年项目绩效分析。该类项目总数个")]
    text = "常年项目绩效分析。该类项目总数7个，涉及预算总金额9万元，1—12月预算执行总体进度为90%，其中：预算结余率大于10%的项目共计1个。"
    assert row.pattern.read(text) == {"figure.regular_total": "7"}
    assert row.pattern.read("常年项目绩效分析。") == {}


def test_a_numbered_text_is_one_text():
    (row,) = [row for row in papers.form_rows("510904/2024/department-report") if row.listed]
    assert (row.kind, row.paths, row.pattern.words) == (Kind.PROSE, ("text.duties",), "")
