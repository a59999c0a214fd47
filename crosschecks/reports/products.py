"""乘积的识读: columns of a table that multiply: number × price × months (× a factor all rows share) = amount, also where the price is told nowhere.

What multiplies is learned from the table: most rows have to come out with the same factor, and not all with the same number. Where the
headers tell the units of price and amount the factor is sure, and where the words before the table tell the standard it is that one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from crosschecks.reports.matrix import OF_WHICH, Column, Matrix, MatrixRow

_PRICE: Final = re.compile(r".*(?:单价|标准|单位成本|均价|每[人亩户生台套件个次].{0,4})")
_NUMBER: Final = re.compile(
    r".*(?:数量|人数|户数|面积|里程|个数|件数|台数|套数|份数|长度|亩数|人次|次数|学生|人员|农户|座数|处数|学生数|对象)(?:数)?"
)
_AMOUNT: Final = re.compile(r".*(?:金额|总价|合计金额|资金|补助额|补贴额|投资|支出|经费|小计|费用)(?:数|额)?")
_MONTHS: Final = re.compile(r".*(?:月数|天数|期数|课时数?|学期数|次数|批次)|月份数")
_SCALES: Final = {"元": Decimal(1), "千元": Decimal(1000), "万元": Decimal(10_000), "亿元": Decimal(10) ** 8}
_NO_AMOUNT: Final = re.compile(r"占比|比例|率|标准|单价")
_LEAST: Final = 3  # rows
_ROUND: Final = 3  # digits of a factor that is one by intent
_CLOSE: Final = Decimal("0.0005")


@dataclass(frozen=True, eq=False)
class Product:
    """一行不合的乘积: what is counted (heads, months), price (None where it is learned), factor and the amount due, in the unit of the amount's column."""

    matrix: Matrix
    row: MatrixRow
    counted: Sequence[Column]
    price: Column | None
    amount: Column
    factor: Decimal
    due: Decimal

    @property
    def written(self) -> Decimal:
        """The amount as it stands there."""
        return _value(self.row, self.amount) or Decimal(0)


def wrong_products(matrix: Matrix, told: Sequence[Decimal] = ()) -> Iterator[Product]:
    """Rows that do not come out where most others do. told: standards the report tells, in yuan."""
    prices, numbers, amounts = (_named(matrix, words) for words in (_PRICE, _NUMBER, _AMOUNT))
    times = [column for column in _named(matrix, _MONTHS) if column not in prices]
    numbers = [column for column in numbers if column not in prices and column not in times]
    amounts = [column for column in amounts if column not in numbers and not _NO_AMOUNT.search(column.name)]
    if len(times) > 1:
        return
    if len(numbers) == 1 and len(amounts) == 1 and len(prices) == 1:
        yield from _wrong(matrix, (numbers[0], *times), prices[0], amounts[0])
    elif numbers and amounts and not prices:
        for number in numbers:
            for amount in amounts:
                yield from _wrong(matrix, (number, *times), None, amount, told)


def _named(matrix: Matrix, words: re.Pattern[str]) -> list[Column]:
    return [column for column in matrix.columns if words.fullmatch(column.name) and matrix.holds_figures(column)]


def _wrong(
    matrix: Matrix, counted: Sequence[Column], price: Column | None, amount: Column, standards: Sequence[Decimal] = ()
) -> Iterator[Product]:
    rows = [row for row in matrix.rows if not OF_WHICH.match(row.name) and not (row.is_sum and (price or counted[1:]))]
    columns = (*counted, *([price] if price is not None else []))
    told = [(row, basis, paid) for row in rows if (basis := _basis(row, columns)) and (paid := _value(row, amount))]
    sure = _certain(matrix, counted, price, amount) if price is not None else _standing(matrix, amount, standards, told)
    factor = sure if sure is not None else _learned(told)
    if factor is None:
        return
    good = [row for row, basis, paid in told if _agrees(matrix, row, amount, basis * factor, paid)]
    alone = sure is not None and _is_enough(good, told, priced=price is not None)
    if not alone and not _is_sure(matrix, good, told, counted[0], factor, priced=price is not None):
        return
    for row, basis, paid in told:
        due = basis * factor
        if not _agrees(matrix, row, amount, due, paid) and Decimal("0.2") < paid / due < 5:
            yield Product(matrix, row, counted, price, amount, factor, due)


_Told = Sequence[tuple[MatrixRow, Decimal, Decimal]]


def _learned(told: _Told) -> Decimal | None:
    """The factor most rows share."""
    counted: dict[Decimal, int] = {}
    for _, basis, paid in told:
        counted[_factor(paid / basis)] = counted.get(_factor(paid / basis), 0) + 1
    return max(counted, key=lambda each: counted[each]) if len(told) >= _LEAST else None


def _certain(matrix: Matrix, counted: Sequence[Column], price: Column, amount: Column) -> Decimal | None:
    """From the units of price and amount; a price by the month needs a column of months."""
    units = [matrix.unit_of(column).split("/")[0] for column in (price, amount)]
    monthly = "月" in price.name + price.unit and len(counted) == 1
    if monthly or any(unit not in _SCALES for unit in units):
        return None
    return _SCALES[units[0]] / _SCALES[units[1]]


def _standing(matrix: Matrix, amount: Column, standards: Sequence[Decimal], told: _Told) -> Decimal | None:
    """The one standard told in words that any row bears out, for a year's months or not."""
    scale = _SCALES.get(matrix.unit_of(amount))
    if scale is None:
        return None
    ways = {standard * months / scale for standard in standards for months in (1, 12)}
    good = [way for way in ways if any(_agrees(matrix, row, amount, basis * way, paid) for row, basis, paid in told)]
    return good[0] if len(good) == 1 else None


def _is_enough(good: Sequence[MatrixRow], told: _Told, *, priced: bool) -> bool:
    """With a factor that is sure half of the rows are enough, and of a single row with its price the factor alone."""
    bad = len(told) - len(good)
    return 0 < bad <= len(good) or (priced and bad == 1 and len(told) == 1)


def _is_sure(
    matrix: Matrix, good: Sequence[MatrixRow], told: _Told, number: Column, factor: Decimal, *, priced: bool
) -> bool:
    """Most rows with different numbers come out; a factor nobody told has few digits."""
    different = len({_value(row, number) for row in good})
    few = len(factor.normalize().as_tuple().digits) <= _ROUND
    bad = len(told) - len(good)
    return 0 < bad <= max(1, len(good) // 3) and different > 1 and few and (priced or len(good) > 2)


def _agrees(matrix: Matrix, row: MatrixRow, amount: Column, due: Decimal, paid: Decimal) -> bool:
    exponent = paid.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return abs(due - paid) <= max(step / 2, abs(due) * _CLOSE)


def _factor(ratio: Decimal) -> Decimal:
    """Rounded so that rows whose amounts were rounded share it."""
    digits = ratio.adjusted()
    return ratio.quantize(Decimal(1).scaleb(digits - _ROUND), ROUND_HALF_UP).normalize()


def _basis(row: MatrixRow, columns: Sequence[Column]) -> Decimal | None:
    basis = Decimal(1)
    for column in columns:
        basis *= _value(row, column) or Decimal(0)
    return basis or None


def _value(row: MatrixRow, column: Column) -> Decimal | None:
    cell = row.cells.get(column.index)
    return cell.parsed.value if cell is not None and not cell.parsed.approximate else None
