"""导入方案: what would be changed, place by place, beside what stands there now; shown first, applied only when ticked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from documents.readers.paper import NOWHERE, Spot
from intake.reading import How, Stray


class Origin(StrEnum):
    """来处: the year's own form filled elsewhere, or last year's, whose figures are never taken over by themselves."""

    FILLED = "filled"
    LAST_YEAR = "last_year"


@dataclass(frozen=True, slots=True)
class Item:
    """一处: the fact's name, its text now and the one found. `carried`: last year's words, to be gone over (沿用待改)."""

    path: str
    label: str
    current: str
    found: str
    how: How
    ticked: bool
    doubt: str = ""
    carried: bool = False
    years: tuple[str, ...] = ()  # years that last year's words still name
    figures: int = 0  # figures in them
    spot: Spot = NOWHERE


@dataclass(frozen=True, slots=True)
class CellItem:
    """一栏 of a row. `kept_out`: shown beside, not taken over."""

    field: str
    label: str
    current: str
    found: str
    kept_out: bool = False


@dataclass(frozen=True, slots=True)
class RowItem:
    """一行: a new one (`uid` ''), changes of one that is there, or one that the file has not (`removal`)."""

    table: str
    number: int  # place among the rows found, from 0: what a tick names; -1 for a removal
    uid: str
    label: str
    cells: tuple[CellItem, ...]
    how: How
    ticked: bool
    doubt: str = ""
    spot: Spot = NOWHERE
    removal: bool = False

    @property
    def box(self) -> str:
        """Name of its tick box."""
        return f"{self.table}:-{self.uid}" if self.removal else f"{self.table}:{self.number}"

    @property
    def texts(self) -> dict[str, str]:
        """What it would write."""
        kept = () if self.removal else self.cells
        return {cell.field: cell.found for cell in kept if not cell.kept_out and cell.found != cell.current}


@dataclass(frozen=True, slots=True)
class SectionPlan:
    """一节的方案."""

    key: str
    title: str
    items: tuple[Item, ...]
    rows: tuple[RowItem, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """只比不导 at a place that nobody fills in: what the file says and what the system has."""

    path: str
    label: str
    found: str
    ours: str
    identity: bool = False  # master data: another project's or unit's file?


@dataclass(frozen=True)
class Proposal:
    """导入方案. `same`: places at which the file says what stands there already; `missing`: filled in here, not in the file."""

    sections: tuple[SectionPlan, ...]
    same: int
    told: tuple[Told, ...]
    missing: tuple[str, ...]
    strays: tuple[Stray, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Every single fact."""
        return tuple(item for section in self.sections for item in section.items)

    @property
    def rows(self) -> tuple[RowItem, ...]:
        """Every row."""
        return tuple(row for section in self.sections for row in section.rows)

    @property
    def is_nothing(self) -> bool:
        """Is there nothing to take over?"""
        return not any(section.items or section.rows for section in self.sections)
