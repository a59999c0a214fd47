"""项目的读数: counts, sums, and what is not known."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from factbook.book import FactBook
from factbook.labels import label_of
from factbook.view import View
from tests.factbook.unit import FORM, PROJECTS, project, unit_book


def number(path, *filings):
    return View(FORM, unit_book(*filings)).number(path)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("projects.count", 3),
        ("projects.regular.count", 2),
        ("projects.sum.budget", 200),
        ("projects.regular.sum.budget", 140),
        ("derived.half", 70),
    ],
)
def test_counts_and_sums(path, value):
    assert number(path, *PROJECTS) == value


def test_without_projects_there_is_nothing_to_add_but_it_is_known():
    assert (number("projects.count"), number("projects.sum.budget")) == (0, 0)


def test_a_figure_that_one_project_lacks_makes_the_sum_unknown():
    blank = project("04", "一次性项目")
    assert number("projects.sum.budget", *PROJECTS, blank) is None
    assert number("projects.regular.sum.budget", *PROJECTS, blank) == 140
    assert number("projects.count", *PROJECTS, blank) == 4


def test_a_project_that_does_not_tell_is_in_no_group():
    assert number("projects.regular.count", *PROJECTS, project("04", "")) == 2


def test_nobody_has_looked():
    view = View(FORM, replace(unit_book(), related=None))
    assert (view.number("projects.count"), view.raw("projects.count"), view.number("derived.half")) == (None, "", None)


def test_texts_and_names():
    view = View(FORM, unit_book(*PROJECTS))
    assert (view.raw("projects.count"), view.raw("projects.sum.budget")) == ("3", "200")
    labels = ("projects.count", "projects.regular.count", "projects.sum.budget", "projects.regular.sum.budget")
    assert [label_of(FORM, view.book, path) for path in labels] == [
        "项目个数",
        "常年项目个数",
        "各项目预算合计",
        "常年项目预算合计",
    ]


def test_a_frozen_book_gives_the_same_projects_back():
    book = unit_book(*PROJECTS, unfiled=("未报项目",))
    data = json.loads(json.dumps(book.to_json()))
    assert len(data["related"]["forms"]) == 1
    assert FactBook.from_json(data) == book
    assert "related" not in replace(book, related=None).to_json()
