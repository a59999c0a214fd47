"""纸表的内容: what a reader found in a DOCX or XLSX: paragraphs and tables with their merges, in order."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaperCell:
    """单元格: text, first column and row from 0, and how many columns and rows it covers."""

    text: str
    column: int
    row: int
    across: int = 1
    down: int = 1


@dataclass(frozen=True, slots=True)
class PaperTable:
    """表格: relative widths of its columns, number of rows, and every cell once."""

    widths: tuple[int, ...]
    height: int
    cells: tuple[PaperCell, ...]


@dataclass(frozen=True, slots=True)
class PaperText:
    """段落."""

    text: str


PaperBlock = PaperTable | PaperText


@dataclass(frozen=True, slots=True)
class Paper:
    """纸表."""

    blocks: tuple[PaperBlock, ...]
