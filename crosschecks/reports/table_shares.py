"""表中的占比: columns of shares in a table of data, with the column they are shares of and what the whole is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from crosschecks.finding import Place
from crosschecks.reports.matrix import OF_WHICH, Column, Matrix, MatrixRow

_SHARE: Final = re.compile(r"(?P<of>.{0,12}?)(?:占比|比重|比例|构成比?|占.{0,10})(?:情况)?")
_HUNDRED: Final = Decimal(100)
_LEAST: Final = Decimal("0.01")


@dataclass(frozen=True, eq=False)
class ShareColumn:
    """占比列. `of`: the column of amounts, `total`: its row of sums, None where the whole is the rows together."""

    matrix: Matrix
    column: Column
    of: Column
    whole: Decimal
    total: MatrixRow | None

    def rows(self) -> Iterator[tuple[MatrixRow, Decimal, Decimal, Decimal, Decimal]]:
        """Row, amount, share as written, share due and what rounding may do, row by row."""
        for row in self.matrix.rows:
            part, written = _value(row, self.of), _percent(row, self.column)
            if part is None or written is None or row is self.total:
                continue
            cell = row.cells[self.column.index]
            exponent = written.as_tuple().exponent
            step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
            if not cell.parsed.approximate:
                yield row, part, written, part / self.whole * _HUNDRED, step / 2 + _LEAST / 2

    def whole_place(self) -> tuple[Place, ...]:
        """Where the whole stands."""
        return (self.matrix.place(self.total, self.of),) if self.total is not None else ()


def share_columns(matrix: Matrix) -> Iterator[ShareColumn]:
    """Columns named 占比 and the like whose shares are, in most rows, those of a column of the table."""
    for column in matrix.columns:
        match = _SHARE.fullmatch(column.name)
        if match and any(_percent(row, column) is not None for row in matrix.rows):
            candidates = [other for other in matrix.columns if other is not column and matrix.holds_figures(other)]
            named = [other for other in candidates if match["of"] and match["of"][:2] in other.name]
            before = [other for other in reversed(candidates) if other.index < column.index]
            for other in (*named, *before):
                found = _of(matrix, column, other)
                if found is not None and _fits(found, sure=other in named):
                    yield found
                    break


def _of(matrix: Matrix, column: Column, other: Column) -> ShareColumn | None:
    total = next((row for row in matrix.rows if row.is_sum and _value(row, other)), None)
    rows = [row for row in matrix.rows if not row.is_sum and not OF_WHICH.match(row.name)]
    summed = sum((value for row in rows if (value := _value(row, other)) is not None), Decimal(0))
    whole = (_value(total, other) if total is not None else summed) or Decimal(0)
    return ShareColumn(matrix, column, other, whole, total) if whole > 0 else None


def _fits(found: ShareColumn, *, sure: bool) -> bool:
    """Most rows agree; a column named after another needs one row that does."""
    told = list(found.rows())
    good = sum(abs(due - written) <= slack + _LEAST for _, _, written, due, slack in told)
    return (good >= 1 and good * 2 >= len(told)) if sure else (good >= 2 and good * 3 >= len(told) * 2)


def _value(row: MatrixRow, column: Column) -> Decimal | None:
    cell = row.cells.get(column.index)
    return cell.parsed.value if cell else None


def _percent(row: MatrixRow, column: Column) -> Decimal | None:
    """A share in per cent: 35.8%, or 35.8 under a header that says %."""
    cell = row.cells.get(column.index)
    value = cell.parsed.value if cell else None
    if cell is None or value is None:
        return None
    return value if cell.parsed.unit == "%" or "%" in column.head.flat else None
