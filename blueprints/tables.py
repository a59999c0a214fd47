"""数据表的结构: the tables people fill in (funds and records), which sections ask and grids print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class StageDef:
    """资金列: a stage with the form's label and the sources it asks for (empty: all of the table's)."""

    stage: str  # values.vocabulary.Stage
    label: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceDef:
    """资金来源行."""

    source: str  # values.vocabulary.Source
    label: str
    total: bool = False  # may be left blank: the sum of the rows below it


@dataclass(frozen=True, slots=True)
class FundsTable:
    """资金表 stages × sources; cell paths are `funds.<stage>.<source>`."""

    key: str
    label: str
    stages: tuple[StageDef, ...]
    sources: tuple[SourceDef, ...]
    guidance: str = ""
    unprinted: bool = False  # asked for scores and checks and meant to stand nowhere on the paper

    def names(self) -> tuple[str, ...]:
        """Keys of its sources, in printed order."""
        return tuple(s.source for s in self.sources)

    def asks(self, stage: StageDef, source: str) -> bool:
        """Does the form ask for this cell?"""
        return not stage.sources or source in stage.sources


@dataclass(frozen=True, slots=True)
class ColumnDef:
    """明细列 of a records table.

    For the table `indicators` the field is one of level1, level2, name, relation, target, unit, actual, progress, weight,
    score, reason, or `note_<word>` for a column without a home among the facts. For any other table: a free word.
    """

    field: str
    label: str
    hint: str = ""
    choices: tuple[str, ...] = ()
    required: bool = False
    shape: Literal["text", "prose", "number", "money", "date"] = "text"
    unprinted: bool = False  # asked for a score or a check and meant to stand nowhere on the paper


@dataclass(frozen=True, slots=True)
class RecordsTable:
    """明细表: rows that people add, move and remove. Key `indicators` is the three-level indicators; others are lists."""

    key: str
    label: str
    columns: tuple[ColumnDef, ...]
    guidance: str = ""
    blank_rows: int = 1

    def column(self, name: str) -> ColumnDef | None:
        """Column by field name, or None."""
        return next((c for c in self.columns if c.field == name), None)

    def figures(self) -> tuple[str, ...]:
        """Columns that hold figures and can be summed; the indicators' own columns are none of them."""
        shapes = ("number", "money")
        return tuple(c.field for c in self.columns if c.shape in shapes) if self.key != "indicators" else ()


def sum_path(table: str, column: str) -> str:
    """Where the unit types its own sum of a list's column, when a section asks for it."""
    return f"figure.{table}_{column}"


TableDef = FundsTable | RecordsTable
