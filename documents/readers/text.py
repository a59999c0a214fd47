"""纯文本的读取: a plain text file as paragraphs, tables and charts, every piece with its line.

What people paste out of Word keeps no table lines, only tabs. Three shapes are read: one row a line with tabs (or bars) between
the cells; one cell a line, led by a tab, an empty line ending the row; and the figures of charts in a block of their own. Text
stays as it stands except for bookmarks and tags, so that whatever is quoted can be found in the file again.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from documents.readers.coding import decode
from documents.readers.limits import MOST_LINES
from documents.readers.paper import Paper, PaperBlock, PaperTable
from documents.readers.refused import Refused
from documents.readers.tally import Tally, check_blocks
from documents.readers.text_blocks import blocks_of

_LINE_END: Final = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def read_text(path: Path) -> Paper:
    """Blocks of a text file. Raises refused.Refused with the reason in Chinese."""
    return parse_text(decode(path.read_bytes()), path.name)


def parse_text(text: str, name: str = "") -> Paper:
    """Blocks of a text. Raises refused.Refused when it has more lines, or larger tables, than any report."""
    lines = _LINE_END.sub("\n", text).split("\n")
    if len(lines) > MOST_LINES:
        raise Refused(f"文本有{len(lines)}行，超过上限{MOST_LINES}行，请拆成几个文件。")
    tally = Tally()
    blocks: list[PaperBlock] = []
    for block in blocks_of(lines):
        if isinstance(block, PaperTable):
            _count(block, tally)
        blocks.append(block)
        check_blocks(blocks)
    return Paper(tuple(blocks), name, lined=True)


def _count(table: PaperTable, tally: Tally) -> None:
    """A table of a text holds no more than one of any other file."""
    name = f"第{table.cells[0].spot.line}行起的表格"
    tally.rows(name, table.height)
    tally.columns(name, len(table.widths))
    tally.cells(table.height * len(table.widths))
