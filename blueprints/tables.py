"""数据表的结构: the tables people fill in (funds and records), which sections ask and grids print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from blueprints.reckoned import Derived


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
class FigureRow:
    """数字表的行, with the columns it asks for (empty: all of the table's)."""

    row: str
    label: str
    hint: str = ""
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """数字表的列."""

    column: str
    label: str
    shape: Literal["money", "number"] = "money"


@dataclass(frozen=True, slots=True)
class FiguresTable:
    """数字表: rows × columns of single figures, as the form's own tables of accounts have them; `figure.<row>_<column>`."""

    key: str
    label: str
    rows: tuple[FigureRow, ...]
    columns: tuple[FigureColumn, ...]
    guidance: str = ""
    unprinted: bool = False  # same as of a funds table

    def path(self, row: FigureRow, column: FigureColumn) -> str:
        """Path of a cell, '' where the row does not ask for the column."""
        asked = not row.columns or column.column in row.columns
        return f"figure.{row.row}_{column.column}" if asked else ""

    def paths(self, shape: str = "") -> tuple[str, ...]:
        """Paths of all cells, row by row; only those of one shape if asked."""
        columns = [column for column in self.columns if not shape or column.shape == shape]
        return tuple(path for row in self.rows for column in columns if (path := self.path(row, column)))

    @property
    def has_money(self) -> bool:
        """Does a column hold amounts?"""
        return any(column.shape == "money" for column in self.columns)

    def label_at(self, path: str) -> str:
        """What people call a cell: 因公出国（境）费·决算数; '' for a path of another table."""
        places = ((r, c) for r in self.rows for c in self.columns if self.path(r, c) == path)
        return next((f"{row.label}·{column.label}" for row, column in places), "")


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
    """明细表: rows that people add, move and remove. Key `indicators` is the three-level indicators; others are lists.

    `computed` are figures of every row worked out from its own columns (完成预算：决算数 ÷ 预算数); they are printed, never typed.
    """

    key: str
    label: str
    columns: tuple[ColumnDef, ...]
    guidance: str = ""
    blank_rows: int = 1
    computed: tuple[Derived, ...] = ()

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


TableDef = FundsTable | FiguresTable | RecordsTable
