"""资金表的识读: stages (预算、到位、执行…) by sources, as columns or as rows of labels and amounts, brought to one shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from crosschecks.finding import Place
from crosschecks.reports.columns import FUND_ROLES, plain_header, role_of
from crosschecks.reports.grid import Grid, GridCell
from crosschecks.reports.indicators import printed_points

AMOUNTS: Final = ("planned", "initial", "adjusted", "issued", "received", "spent", "carried")
STAGE_NAMES: Final = {
    "planned": "计划", "initial": "年初预算", "adjusted": "调整后预算", "issued": "下达", "received": "到位", "spent": "执行（支出）",
    "carried": "结余", "rate": "执行率", "received_rate": "到位率", "change": "预算调整", "weight": "分值", "score": "得分", "reason": "原因",
}  # fmt: skip
_ALL: Final = re.compile(r"(?:年度|项目|资金|预算)*(?:总额|资金总额|合计|总计|小计|总投入|总投资|总资金)(?:（.*）)?")
_SOURCE: Final = re.compile(
    r"财政|拨款|专户|单位资金|自筹|其他|其它|结转|中央|省级|市级|县级|区级|上级|本级|社会|贷款|补助|资金|债券|一般公共预算|政府性基金"
)
_ORDER: Final = re.compile(r"序\s*号|编号|项次")
_RATES: Final = ("rate", "received_rate")
_MEANT: Final = re.compile(r"-?\d[\d.,，。]*(?:万元|元)?")  # meant as a figure and none (U10): the row still stands
_UNIT: Final = re.compile(r"(?:单位[：:]?\s*|（)(万元|元|亿元|千元)")
_TIMES: Final = {"元": Decimal(1), "千元": Decimal(1000), "万元": Decimal(10_000), "亿元": Decimal(10) ** 8}


@dataclass(frozen=True, eq=False)
class FundRow:
    """一行资金: a source and its cells by stage. `nested`: stands under a 其中 of the source above."""

    source: str
    label: GridCell
    cells: dict[str, GridCell]
    is_all: bool = False
    nested: bool = False


@dataclass(frozen=True, eq=False)
class FundsTable:
    """资金表. `unit`: what one written unit is in yuan, and its word ('' when the paper does not say)."""

    grid: Grid
    rows: tuple[FundRow, ...]
    header: dict[str, GridCell]
    unit_word: str
    weighs: Decimal | None = None

    @property
    def total(self) -> FundRow | None:
        """The row of totals; a table of a single row is its own total."""
        return next((row for row in self.rows if row.is_all), self.rows[0] if len(self.rows) == 1 else None)

    @property
    def sources(self) -> list[FundRow]:
        """Rows below the total that are not parts of another source."""
        return [row for row in self.rows if not row.is_all and not row.nested]

    @property
    def tells_sources(self) -> bool:
        """Are its rows where the money comes from? Else they are what it went for."""
        named = [row for row in self.rows if not row.is_all]
        return not named or sum(bool(_SOURCE.search(row.source)) for row in named) * 2 > len(named)

    @property
    def is_of_projects(self) -> bool:
        """A table of some projects with their subtotal is no account of the whole."""
        return not self.tells_sources or (self.total is not None and "小计" in self.total.source)

    def amount(self, row: FundRow, stage: str) -> Decimal | None:
        """An amount in yuan, the written unit as the table's when it says none itself."""
        cell = row.cells.get(stage)
        if cell is None or cell.parsed.value is None:
            return None
        own = cell.parsed.unit or cell.parsed.multiplier != 1
        return cell.parsed.value * (Decimal(1) if own else _TIMES.get(self.unit_word, Decimal(10_000)))

    def overall(self, stage: str) -> tuple[Decimal, list[FundRow]] | None:
        """The whole of a stage in yuan with the rows it is read from: the total's amount, else the sum of the sources."""
        totals = [row for row in self.rows if row.is_all and self.amount(row, stage) is not None]
        rows = totals[:1] or [row for row in self.sources if self.amount(row, stage) is not None]
        amounts = [amount for row in rows if (amount := self.amount(row, stage)) is not None]
        return (sum(amounts, Decimal(0)), rows) if amounts else None

    def written(self, row: FundRow, stage: str) -> Decimal | None:
        """The figure as written."""
        cell = row.cells.get(stage)
        return cell.parsed.value if cell else None

    def place(self, row: FundRow, stage: str) -> Place:
        """A cell as a place."""
        return row.cells[stage].place(f"{row.source or '总额'}{STAGE_NAMES[stage]}")


