"""文件名: what must not stand in the name of a file or of a part of one, because some system would be misled by it."""

from __future__ import annotations

import re
from typing import Final

from documents.readers.limits import LONGEST_NAME

# Characters that cannot be seen or that turn the reading direction (a name that ends in exe is shown as one that ends in docx).
_UNSEEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_PATH: Final = re.compile(r"[/\\]")
_RESERVED: Final = re.compile(r"(?i)(con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])(\..*)?")


def fault_of_name(name: str) -> str:
    """Say what is wrong with a name, '' when nothing is."""
    if _UNSEEN.search(name):
        return "含有不可见的字符或改变书写方向的字符"
    if len(name.encode("utf-8", "surrogatepass")) > LONGEST_NAME:
        return f"过长（超过 {LONGEST_NAME} 字节）"
    if _PATH.search(name) or name in {".", ".."}:
        return "含有路径"
    if _RESERVED.fullmatch(name):
        return "是 Windows 的保留名称"
    return ""
