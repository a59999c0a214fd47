"""复核的印处: where a form prints what the finance bureau decides; before the approval these places stay empty.

Paths `score.<node>.review`, `score.total.review`, `grade.review`, `review.opinion`, `review.by` and `review.date`, and the columns
`review` and `review_reason` of printed rows. They are words of the print only: no rule, check or condition knows them (ADR 0060).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from blueprints.printing import CellDef, MatrixColumn, RecordsColumn
from blueprints.schema import Blueprint
from blueprints.templates import places
from blueprints.walk import members, walk

REVIEW_COLUMNS: Final = ("review", "review_reason")
_FACTS: Final = ("review.opinion", "review.by", "review.date")


def review_paths(blueprint: Blueprint) -> frozenset[str]:
    """Paths of the review that a form may print: those of its points and grades, and what is said with every decision."""
    found = [*_FACTS, *(f"score.{node.key}.review" for node in blueprint.nodes() if not node.from_table)]
    found += ["score.total.review"] if blueprint.points else []
    return frozenset([*found, *(["grade.review"] if blueprint.grades else [])])


def is_review(path: str) -> bool:
    """Does the path belong to the bureau's review?"""
    return path in _FACTS or path == "grade.review" or (path.startswith("score.") and path.endswith(".review"))


def prints_review(blueprint: Blueprint) -> bool:
    """Does the paper change when the bureau approves it?"""
    return any(_says(value) for _, value in walk(blueprint.parts)) or _quotes(blueprint.title + blueprint.subtitle)


def _says(value: object) -> bool:
    match value:
        case RecordsColumn() if value.field in REVIEW_COLUMNS:
            return True
        case MatrixColumn() if value.kind == "review":
            return True
        case CellDef() if is_review(value.path):
            return True
    return any(is_review(text) or _quotes(text) for text in _texts(value))


def _texts(value: object) -> Iterator[str]:
    """Every text a printed value is made of: paths and templates alike."""
    for _, _, content in members(value, ""):
        pieces = content if isinstance(content, tuple) else (content,)
        yield from (piece for piece in pieces if isinstance(piece, str))


def _quotes(template: str) -> bool:
    try:
        return any(is_review(path) for path in places(template))
    except ValueError:  # a text of the paper with odd braces: lint speaks of it
        return False