def funds_tables(grid: Grid) -> Iterator[FundsTable]:
    """Blocks of funds in a table."""
    at = 0
    while at < len(grid.rows):
        found = _by_columns(grid, at) or _by_pairs(grid, at) or _by_labels(grid, at)
        if found is None:
            at += 1
        else:
            table, at = found
            yield table


# --- stages as columns, sources as rows ---


def _by_columns(grid: Grid, at: int) -> tuple[FundsTable, int] | None:
    header: dict[str, GridCell] = {}
    below = {cell.column: cell for cell in grid.covering(at + 1)} if at + 1 < len(grid.rows) else {}
    for cell in grid.covering(at):
        role = role_of(cell.text, FUND_ROLES)
        under = below.get(cell.column)
        holds = role not in AMOUNTS or (under is not None and (under.is_number or under.parsed.is_nothing))
        if role and role not in header and not cell.is_number and holds:
            header[role] = cell
    stages = [role for role in AMOUNTS if role in header]
    follows = at + 1 < len(grid.rows) and any(cell.is_number for cell in grid.covering(at + 1))
    if len(stages) < 2 or not follows or any(cell.is_number for cell in grid.covering(at)):
        return None
    first = min(cell.column for cell in header.values())
    rows: list[FundRow] = []
    end = at + 1
    while end < len(grid.rows):
        row = _column_row(grid, end, header, first, bool(rows))
        if row is None:
            break
        rows.append(row)
        end += 1
    if not rows:
        return None
    told = grid.covering(at)
    weighs = next((points for cell in told if (points := printed_points(cell)) is not None), None)
    return FundsTable(grid, tuple(rows), header, _unit(grid, at, told), weighs), end


def _column_row(grid: Grid, at: int, header: dict[str, GridCell], first: int, begun: bool) -> FundRow | None:  # noqa: FBT001
    cells = {cell.column: cell for cell in grid.covering(at)}
    left = [cell for column, cell in sorted(cells.items()) if column < first and cell.text]
    labels = [cell for cell in left if not cell.is_number]
    heads = {cell.column: cell.flat for cell in grid.covering(min(cell.row for cell in header.values()))}
    if any(cell.is_number and not _ORDER.search(heads.get(cell.column, "")) for cell in left):
        return None  # figures of another kind stand before the amounts: a table of data (crosschecks.reports.matrix)
    if not labels or not any(column in cells for column in (c.column for c in header.values())):
        return None
    found = {role: cells[head.column] for role, head in header.items() if head.column in cells}
    amounts = [cell for role, cell in found.items() if role in AMOUNTS and cell.text]
    label = labels[-1]
    name = re.sub(r"^其中：?", "", plain_header(label.text))
    if any(not (cell.is_number or cell.parsed.is_nothing or _MEANT.fullmatch(cell.text)) for cell in amounts):
        return None
    if not amounts and not (begun and _SOURCE.search(name)):
        return None
    return FundRow(name, label, found, bool(_ALL.fullmatch(name)), nested=False)


# --- pairs of label and amount side by side: 计划安排资金|149|实际到位资金|149 ---


