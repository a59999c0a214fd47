"""文本的编码: whether a .txt file is text at all, and in which of the encodings that Chinese programmes write."""

from __future__ import annotations

import re
from typing import Final

from documents.readers.kinds import EICAR, PLAIN
from documents.readers.refused import Refused

_MARKED: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS: Final = 0.001  # of all characters; a stray one is no reason


def decode(data: bytes) -> str:
    """The text of a file. Raises Refused when it is none."""
    if EICAR in data:
        raise Refused("文件含有病毒测试特征（EICAR），疑似带病毒，没有读取。请先用杀毒软件检查。")
    marked = next((name for mark, name in _MARKED if data.startswith(mark)), "")
    if not marked and b"\0" in data:
        raise Refused(f"文件里有空字节，不是纯文本（可能只是改了扩展名）。{PLAIN.advice}")
    for encoding in (marked,) if marked else ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
            break
        return text
    raise Refused(f"文件的编码认不出来，或者不是纯文本。{PLAIN.advice}")
