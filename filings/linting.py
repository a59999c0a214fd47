"""表样全面检查: what every room says of a form, with the line in the file: structure, points, checks, printing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from django.conf import settings

from blueprints.folders import Folders
from blueprints.layers import Origin
from blueprints.lint import lint
from blueprints.lints import sizes
from blueprints.load import BlueprintError, load_text
from blueprints.marked import read_marked
from blueprints.problems import Problem, foremost
from blueprints.schema import Blueprint, PointNode
from blueprints.walk import walk
from composing.lint import lint_printing
from crosschecks.lint import lint_checks
from filings.related_lint import lint_related
from scoring.lint import lint_points

DRAWING: Final = "排版"
# Each room's lint speaks of what only that room understands; another room adds a line.
ROOMS: Final[tuple[tuple[str, Callable[[Blueprint], list[str]]], ...]] = (
    ("计分", lint_points),
    ("勾稽", lint_checks),
    (DRAWING, lint_printing),
    ("项目引用", lint_related),
)
_POINT: Final = re.compile(r"points 中的 (\w+)")
_CHECK: Final = re.compile(r"checks 第(\d+)条")
_ROW: Final = re.compile(r"第(\d+)部分“.*?”第(\d+)项(?:第(\d+)行)?")


def read_form(text: str, *, name: str) -> tuple[Blueprint | None, list[Problem]]:
    """The form written in `text` (None when it cannot be read at all) and all problems, errors and doubts.

    Parents named by `extends` are looked for among the files only.
    """
    try:
        blueprint = load_text(text, name=name, find=Folders(settings.BLUEPRINT_DIRS).find)
    except BlueprintError as error:
        return None, error.problems
    return blueprint, problems_of(blueprint, file=name)


def problems_of(blueprint: Blueprint, *, file: str) -> list[Problem]:
    """Every problem of a loaded form, in the order of the file. Rooms that would draw it wait until its sizes are sane."""
    found = lint(blueprint, file=file)
    if any(sizes.faults(blueprint)):
        return found
    origin = blueprint.origin or Origin(read_marked(blueprint.text), (file,))
    said = [Problem(*_where(blueprint, origin, text), room, text) for room, ask in ROOMS for text in ask(blueprint)]
    told = {(problem.file, problem.line) for problem in errors_of(found)}
    # What does not fill its row cannot be drawn either: once is enough.
    return foremost([*found, *(p for p in said if not (p.path == DRAWING and (p.file, p.line) in told))])


def errors_of(problems: list[Problem]) -> list[Problem]:
    """Only what must be corrected."""
    return [problem for problem in problems if problem.severity == "error"]


def _where(blueprint: Blueprint, origin: Origin, text: str) -> tuple[str, int]:
    """File and line of the place that a room names in words; line 0 when it names none."""
    place = next(_places(blueprint, text), "")
    return origin.place(place) if place else (origin.files[0], 0)


def _places(blueprint: Blueprint, text: str) -> Iterator[str]:
    if found := _POINT.search(text):
        yield from (
            path for path, value in walk(blueprint) if isinstance(value, PointNode) and value.key == found.group(1)
        )
    if text.startswith("projects 的"):
        yield "projects"
    if found := _CHECK.search(text):
        yield f"checks[{found.group(1)}]"
    if found := _ROW.search(text):
        part, node, row = found.groups()
        yield f"parts[{part}].nodes[{node}]" + (f".rows[{row}]" if row else "")
