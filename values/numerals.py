"""数字写法: Chinese numerals, heading numbers of official papers, and plain decimals."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

_DIGITS: Final = "零一二三四五六七八九"
_PLACES: Final = ("", "十", "百", "千")
_LARGEST: Final = 99_999_999
_GROUP: Final = 10_000
_LEVELS: Final = ("{han}、", "（{han}）", "{n}．", "（{n}）")


def chinese_number(n: int) -> str:
    """`n` (0 to 99,999,999) in Chinese: 10 → 十, 21 → 二十一, 101 → 一百零一. Raises ValueError outside that range."""
    if not 0 <= n <= _LARGEST:
        raise ValueError(f"只能写出 0 至 {_LARGEST} 的中文数字，现为 {n}")
    if n == 0:
        return _DIGITS[0]
    high, low = divmod(n, _GROUP)
    text = f"{_group(high)}万" if high else ""
    if high and 0 < low < _GROUP // 10:
        text += _DIGITS[0]
    text += _group(low)
    # 一十 is only written inside a longer number (一百一十), never at its head.
    return text.removeprefix("一") if text.startswith("一十") else text


def _group(n: int) -> str:
    text, gap = "", False
    for place in (3, 2, 1, 0):
        digit = n // 10**place % 10
        if digit == 0:
            gap = bool(text)
            continue
        text += (_DIGITS[0] if gap else "") + _DIGITS[digit] + _PLACES[place]
        gap = False
    return text


def heading_number(level: int, n: int) -> str:
    """标题序号 by GB/T 9704: level 1 一、 2 （一） 3 1． 4 （1）. Raises ValueError for another level or n < 1."""
    if not 1 <= level <= len(_LEVELS) or n < 1:
        raise ValueError(f"标题只有一至四级且从1起编号，现为第{level}级第{n}个")
    return _LEVELS[level - 1].format(han=chinese_number(n), n=n)


def plain(value: Decimal) -> str:
    """`value` without exponent or idle zeros: 10.00 → "10", 2364.010 → "2364.01", 0E-2 → "0"."""
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text
