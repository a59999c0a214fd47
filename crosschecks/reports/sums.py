"""加总的比对: totals of data tables against their columns (其中) and their rows (合计), within what rounding may do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from crosschecks.context import Found
from crosschecks.finding import Place, Severity
from crosschecks.profile import Profile
from crosschecks.reports.matrix import Column, Matrix, MatrixRow
from values.numerals import plain


@dataclass(frozen=True, eq=False)
class Sum:
    """一处加总 that does not come out: total and parts as written, and their places, the total's first."""

    name: str
    total: Decimal
    parts: tuple[Decimal, ...]
    places: tuple[Place, ...]
    unit: str = ""

    @property
    def summed(self) -> Decimal:
        """The parts together."""
        return sum(self.parts, Decimal(0))

    def reckoned(self) -> str:
        """「548.71＋149＝697.71，与690相差7.71」."""
        gap = plain(abs(self.summed - self.total))
        return f"{'＋'.join(plain(part) for part in self.parts)}＝{plain(self.summed)}，与{plain(self.total)}相差{gap}"


def allowed(profile: Profile, count: int) -> Decimal:
    """What rounding may make of `count` addends."""
    return min(profile.rounding * (count + 1), profile.most_rounding)


def value(row: MatrixRow, column: Column) -> Decimal | None:
    """A figure of a table."""
    cell = row.cells.get(column.index)
    return cell.parsed.value if cell else None


def across(matrix: Matrix, profile: Profile) -> Iterator[Sum]:
    """Columns with parts under 其中, row by row; parts left empty count nothing once any is filled."""
    for column in matrix.columns:
        parts = matrix.parts_of(column)
        if len(parts) < 2:
            continue
        for row in matrix.rows:
            total = value(row, column)
            given = [(part, figure) for part in parts if (figure := value(row, part)) is not None]
            if total is None or not given:
                continue
            found = Sum(
                "".join(column.path),
                total,
                tuple(figure for _, figure in given),
                (matrix.place(row, column), *(matrix.place(row, part) for part, _ in given)),
                matrix.unit,
            )
            if abs(found.summed - total) > allowed(profile, len(given)):
                yield found


def down(matrix: Matrix, profile: Profile) -> Iterator[Sum]:
    """The one row of sums, first or last, against the other rows, column by column."""
    sums = [row for row in matrix.rows if row.is_sum]
    rest = [row for row in matrix.rows if not row.is_sum]
    if len(sums) != 1 or sums[0] not in (matrix.rows[0], matrix.rows[-1]) or len(rest) < 2:
        return
    for column in matrix.columns:
        total = value(sums[0], column)
        given = [(row, figure) for row in rest if (figure := value(row, column)) is not None]
        if total is None or len(given) < 2 or not _adds_up(column):
            continue
        found = Sum(
            f"{sums[0].name}{''.join(column.path)}",
            total,
            tuple(figure for _, figure in given),
            (matrix.place(sums[0], column), *(matrix.place(row, column) for row, _ in given)),
            matrix.unit,
        )
        if abs(found.summed - total) > allowed(profile, len(given)):
            yield found


def _adds_up(column: Column) -> bool:
    """Shares, rates, prices, points and numbers of order do not."""
    return not any(
        word in "".join(column.path)
        for word in ("率", "比", "单价", "标准", "序号", "编号", "均", "排名", "年份", "电话")
    )


def told(found: Sum, severity: Severity | None = None) -> Found:
    """A sum that does not come out, as a finding."""
    unit = found.unit
    return Found(
        f"“{found.name}”{plain(found.total)}{unit}与分项之和{plain(found.summed)}{unit}不符。",
        found.reckoned(),
        found.places,
        "请核对合计与各分项",
        severity,
    )
