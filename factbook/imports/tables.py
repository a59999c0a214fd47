"""导入表的样子: which sheets and columns are understood, and how a sheet's rows are found below its header."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from factbook.imports.reading import Cell, Line, Sheets

HEADER_WITHIN: Final = 10  # titles and notes may stand above the header
NOTHING: Final = Cell()


@dataclass(frozen=True, slots=True)
class Column:
    """列."""

    label: str
    width: int = 14
    needed: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """工作表."""

    name: str
    columns: tuple[Column, ...]

    @property
    def needed(self) -> tuple[str, ...]:
        """Labels without which the sheet cannot be read."""
        return tuple(column.label for column in self.columns if column.needed)


PROJECTS: Final = Table(
    "项目",
    (
        Column("单位代码", needed=True),
        Column("项目编码", 24, needed=True),
        Column("项目名称", 40, needed=True),
        Column("项目属性", choices=("经常性项目", "一次性项目", "阶段性项目")),
        Column("项目期起"),
        Column("项目期止"),
        Column("上级项目编码", 24),
    ),
)
TARGETS: Final = Table(
    "绩效指标",
    (
        Column("项目编码", 24, needed=True),
        Column("年度", 8, needed=True),
        Column("一级指标", needed=True),
        Column("二级指标", needed=True),
        Column("三级指标", 36, needed=True),
        Column("指标性质", 10, choices=("≥", "≤", "＝", ">", "<", "定性")),
        Column("指标值"),
        Column("度量单位", 10),
        Column("权重", 8),
        # Only where several units use the same project code.
        Column("单位代码"),
    ),
)


@dataclass(frozen=True, slots=True)
class LineError:
    """逐行错误: where, what was found, what is expected. `row` 0 means the whole sheet, `column` '' the whole row."""

    sheet: str
    row: int
    column: str
    found: str
    expected: str

    def __str__(self) -> str:
        if not self.row:
            return f"工作表“{self.sheet}”：{self.expected}" + (f"现有“{self.found}”。" if self.found else "")
        column = f"“{self.column}”列" if self.column else ""
        found = f"填的是“{self.found}”" if self.found else "没有填"
        return f"工作表“{self.sheet}”第 {self.row} 行{column}：{found}，{self.expected}"


@dataclass(frozen=True, slots=True)
class Row:
    """数据行 under a header."""

    sheet: str
    number: int
    cells: Mapping[str, Cell]

    def text(self, label: str) -> str:
        """Text of a column, '' when blank or when there is no such column."""
        return self.cells.get(label, NOTHING).text

    def error(self, label: str, expected: str) -> LineError:
        """An error at this row and column."""
        return LineError(self.sheet, self.number, label, self.text(label)[:60], expected)


def rows_of(sheets: Sheets, table: Table) -> tuple[list[Row], list[LineError]]:
    """Rows of `table` below its header and what is wrong with the sheet itself. A missing sheet has no rows."""
    lines = sheets.get(table.name)
    if not lines:
        return [], []
    header = next((line for line in lines[:HEADER_WITHIN] if _is_header(line, table)), None)
    if header is None:
        labels = "、".join(table.needed)
        seen = "、".join(cell.text for cell in lines[0].cells if cell.text)[:60]
        return [], [LineError(table.name, 0, "", seen, f"前 {HEADER_WITHIN} 行内应有一行表头，至少含：{labels}。")]
    labels_at = {place: _plain(cell.text) for place, cell in enumerate(header.cells) if cell.text}
    below = [line for line in lines if line.number > header.number]
    rows = [Row(table.name, line.number, _cells(line, labels_at)) for line in below]
    return rows, [row.error(label, "这一格是公式错误，请改正后再上传。") for row in rows for label in _broken(row)]


def _is_header(line: Line, table: Table) -> bool:
    return set(table.needed) <= {_plain(cell.text) for cell in line.cells}


def _plain(text: str) -> str:
    return "".join(text.split()).rstrip("*")


def _cells(line: Line, labels_at: Mapping[int, str]) -> dict[str, Cell]:
    return {label: line.cells[place] for place, label in labels_at.items() if place < len(line.cells)}


def _broken(row: Row) -> list[str]:
    return [label for label, cell in row.cells.items() if cell.kind == "e"]
