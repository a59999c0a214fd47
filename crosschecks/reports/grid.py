"""表格的识读: a paper's table as rows of cells whose text is folded, merged cells told apart from empty ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from crosschecks.finding import Place
from crosschecks.reports.fold import Folded, fold
from crosschecks.reports.numbers import Number, numbers
from documents.readers.paper import PaperCell, PaperTable, Spot
from values.number import ParsedNumber, parse_number


@dataclass(frozen=True, eq=False)
class GridCell:
    """格: one cell of a table. `lined`: a newline in it is a line of the file."""

    folded: Folded
    row: int
    column: int
    spot: Spot
    across: int = 1
    down: int = 1
    lined: bool = False

    @cached_property
    def text(self) -> str:
        """What stands there, folded, without blanks around it."""
        return self.folded.text.strip()

    @cached_property
    def flat(self) -> str:
        """The text in one line."""
        return self.text.replace("\n", "")

    @cached_property
    def numbers(self) -> list[Number]:
        """Figures in it, in the folded text."""
        return numbers(self.folded.text)

    @cached_property
    def parsed(self) -> ParsedNumber:
        """The one number the cell is, when it is one."""
        return parse_number(self.text)

    @property
    def is_number(self) -> bool:
        """Nothing but a number."""
        return self.parsed.value is not None

    @property
    def is_empty(self) -> bool:
        """Nothing stands here, not even a dash."""
        return not self.text

    def place(self, label: str, quote: str | None = None) -> Place:
        """The cell as a place of a finding."""
        line = self.spot.line
        shown = self.folded.raw.strip() if quote is None else quote
        if self.lined and quote is not None and quote in self.folded.raw:
            line += self.folded.raw[: self.folded.raw.index(quote)].count("\n")
        elif self.lined:
            shown = shown.split("\n")[0]
        return Place(self.spot.key, label, shown[:_SHOWN], line, self.spot.cell)


_SHOWN = 160


@dataclass(frozen=True, eq=False)
class Grid:
    """表: every cell once, by row. `caption`: the words above it or the sheet's name."""

    rows: tuple[tuple[GridCell, ...], ...]
    caption: str = ""
    number: int = 0  # which table of the paper, from 1
    torn: bool = False  # a row could not be read, so nothing adds up
    _at: dict[tuple[int, int], GridCell] = field(default_factory=dict)

    @staticmethod
    def of(table: PaperTable, *, caption: str, number: int, lined: bool) -> Grid:
        """From a paper's table."""
        rows = tuple(tuple(_cell(cell, lined=lined) for cell in row) for row in table.rows())
        at: dict[tuple[int, int], GridCell] = {}
        for row in rows:
            for cell in row:
                for down in range(cell.down):
                    for across in range(cell.across):
                        at.setdefault((cell.row + down, cell.column + across), cell)
        return Grid(rows, caption or table.name, number, table.torn, at)

    def at(self, row: int, column: int) -> GridCell | None:
        """The cell that covers a position."""
        return self._at.get((row, column))

    def cells(self) -> Iterator[GridCell]:
        """Every cell with something in it."""
        return (cell for row in self.rows for cell in row if cell.text)

    def covering(self, row: int) -> list[GridCell]:
        """Cells seen in a row from left to right, those merged from above and from the left once."""
        return list(self._seen.get(row, ()))

    @cached_property
    def _seen(self) -> dict[int, list[GridCell]]:
        """By row, worked out once: the readers of every kind of table look at every row."""
        seen: dict[int, list[GridCell]] = {}
        for (row, _), cell in sorted(self._at.items(), key=lambda held: held[0]):
            found = seen.setdefault(row, [])
            if not found or found[-1] is not cell:
                found.append(cell)
        return seen


def _cell(cell: PaperCell, *, lined: bool) -> GridCell:
    return GridCell(fold(cell.text), cell.row, cell.column, cell.spot, cell.across, cell.down, lined)
