"""纸面的内容: what a reader found in a file: paragraphs, tables with their merges and charts with their figures, in order.

One neutral value for every file from outside (DOCX, XLSX, plain text) and for our own document tree. Drafting a form, importing a
filled one and checking any report (勾稽) all read it and nothing else of a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class Spot:
    """出处 of a piece of paper, for people and for programmes.

    line: from 1, line of a text file or number of the paragraph in a DOCX; 0 when it has none. cell: `表2!B3` in a DOCX
    (`表2之1!B3` in a table inside it), `工作表名!B3` in an XLSX, "" elsewhere. key: fact path or anchor (documents.text.anchor)
    of our own documents, "" in foreign ones.
    """

    line: int = 0
    cell: str = ""
    key: str = ""


NOWHERE: Final = Spot()
UNCALCULATED: Final = "〔公式未计算〕"  # stands in a cell whose formula was stored without its result


@dataclass(frozen=True, slots=True)
class PaperCell:
    """单元格: text, first column and row from 0, and how many columns and rows it covers."""

    text: str
    column: int
    row: int
    across: int = 1
    down: int = 1
    spot: Spot = NOWHERE


@dataclass(frozen=True, slots=True)
class PaperTable:
    """表格: relative widths of its columns, number of rows, and every cell once, row by row. `name`: sheet or caption; `torn`: a row is missing."""

    widths: tuple[int, ...]
    height: int
    cells: tuple[PaperCell, ...]
    name: str = ""
    torn: bool = field(default=False, compare=False)

    def rows(self) -> Iterator[tuple[PaperCell, ...]]:
        """Cells that begin in each row, from the first row to the last."""
        found: dict[int, list[PaperCell]] = {}
        for cell in self.cells:
            found.setdefault(cell.row, []).append(cell)
        return (tuple(found.get(row, ())) for row in range(self.height))


@dataclass(frozen=True, slots=True)
class PaperText:
    """段落. `level`: heading level 1–4 where the file's style says so, 0 where it does not (it may still be a heading)."""

    text: str
    level: int = 0
    spot: Spot = NOWHERE


@dataclass(frozen=True, slots=True)
class PaperSeries:
    """图表序列: its name and one figure, as text, for each category of the chart ('' where there is none); lines: of the figures in a text."""

    name: str
    values: tuple[str, ...]
    lines: tuple[int, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class PaperChart:
    """图表: title; 'bar', 'pie', 'line' or '' for another kind; categories and series, as the file holds them."""

    title: str
    kind: str
    categories: tuple[str, ...]
    series: tuple[PaperSeries, ...]
    spot: Spot = NOWHERE


PaperBlock = PaperTable | PaperText | PaperChart


@dataclass(frozen=True, slots=True)
class Paper:
    """一份文件的内容."""

    blocks: tuple[PaperBlock, ...]
    name: str = ""  # the file's name, for messages
    notes: tuple[str, ...] = ()  # 读取说明: what was left out or could not be told, for people
    lined: bool = False  # a newline inside a text is a new line of the file, as in plain text
