"""乘积的识读: columns of a table that multiply: number × price (× a factor all rows share) = amount, also where the price is told nowhere.

What multiplies is learned from the table: most rows have to come out with the same factor, and not all with the same number.
"""

from __future__ import annotations

import re
from collections import Counter
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
_NO_AMOUNT: Final = re.compile(r"占比|比例|率|标准|单价")
_ROUND: Final = 3  # digits of a factor that is one by intent
_CLOSE: Final = Decimal("0.0005")


@dataclass(frozen=True, eq=False)
class Product:
    """一行不合的乘积: number, price (None where it is learned), factor and the amount due, in the unit of the amount's column."""

    matrix: Matrix
    row: MatrixRow
    number: Column
    price: Column | None
    amount: Column
    factor: Decimal
    due: Decimal

    @property
    def written(self) -> Decimal:
        """The amount as it stands there."""
        return _value(self.row, self.amount) or Decimal(0)


def wrong_products(matrix: Matrix) -> Iterator[Product]:
    """Rows that do not come out where most others do."""
    prices, numbers, amounts = (_named(matrix, words) for words in (_PRICE, _NUMBER, _AMOUNT))
    numbers = [column for column in numbers if column not in prices]
    amounts = [column for column in amounts if column not in numbers and not _NO_AMOUNT.search(column.name)]
    if len(numbers) == 1 and len(amounts) == 1 and len(prices) == 1:
        yield from _wrong(matrix, numbers[0], prices[0], amounts[0])
    elif numbers and amounts and not prices:
        for number in numbers:
            for amount in amounts:
                yield from _wrong(matrix, number, None, amount)


def _named(matrix: Matrix, words: re.Pattern[str]) -> list[Column]:
    return [column for column in matrix.columns if words.fullmatch(column.name) and matrix.holds_figures(column)]


def _wrong(matrix: Matrix, number: Column, price: Column | None, amount: Column) -> Iterator[Product]:
    rows = [row for row in matrix.rows if not OF_WHICH.match(row.name) and (price is None or not row.is_sum)]
    told = [
        (row, basis, paid) for row in rows if (basis := _basis(row, number, price)) and (paid := _value(row, amount))
    ]
    factors = Counter(_factor(paid / basis) for _, basis, paid in told)
    if len(told) < 3 or not factors:
        return
    factor = factors.most_common(1)[0][0]
    good = [row for row, basis, paid in told if _agrees(matrix, row, amount, basis * factor, paid)]
    if not _is_sure(matrix, good, told, number, factor, priced=price is not None):
        return
    for row, basis, paid in told:
        due = basis * factor
        if not _agrees(matrix, row, amount, due, paid) and Decimal("0.2") < paid / due < 5:
            yield Product(matrix, row, number, price, amount, factor, due)


def _is_sure(
    matrix: Matrix,
    good: Sequence[MatrixRow],
    told: Sequence[tuple[MatrixRow, Decimal, Decimal]],
    number: Column,
    factor: Decimal,
    *,
    priced: bool,
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


def _basis(row: MatrixRow, number: Column, price: Column | None) -> Decimal | None:
    count = _value(row, number)
    each = _value(row, price) if price is not None else Decimal(1)
    return count * each if count and each else None


def _value(row: MatrixRow, column: Column) -> Decimal | None:
    cell = row.cells.get(column.index)
    return cell.parsed.value if cell is not None and not cell.parsed.approximate else None
