"""项目的列举: the unit's projects as rows that a sentence or a table can say, one per project."""

from __future__ import annotations

from typing import Final

from blueprints.projects import PROJECTS
from composing.figures import project_figure
from composing.inputs import Inputs
from composing.said import as_said
from factbook.book import ListRow
from factbook.projects import Member

WORDS: Final = {
    "name": "project.name",
    "code": "project.code",
    "code_and_name": "project.code_and_name",
    "attribute": "project.attribute",
}


def project_rows(inputs: Inputs, group: str = "", *, in_text: bool = False) -> list[ListRow]:
    """A row for every project of the group, its figures as the form prints them, or as it says them in a sentence."""
    members = inputs.view.projects.members(group)
    return [ListRow(each.filing.book.raw("project.code"), _cells(inputs, each, in_text=in_text)) for each in members]


def _cells(inputs: Inputs, member: Member, *, in_text: bool) -> dict[str, str]:
    book, definition = member.filing.book, inputs.blueprint.projects
    cells = {word: book.raw(path) for word, path in WORDS.items()}
    cells |= {"form": member.filing.blueprint.name, "state": member.filing.state}
    for figure in definition.figures if definition else ():
        content = project_figure(inputs, figure, member.figure(figure))
        cells[figure.key] = as_said(inputs, content) if in_text else content.text
    return cells


def is_figure(inputs: Inputs, table: str, field: str) -> bool:
    """Is this the column of a figure in a list of projects?"""
    definition = inputs.blueprint.projects
    return table == PROJECTS and definition is not None and definition.figure(field) is not None
