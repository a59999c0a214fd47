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
from documents.readers.paper import Paper
from documents.readers.refused import Refused
from documents.readers.text_blocks import blocks_of

_LINE_END: Final = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def read_text(path: Path) -> Paper:
    """Blocks of a text file. Raises refused.Refused with the reason in Chinese."""
    return parse_text(decode(path.read_bytes()), path.name)


def parse_text(text: str, name: str = "") -> Paper:
    """Blocks of a text. Raises refused.Refused when it has more lines than any report."""
    lines = _LINE_END.sub("\n", text).split("\n")
    if len(lines) > MOST_LINES:
        raise Refused(f"文本有{len(lines)}行，超过上限{MOST_LINES}行，请拆成几个文件。")
    return Paper(tuple(blocks_of(lines)), name, lined=True)