def _by_pairs(grid: Grid, at: int) -> tuple[FundsTable, int] | None:
    cells = grid.covering(at)
    header: dict[str, GridCell] = {}
    for label, value in pairwise(cells):
        role = role_of(label.text, FUND_ROLES)
        if role in (*AMOUNTS, *_RATES) and (value.is_number or not value.text):
            header.setdefault(role, value)
    if sum(role in AMOUNTS for role in header) < 2 or not any(cell.is_number for cell in header.values()):
        return None
    label = cells[0]
    rows = [FundRow("", label, header, is_all=True)]
    end = at + 1
    while end < len(grid.rows):
        below = {cell.column: cell for cell in grid.covering(end)}
        found = {role: below[head.column] for role, head in header.items() if head.column in below}
        names = [below[head.column - 1] for head in header.values() if head.column - 1 in below]
        if not names or not all(_SOURCE.search(name.flat) and not name.is_number for name in names):
            break
        source = re.sub(r"^其中：?", "", plain_header(names[0].text))
        rows.append(FundRow(source, names[0], found))
        end += 1
    return FundsTable(grid, tuple(rows), header, _unit(grid, at, cells)), end


# --- a label a row, the amount at its end: 预算资金|市级预算资金|2536.08 ---


def _by_labels(grid: Grid, at: int) -> tuple[FundsTable, int] | None:
    by_stage: dict[str, list[FundRow]] = {}
    rates: dict[str, GridCell] = {}
    stage, end = "", at
    while end < len(grid.rows):
        told = [cell for cell in grid.covering(end) if cell.text]
        labels, amounts = [c for c in told if not c.is_number], [c for c in told if c.is_number]
        if (
            len(amounts) != 1
            or not labels
            or len(labels) > 3
            or told[-1] is not amounts[0]
            or len(labels[-1].flat) > 20
        ):
            break
        if by_stage and (rate := role_of(labels[0].text, FUND_ROLES)) in _RATES:
            rates[rate] = amounts[0]
            end += 1
            continue
        stages = [role for cell in labels if (role := _stage(cell)) in AMOUNTS]
        stage = stages[0] if stages else stage
        source = labels[-1] if not _stage(labels[-1]) or len(labels) > 1 else None
        if not stage or (source is not None and not stages and not _is_source(source)):
            break
        name = plain_header(source.text) if source is not None and source is not _own(labels, stage) else ""
        row = FundRow(name, labels[-1], {stage: amounts[0]}, is_all=not name or bool(_ALL.fullmatch(name)))
        by_stage.setdefault(stage, []).append(row)
        end += 1
    if len(by_stage) < 2:
        return None
    rows = tuple(row for found in by_stage.values() for row in found)
    if all(len(found) == 1 and found[0].is_all for found in by_stage.values()):  # one amount a stage: one row of totals
        cells = {stage: found[0].cells[stage] for stage, found in by_stage.items()}
        rows = (FundRow("", rows[0].label, {**cells, **rates}, is_all=True),)
    header = {stage: found[0].label for stage, found in by_stage.items()}
    return FundsTable(grid, rows, header, _unit(grid, at, grid.covering(at))), end


def _is_source(cell: GridCell) -> bool:
    return bool(_SOURCE.search(cell.flat) or _ALL.fullmatch(plain_header(cell.text)))


def _stage(cell: GridCell) -> str:
    role = role_of(cell.text, FUND_ROLES)
    return role or ("planned" if re.fullmatch(r"预算资金", plain_header(cell.text)) else "")


def _own(labels: list[GridCell], stage: str) -> GridCell | None:
    return labels[-1] if _stage(labels[-1]) == stage and len(labels) == 1 else None


def _unit(grid: Grid, at: int, told: list[GridCell]) -> str:
    """万元 or 元, from the header, the rows above or the caption."""
    above = [cell for row in range(max(0, at - 3), at) for cell in grid.covering(row)]
    for text in (*(cell.flat for cell in told), *(cell.flat for cell in reversed(above)), grid.caption):
        match = _UNIT.search(text)
        if match:
            return match[1]
    return ""
