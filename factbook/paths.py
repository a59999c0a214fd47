"""事实位置: what a fact path that may be edited addresses; everything else is refused.

Identity paths (`project.name`, `department.code` …) are master data: nobody edits them through a form, so they are unknown here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from factbook.book import INDICATOR_FIELDS
from values.vocabulary import Source, Stage

INDICATORS: Final = "indicators"
STATEMENT_HEADS: Final = frozenset({"text", "figure", "choice", "sign", "grade", "note"})
LONGEST_STATEMENT: Final = 80
LONGEST: Final = 120
_UID: Final = re.compile(r"[a-z][0-9a-z]{1,11}")
_WORD: Final = re.compile(r"[\w-]{1,60}")


class UnknownPath(ValueError):  # noqa: N818 - said as the field says it
    """无此位置: no fact may be written at this path. A page never posts one, so this is a defect or a forgery."""

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(f"“{path[:LONGEST]}”不是可以填报的位置，没有保存。")


@dataclass(frozen=True, slots=True)
class FundPlace:
    """资金格."""

    stage: str
    source: str


@dataclass(frozen=True, slots=True)
class StatementPlace:
    """文字 under its whole path."""

    path: str


@dataclass(frozen=True, slots=True)
class IndicatorPlace:
    """三级指标的一栏."""

    uid: str
    field: str


@dataclass(frozen=True, slots=True)
class CellPlace:
    """明细行的一栏."""

    table: str
    uid: str
    column: str


@dataclass(frozen=True, slots=True)
class ScorePlace:
    """自评得分 or its reason, of one form's line `key`."""

    key: str
    part: str


Place = FundPlace | StatementPlace | IndicatorPlace | CellPlace | ScorePlace


def parse_path(path: str) -> Place:
    """What `path` addresses. Raises UnknownPath for anything that may not be edited."""
    place = _place(path.split(".")) if len(path) <= LONGEST else None
    if place is None:
        raise UnknownPath(path)
    return place


def _place(parts: list[str]) -> Place | None:  # noqa: PLR0911 - one return per shape of path reads best
    if not all(_WORD.fullmatch(part) for part in parts):
        return None
    match parts:
        case ["funds", stage, source] if stage in set(Stage) and source in set(Source):
            return FundPlace(stage, source)
        case ["indicators", uid, field] if is_uid(uid) and (field in INDICATOR_FIELDS or field.startswith("note_")):
            return IndicatorPlace(uid, field)
        case ["list", table, uid, column] if is_uid(uid):
            return CellPlace(table, uid, column)
        case ["score", key, "self" | "reason" as part]:
            return ScorePlace(key, part)
        case [head, _, *_] if head in STATEMENT_HEADS:
            path = ".".join(parts)
            return StatementPlace(path) if len(path) <= LONGEST_STATEMENT else None
    return None


def is_uid(text: str) -> bool:
    """Is this the name of a row (a letter, then digits and letters)?"""
    return bool(_UID.fullmatch(text))


def belongs_to_form(path: str) -> bool:
    """Is the fact at `path` one form's own (self scores), not shared by all forms of the subject?"""
    return path.startswith("score.") or (path.startswith("indicators.") and path.endswith(".score"))


def row_of(path: str) -> tuple[str, str] | None:
    """(table, uid) of the row that `path` lies in, None outside tables."""
    match path.split("."):
        case ["indicators", uid, _]:
            return INDICATORS, uid
        case ["list", table, uid, _]:
            return table, uid
    return None


def order_path(table: str) -> str:
    """Under which path the change log keeps the order of a table's rows."""
    return f"rows.{table}"
