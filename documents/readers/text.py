"""纯文本的读取: a plain text file (UTF-8, UTF-16 by its mark, GB18030) as paragraphs, tables and charts, every piece with its line.

What people paste out of Word keeps no table lines, only tabs. Three shapes are read: one row a line with tabs (or bars) between
the cells; one cell a line, led by a tab, an empty line ending the row; and the figures of charts in a block of their own. Text
stays as it stands except for bookmarks and tags, so that whatever is quoted can be found in the file again.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Final

from documents.readers.gate import Refused
from documents.readers.paper import Paper
from documents.readers.text_blocks import blocks_of

LARGEST: Final = 5 * 1024 * 1024
MOST_LINES: Final = 100_000
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BINARY: Final = re.compile(rb"\A(?:PK\x03\x04|%PDF|\xd0\xcf\x11\xe0|\x7fELF|\x89PNG|GIF8|\xff\xd8\xff|MZ|\{\\rtf)")


def read_text(path: Path) -> Paper:
    """Blocks of a text file. Raises gate.Refused with the reason in Chinese."""
    size = path.stat().st_size
    if size == 0:
        raise Refused("文件是空的（0 字节），请重新选择文件。")
    if size > LARGEST:
        raise Refused(f"文本有 {size / 1024 / 1024:.1f} MB，超过上限 {LARGEST // 1024 // 1024} MB，请拆成几个文件。")
    return parse_text(decode(path.read_bytes()), path.name)


def parse_text(text: str, name: str = "") -> Paper:
    """Blocks of a text. Raises gate.Refused when it has more lines than any report."""
    lines = text.split("\n")
    if len(lines) > MOST_LINES:
        raise Refused(f"文本有{len(lines)}行，超过上限{MOST_LINES}行，请拆成几个文件。")
    return Paper(tuple(blocks_of(lines)), name, lined=True)


def decode(data: bytes) -> str:
    """The text of a file, line ends as newlines. Raises gate.Refused when it is no text or in no known encoding."""
    if _BINARY.match(data):
        raise Refused("这不是纯文本文件（可能只是改了扩展名）。Word、Excel 请保留 .docx、.xlsx 扩展名后再试。")
    named = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    for encoding in (named,) if named else ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _CONTROL.search(text):
            break
        return text.replace("\r\n", "\n").replace("\r", "\n")
    raise Refused("文件的编码认不出来，或含有乱码。请用记事本另存为“UTF-8”编码的文本后再试。")
