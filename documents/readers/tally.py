"""读取的限额: counts what a reader takes out of a file and stops where no honest report goes on."""

from __future__ import annotations

from documents.readers import limits
from documents.readers.paper import PaperBlock
from documents.readers.refused import Refused


class Tally:
    """合计 of one file."""

    def __init__(self, *, most_rows: int = 0) -> None:
        self._most_rows = most_rows or limits.MOST_ROWS
        self._cells = 0
        self._text = 0

    def rows(self, name: str, count: int) -> None:
        """A table has this many rows."""
        if count > self._most_rows:
            raise Refused(f"{name}超过{self._most_rows}行，没有读取。请删去多余的行，或拆成几个文件后再试。")

    def columns(self, name: str, count: int) -> None:
        """A table has this many columns."""
        if count > limits.MOST_COLUMNS:
            raise Refused(f"{name}超过{limits.MOST_COLUMNS}列，没有读取。请删去右边多余的列后再试。")

    def cells(self, count: int) -> None:
        """So many more places of a table."""
        self._cells += count
        if self._cells > limits.MOST_CELLS:
            raise Refused(f"文件里的表格共超过{limits.MOST_CELLS}格，请删去多余的行、列，或拆成几个文件后再试。")

    def text(self, text: str) -> str:
        """So much more text."""
        self._text += len(text)
        if self._text > limits.MOST_TEXT:
            raise Refused(f"文件中的文字超过{limits.MOST_TEXT // 10_000}万字，请拆成几个文件后再试。")
        return text


def check_blocks(blocks: list[PaperBlock]) -> None:
    """Refuse more paragraphs than a report has."""
    if len(blocks) > limits.MOST_BLOCKS:
        raise Refused(f"文件的段落和表超过{limits.MOST_BLOCKS}个，请拆成几个文件后再试。")
