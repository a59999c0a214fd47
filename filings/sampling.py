"""样张: a form printed with sample facts, so that its author sees the paper before anybody files it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from blueprints.schema import Blueprint
from composing.compose import compose
from composing.lint import sample_book
from documents.tree import Document
from factbook.book import FactBook, Related, RelatedFiling
from filings.related_lint import found
from scoring.engine import score

WATERMARK = "样张"


def sample_paper(blueprint: Blueprint) -> Document:
    """The form filled with 样例 at every place, marked 样张 on every page. Raises documents.grid.GridError before it is linted."""
    book = sample_facts(blueprint)
    return compose(blueprint, book, score(blueprint, book), watermark=WATERMARK)


def sample_facts(blueprint: Blueprint) -> FactBook:
    """`composing.lint.sample_book` of a unit and project that have names."""
    book = sample_book(blueprint)
    return replace(book, identity={**identity(blueprint), **book.identity}, related=_related(blueprint))


def _related(blueprint: Blueprint) -> Related | None:
    """A sample paper of the first form of projects that there is, so that sentences and annexes can be seen."""
    forms = (found(form) for form in blueprint.projects.forms) if blueprint.projects else ()
    form = next((form for form in forms if form), None)
    if form is None:
        return None
    return Related((RelatedFiling(form.id, "填报中", is_filed=False, blueprint=form, book=sample_facts(form)),))


def identity(blueprint: Blueprint) -> dict[str, str]:
    """What the system itself would fill in, in words that nobody takes for real."""
    first, last = date(blueprint.year, 1, 1), date(blueprint.year, 12, 31)
    return {
        "subject.year": str(blueprint.year),
        "year": str(blueprint.year),
        "locality.name": "样例区",
        "department.name": "样例单位",
        "department.code": "001001",
        "supervisor.name": "样例主管部门",
        "supervisor.code": "001",
        "project.name": "样例项目",
        "project.code": "YL0001",
        "project.code_and_name": "YL0001-样例项目",
        "project.attribute": "常年项目",
        "project.period": f"{first}至{last}",
        "project.starts": str(first),
        "project.ends": str(last),
    }
