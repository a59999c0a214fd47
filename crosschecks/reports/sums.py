"""加总的比对: totals of data tables against the columns they are made of and against their rows, within what rounding may do.

What a total is made of is read from the header where it says so (其中, lost merges put back), and otherwise learned from the table: the
columns behind 合计 that make it up in most rows do so in every row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from crosschecks.context import Found
from crosschecks.finding import Place, Severity
from crosschecks.profile import Profile
from crosschecks.reports.composed import inner_parts, known_parts
from crosschecks.reports.matrix import OF_WHICH, Column, Matrix, MatrixRow
from values.numerals import plain

_TOTAL: Final = re.compile(r".*(?:合计|总计|小计)(?:数|额|金额)?$|总额|总数|总量")
_NO_PART: Final = re.compile(
    r"率|比|标准|单价|均|序号|编号|年份|电话|备注|说明|得分|分值|增减|同比|人数|户数|数量|面积|个数|(?:当年|累计|年末|滚存)结余$|^结余$"
)
_OWN_KIND: Final = (
    ("F12", re.compile(r"三公|资产|车辆|用车")),
    ("F09", re.compile(r"收入")),
    ("F08", re.compile(r"支出|经费")),
)
_SOURCES: Final = re.compile(
    r"财政|拨款|中央|省|市|县|区|自筹|其他|其它|上级|本级|配套|专户|单位资金|社会|结转|债券|贷款"
)


@dataclass(frozen=True, eq=False)
class Sum:
    """一处加总 that does not come out: total and parts as written, and their places, the total's first. rule: whose it is."""

    name: str
    total: Decimal
    parts: tuple[Decimal, ...]
    places: tuple[Place, ...]
    unit: str = ""
    rule: str = ""

    @property
    def summed(self) -> Decimal:
        """The parts together."""
        return sum(self.parts, Decimal(0))

    def reckoned(self) -> str:
        """「548.71＋149＝697.71，与690相差7.71」."""
        gap = plain(abs(self.summed - self.total))
        shown = "＋".join(plain(part) for part in self.parts).replace("＋-", "－")
        return f"{shown}＝{plain(self.summed)}，与{plain(self.total)}相差{gap}"


def allowed(profile: Profile, count: int) -> Decimal:
    """What rounding may make of `count` addends."""
    return min(profile.rounding * (count + 1), profile.most_rounding)


def value(row: MatrixRow, column: Column) -> Decimal | None:
    """A figure of a table."""
    cell = row.cells.get(column.index)
    return cell.parsed.value if cell else None


# --- across: a column and those it is made of ---


def across(matrix: Matrix, profile: Profile) -> Iterator[Sum]:
    """Columns with their parts, row by row; parts left empty count nothing once any is filled."""
    for column, ways in made_of(matrix, profile):
        for row in matrix.rows:
            if not any(_fits(row, column, parts, profile) is not False for parts in ways):
                yield _sum(matrix, row, column, ways[0])


def made_of(matrix: Matrix, profile: Profile) -> list[tuple[Column, list[list[Column]]]]:
    """Totals with the lists of columns that may make them up, the likeliest first."""
    found: list[tuple[Column, list[list[Column]]]] = []
    inner: set[int] = set()  # columns that stand under a 其中 told in the same row of the header
    for column in matrix.columns:
        parts = matrix.parts_of(column)
        if len(parts) > 1:
            found.append((column, [parts]))
        elif known := known_parts(matrix, column):
            found.append((column, [known, *inner_parts(matrix, known)]))
        elif parts and matrix.holds_figures(column):
            ways = _learned(matrix, column, _behind(matrix, column, set()), profile, at_least=2)
            if ways:
                found.append((column, ways))
                inner.update(part.index for part in ways[0])
            else:
                inner.add(parts[0].index)
    for column in matrix.columns:
        if _TOTAL.fullmatch(column.name) and matrix.holds_figures(column) and not any(c is column for c, _ in found):
            behind, ahead = _behind(matrix, column, inner), _ahead(matrix, column)
            ways = _learned(matrix, column, behind, profile, at_least=2) or _certain(matrix, column, behind)
            ways = ways or _learned(matrix, column, ahead, profile, at_least=2) or _certain_ahead(matrix, column, ahead)
            if ways:
                found.append((column, ways))
    return found


def _ahead(matrix: Matrix, column: Column) -> list[Column]:
    """Columns before a total that ends the table, nearest first."""
    found: list[Column] = []
    for other in reversed(matrix.columns[1 : column.index]):
        if _TOTAL.fullmatch(other.name) or _NO_PART.search("".join(other.path)) or not matrix.holds_figures(other):
            break
        found.append(other)
    return found if column.index == len(matrix.columns) - 1 else []


def _certain_ahead(matrix: Matrix, column: Column, ahead: Sequence[Column]) -> list[list[Column]]:
    """A single row whose figures all stand before the total at its end."""
    told = [row for row in matrix.rows if value(row, column)]
    whole = len(ahead) > 1 and len(ahead) == column.index - 1 and len(told) == len(matrix.rows) == 1
    return [list(reversed(ahead))] if whole else []


def _behind(matrix: Matrix, column: Column, inner: set[int]) -> list[Column]:
    """Columns behind a total that may be its parts."""
    found: list[Column] = []
    for other in matrix.columns[column.index + 1 :]:
        if other.index in inner:
            continue
        another = other.unit and column.unit and other.unit != column.unit
        if (
            another
            or _TOTAL.fullmatch(other.name)
            or _NO_PART.search("".join(other.path))
            or not matrix.holds_figures(other)
        ):
            break
        found.append(other)
    return found


