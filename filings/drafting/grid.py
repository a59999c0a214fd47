"""网格的起草: a paper table as grid rows in YAML lines; labels merged at the left become groups, other merges are marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from documents.readers.paper import PaperCell, PaperTable
from filings.drafting.crossing import crossed_at
from filings.drafting.data import MARK, matrix_lines, quoted, records_lines
from filings.drafting.guess import is_value, neighbours, squeeze
from filings.drafting.slots import Slots
from filings.drafting.tables import funds_at, indicators_at

UNITS = 48  # grid units across, as in the forms of the house
NAMELESS = "待核"
LEFT, ABOVE = 0, 1


class GridDraft:
    """一张表的起草."""

    def __init__(self, table: PaperTable, slots: Slots) -> None:
        """Scale the paper's columns to grid units."""
        self.slots = slots
        self.height = table.height
        self.units = units(table.widths)
        self.starts = [sum(self.units[:column]) for column in range(len(self.units) + 1)]
        self.around = neighbours(table.cells)
        self.at = {(cell.row, cell.column): cell for cell in table.cells}
        self.tables: dict[int, Iterator[str]] = {}
        self.amounts: Mapping[tuple[int, int], str] = {}

    @property
    def columns(self) -> int:
        """Units across."""
        return self.starts[-1]

    def lines(self) -> Iterator[str]:
        """YAML of `rows`, one list item per row."""
        yield from self._rows(0, self.height, 0, "")

    def _rows(self, first: int, last: int, column: int, pad: str) -> Iterator[str]:
        row = first
        while row < last:
            head = self.at.get((row, column))
            down = min(head.down, last - row) if head else 1
            right = column + head.across if head else column
            if end := self._table(row, column, last):
                yield from (pad + line for line in self._printed(row, column, end))
                row = end
            elif head and down > 1 and right < len(self.units):
                yield f"{pad}- group: {quoted(head.text or NAMELESS)}{'' if head.text else f'  {MARK}：原表此处是空的'}"
                yield f"{pad}  span: {self._span(column, right)}"
                yield f"{pad}  rows:"
                yield from self._rows(row, row + down, right, pad + "  ")
                row += down
            else:
                yield from self._row(row, column, pad)
                row += 1

    def _table(self, row: int, column: int, last: int) -> int:
        """The row after a table of funds or indicators that begins here; 0 for none, or for a second one."""
        width, found = len(self.units), self.slots.found
        if found.funds is None and (funds := funds_at(self.at, row, column, width, last)):
            found.funds, self.tables[row] = funds, matrix_lines(funds, self._span, self.slots)
            return funds.end
        if found.indicators is None and (rows := indicators_at(self.at, row, column, width, last)):
            found.indicators, self.tables[row] = rows, records_lines(rows, self._span)
            return rows.end
        if found.funds is None and (funds := crossed_at(self.at, row, column, width, last)):
            found.funds, self.amounts = funds, funds.crossed
            return funds.end
        return 0

    def _printed(self, row: int, column: int, end: int) -> Iterator[str]:
        """The table as the form prints it; amounts that no matrix prints, row by row."""
        if row in self.tables:
            yield from self.tables.pop(row)
        else:
            yield from self._rows(row, end, column, "")

    def _row(self, row: int, column: int, pad: str) -> Iterator[str]:
        yield f"{pad}- cells:"
        while column < len(self.units):
            cell = self.at.get((row, column))
            right = min(column + cell.across, len(self.units)) if cell else column + 1
            while not cell and right < len(self.units) and (row, right) not in self.at:
                right += 1  # below a cell merged downwards, or beyond the end of a short row
            yield f"{pad}  - {self._cell(cell, self._span(column, right))}"
            column = right

    def _cell(self, cell: PaperCell | None, span: int) -> str:
        if cell is None:
            return f"{{blank: true, span: {span}}}  {MARK}：原表此处与上面或左面合并"
        if amount := self.amounts.get((cell.row, cell.column)):
            return f"{{field: {amount}, span: {span}}}  {MARK}"
        left, above = self.around[cell]
        merged = "；原表向下合并" if cell.down > 1 else ""
        if boxes := self.slots.boxes(left.text if left else "", cell.text):
            return f"{{{boxes}, span: {span}}}  {MARK}{merged}"
        if not is_value(cell, left):
            return f"{{label: {quoted(cell.text)}, span: {span}}}{f'  {MARK}{merged}' if merged else ''}"
        # A label merged over several rows names the group; the column's own head says more.
        nearest = (above, left) if left and left.down > 1 else (left, above)
        label = next((c.text for c in nearest if c and not is_value(c, None)), "") or self._crossing(cell)
        return f"{{field: {self.slots.path(label)}, span: {span}}}  {MARK}{merged}"

    def _crossing(self, cell: PaperCell) -> str:
        """Words of the row and of the column for a place inside a table: 县级资金·支付笔数."""
        return "·".join(filter(None, (squeeze(self._label(cell, side)) for side in (LEFT, ABOVE))))

    def _label(self, cell: PaperCell, side: int) -> str:
        """The nearest label at one side, past other places to fill in."""
        beside = self.around[cell][side]
        while beside and is_value(beside, None):
            beside = self.around[beside][side]
        return beside.text if beside else ""

    def _span(self, first: int, last: int) -> int:
        return self.starts[last] - self.starts[first]


def units(widths: tuple[int, ...]) -> list[int]:
    """Widths in whole grid units, at least one each."""
    total = sum(widths) or 1
    return [max(1, round(UNITS * width / total)) for width in widths]
