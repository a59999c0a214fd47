"""表样检查: what a well-formed form can still get wrong: widths, keys, points, words, and what is asked but never printed.

`scoring.lint`, `crosschecks.lint` and `composing.lint` look at the parameters only they understand; the command
`manage.py lint_blueprints` calls all four.
"""

from __future__ import annotations

from typing import Final

from blueprints.layers import Origin
from blueprints.lints import covers, keys, points, printed, sizes, spans, words
from blueprints.marked import read_marked
from blueprints.problems import Problem, foremost
from blueprints.schema import Blueprint

LINTS: Final = (sizes, keys, spans, points, words, covers, printed)


def lint(blueprint: Blueprint, *, file: str = "") -> list[Problem]:
    """Return every problem of a loaded blueprint in the order of the file; empty when it is ready for use."""
    name = file or blueprint.id
    origin = blueprint.origin or Origin(read_marked(blueprint.text), (name,))
    found = [
        Problem(*origin.place(fault.path), fault.path, fault.message, fault.severity)
        for module in LINTS
        for fault in module.faults(blueprint)
    ]
    return foremost(found)
