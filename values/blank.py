"""空白说明: whether a reason says nothing (S10: 偏差原因 must not be empty, 无, 0 or a dash)."""

from __future__ import annotations

import unicodedata
from typing import Final

from values.text import fold_width

_SAYS_NOTHING: Final = frozenset(
    {
        "",
        "无",
        "0",
        "〇",
        "零",
        "空",
        "否",
        "略",
        "没有",
        "暂无",
        "暂缺",
        "不详",
        "无原因",
        "没有原因",
        "无偏差",
        "无说明",
        "na",
        "none",
        "null",
    },
)


def is_blank(text: str) -> bool:
    """Whether `text` gives no reason: empty, only punctuation, or a word such as 无, 0, 没有, 暂无."""
    letters = "".join(char for char in fold_width(text) if unicodedata.category(char)[0] in "LN")
    return letters.lower() in _SAYS_NOTHING