def _learned(
    matrix: Matrix, column: Column, behind: Sequence[Column], profile: Profile, *, at_least: int
) -> list[list[Column]]:
    """The first columns behind a total that make it up in most rows, the longest list first."""
    ways: dict[int, int] = {}
    told = [row for row in matrix.rows if value(row, column)]
    for count in range(at_least, len(behind) + 1):
        fits = sum(_fits(row, column, behind[:count], profile) is True for row in told)
        if fits >= 2 and fits * 3 >= len(told) * 2 - 1:
            ways[count] = fits
    best = max(ways.values(), default=0)
    return [list(behind[:count]) for count in sorted(ways, reverse=True) if ways[count] == best]


def _certain(matrix: Matrix, column: Column, behind: Sequence[Column]) -> list[list[Column]]:
    """A single row teaches nothing: 合计 with nothing but its parts behind it up to the end of the table."""
    told = [row for row in matrix.rows if value(row, column)]
    rest = matrix.columns[column.index + 1 :]
    whole = len(behind) > 1 and len(behind) == len(rest) and not any(other.depth for other in rest)
    before = matrix.columns[1 : column.index]
    return [list(behind)] if len(told) == 1 and whole and not before else []


def _fits(row: MatrixRow, column: Column, parts: Sequence[Column], profile: Profile) -> bool | None:
    """Does a total come out? None when a row does not tell."""
    total = value(row, column)
    given = [figure for part in parts if (figure := value(row, part)) is not None]
    if total is None or not given:
        return None
    return abs(sum(given, Decimal(0)) - total) <= allowed(profile, len(given))


def _sum(matrix: Matrix, row: MatrixRow, column: Column, parts: Sequence[Column]) -> Sum:
    given = [(part, figure) for part in parts if (figure := value(row, part)) is not None]
    return Sum(
        f"{row.name.strip('：')}{''.join(column.path)}" if len(matrix.rows) > 1 else "".join(column.path),
        value(row, column) or Decimal(0),
        tuple(figure for _, figure in given),
        (matrix.place(row, column), *(matrix.place(row, part) for part, _ in given)),
        matrix.unit_of(column),
        _rule_of(matrix, column, parts),
    )


def _rule_of(matrix: Matrix, column: Column, parts: Sequence[Column]) -> str:
    """三公 and 资产 are F12's, income F09's, sources of funds F01's, spending and everything else F08's."""
    names = [part.name for part in parts]
    for words in ("".join(column.path), matrix.caption, "".join(names)):
        for rule, pattern in _OWN_KIND:
            if pattern.search(words):
                return rule
        if words == "".join(column.path) and sum(bool(_SOURCES.search(name)) for name in names) * 2 > len(names):
            return "F01"
    return "F08"


# --- down: a row of sums and the rows it gathers ---


def down(matrix: Matrix, profile: Profile) -> Iterator[Sum]:
    """The row of sums, first or last, and the rows of subtotals between, against the other rows, column by column."""
    rows = [row for row in matrix.rows if row.label.text]
    sums = [row for row in rows if row.is_sum]
    ends = [row for row in (rows[0], rows[-1]) if row.is_sum] if rows else []
    whole = next((row for row in ends if "小计" not in row.name or len(sums) == 1), None)
    rest = [row for row in rows if not row.is_sum]
    if whole is None or len(rest) < 2 or any(row is not whole and "小计" not in row.name for row in sums):
        return
    blocks = [(whole, rest), *_subtotals(rows, whole)]
    for column in matrix.columns:
        if _adds_up(matrix, column):
            for block in blocks:
                yield from _summed(matrix, block, column, profile)


def _subtotals(rows: Sequence[MatrixRow], whole: MatrixRow) -> Iterator[tuple[MatrixRow, list[MatrixRow]]]:
    """Every 小计 below the rows it gathers."""
    above: list[MatrixRow] = []
    for row in rows:
        if row is whole:
            continue
        if row.is_sum:
            if len(above) > 1:
                yield row, above
            above = []
        else:
            above.append(row)


def _summed(
    matrix: Matrix, block: tuple[MatrixRow, list[MatrixRow]], column: Column, profile: Profile
) -> Iterator[Sum]:
    """One column; rows of 其中 belong to the row above and are left out where that comes out."""
    whole, rest = block
    total = value(whole, column)
    given = [(row, figure) for row in rest if (figure := value(row, column)) is not None]
    if total is None or len(given) < 2:
        return
    slack = allowed(profile, len(given))
    if abs(sum(figure for _, figure in given) - total) <= slack or any(OF_WHICH.match(row.name) for row in rest):
        return
    yield Sum(
        f"{whole.name.strip('：')}{''.join(column.path)}",
        total,
        tuple(figure for _, figure in given),
        (matrix.place(whole, column), *(matrix.place(row, column) for row, _ in given)),
        matrix.unit_of(column),
        "F11" if "汇总" in whole.name else "F07",
    )


def _adds_up(matrix: Matrix, column: Column) -> bool:
    """Shares, rates, prices, points and numbers of order do not."""
    words = ("率", "比", "单价", "标准", "序号", "编号", "均", "排名", "年份", "电话", "得分", "年度", "时间", "日期")
    shares = any((cell := row.cells.get(column.index)) is not None and cell.parsed.unit == "%" for row in matrix.rows)
    return not shares and not any(word in "".join(column.path) for word in words)


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
