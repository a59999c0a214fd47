"""事实位置目录: what a form may name is what it asks, and nothing else."""

from __future__ import annotations

import pytest

from blueprints.concepts import is_identity, is_known, is_result, known_paths
from blueprints.load import load_text
from tests.blueprints.samples import small, spoil

KNOWN = [
    "year",
    "project.period",
    "project.months",
    "supervisor.code",
    "funds.adjusted.all",
    "funds.adjusted.fiscal",
    "funds.spent.all",  # not asked itself, but parts of it are
    "text.goal",
    "choice.kind",
    "derived.rate",
    "score.execution.self",
    "score.execution.reason",
    "score.total.self",
    "grade.self",
    "indicators.k1234567.name",
]
UNKNOWN = [
    "",
    "text.gaol",
    "text",
    "funds.initial.all",
    "funds.adjusted.county",
    "funds.spent",
    "figure.rate",  # only with filed: true
    "score.rows.self",  # rows have scores of their own
    "score.total.reason",
    "indicators.k1234567.relation",  # no such column in this form
    "list.indicators.k1234567.name",
    "list.people.k1234567.name",
    "project",
    "parameter.rate",
]


@pytest.mark.parametrize("path", KNOWN)
def test_known(path):
    assert is_known(path, small())


@pytest.mark.parametrize("path", UNKNOWN)
def test_unknown(path):
    assert not is_known(path, small())


def test_a_filed_figure_is_known():
    form = load_text(spoil("funds.spent.all / funds.adjusted.all}", "funds.spent.all, filed: true}"), name="x")
    assert "figure.rate" in known_paths(form)
    assert form.section_of("figure.rate").key == "words"


def test_a_list_knows_its_columns():
    people = "- records: people\n  label: 人员\n  columns: [{field: name, label: 姓名}]\nsections:"
    form = load_text(spoil("sections:", people), name="x")
    assert is_known("list.people.k1.name", form)
    assert not is_known("list.people.k1.phone", form)
    assert form.section_of("list.people.k1.name") is None


def test_a_departments_form_knows_no_project():
    form = load_text(
        spoil("subject: project", "subject: department").replace("{project.name}", "{department.name}"), name="x"
    )
    assert not is_known("project.name", form)


def test_kinds_of_paths():
    assert [is_identity(p) for p in ("project.name", "year", "text.goal")] == [True, True, False]
    assert [is_result(p) for p in ("grade.self", "derived.rate", "score.execution.self")] == [True, True, False]
