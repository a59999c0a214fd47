"""导入方案的写法: a proposal in the words of the page."""

from __future__ import annotations

from dataclasses import dataclass

from documents.readers.paper import Spot
from intake.proposal import CellItem, Item, Proposal, RowItem


@dataclass(frozen=True, slots=True)
class Line:
    """一处 as drawn."""

    item: Item
    ticked: bool
    where: str


@dataclass(frozen=True, slots=True)
class RowLine:
    """一行 as drawn: the cells that say something."""

    row: RowItem
    ticked: bool
    where: str

    @property
    def shown(self) -> list[CellItem]:
        """Cells of a new row that say something; of an old one those that differ."""
        cells = () if self.row.removal else self.row.cells
        return [c for c in cells if c.found.strip() and (not self.row.uid or c.found != c.current)]

    @property
    def changed(self) -> list[CellItem]:
        """Cells that would be overwritten; of a row to be removed all that say something."""
        if self.row.removal:
            return [c for c in self.row.cells if c.current.strip()]
        return [c for c in self.row.cells if self.row.uid and c.found != c.current and not c.kept_out]


@dataclass(frozen=True, slots=True)
class SectionLines:
    """一节 as drawn."""

    key: str
    title: str
    lines: list[Line]
    rows: list[RowLine]

    @property
    def doubtful(self) -> int:
        """Places that wait for somebody to look."""
        return sum(bool(line.item.doubt) for line in self.lines) + sum(bool(line.row.doubt) for line in self.rows)


def sections_of(proposal: Proposal, *, is_last: bool, everything: bool, nothing: bool = False) -> list[SectionLines]:
    """Every section that has something. `everything`: doubtful places are ticked too; `nothing`: none is, whatever it is.

    Removals, and of last year what is shown to compare with, are ticked by hand only.
    """

    def ticked(one: Item | RowItem, *, by_hand: bool) -> bool:
        return (one.ticked and not nothing) or (everything and not by_hand)

    return [
        SectionLines(
            section.key,
            section.title,
            [
                Line(item, ticked(item, by_hand=is_last and not item.carried), where(item.spot))
                for item in section.items
            ],
            [RowLine(row, ticked(row, by_hand=row.removal), where(row.spot)) for row in section.rows],
        )
        for section in proposal.sections
    ]


def where(spot: Spot) -> str:
    """Where in the file: 表2!B3, 第12段."""
    return spot.cell or (f"第{spot.line}段" if spot.line else "")
