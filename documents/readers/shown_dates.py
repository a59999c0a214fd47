"""日期的显示: a spreadsheet's day number under a date format, as Chinese programmes show it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final

_TOKEN: Final = re.compile(r"(?i)y+|e+|m+|d+|a{3,4}|h+|s+|\.0+|am/pm|a/p|上午/下午")
_DATE: Final = re.compile(r"(?i)[ymdhs]|aaa|^\W*e\W")
_WEEKDAYS: Final = "一二三四五六日"
_FIRST_1904: Final = datetime(1904, 1, 1)  # noqa: DTZ001 - a calendar day, in nobody's time zone
_FIRST_1900: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - same; two days early, because Excel counts 29 February 1900
_LAST: Final = 2_958_466  # 31 December 9999
_LEAP: Final = 60
_NOON: Final = 12
Sign = tuple[str, bool]


def is_date(bare: str) -> bool:
    """Is a format, its literal texts aside, one of dates or times?"""
    return bool(_DATE.search(bare.replace("General", "")))


def date_shown(number: Decimal, section: tuple[Sign, ...], *, epoch_1904: bool) -> str:
    """The day and time, '' when the number is none."""
    if not 0 <= number < _LAST:
        return ""
    days = float(number) + (number < _LEAP and not epoch_1904)
    moment = (_FIRST_1904 if epoch_1904 else _FIRST_1900) + timedelta(seconds=round(days * 86_400))
    bare = "".join("\0" if literal else text for text, literal in section)
    literals = iter([text for text, literal in section if literal])
    is_half = bool(re.search(r"(?i)am/pm|a/p|上午/下午", bare))
    made, last, before = "", 0, ""
    for found in _TOKEN.finditer(bare):
        made += bare[last : found.start()]
        made += _part(moment, found[0].lower(), before, bare[found.end() :], is_half=is_half)
        last = found.end()
        if found[0][0].lower() in "ymdhs":
            before = found[0][0].lower()
    made += bare[last:]
    return re.sub("\0", lambda _: next(literals), made).strip()


def _part(moment: datetime, sign: str, before: str, behind: str, *, is_half: bool) -> str:
    following = _TOKEN.search(behind)
    if sign[0] == "m" and (before == "h" or (following is not None and following[0][0].lower() == "s")):
        return f"{moment.minute:0{min(len(sign), 2)}d}"
    if sign[0] == "h" and is_half:
        return f"{moment.hour % _NOON or _NOON:0{min(len(sign), 2)}d}"
    return _PARTS[sign[0]](moment, sign)


def _weekday(moment: datetime, sign: str) -> str:
    return ("" if sign == "aaa" else "星期") + _WEEKDAYS[moment.weekday()]


def _half(moment: datetime, sign: str) -> str:
    return "上午" if moment.hour < _NOON else "下午"


_PARTS: Final[dict[str, Callable[[datetime, str], str]]] = {
    "y": lambda moment, sign: f"{moment.year}" if len(sign) > 2 else f"{moment.year % 100:02d}",
    "e": lambda moment, sign: f"{moment.year}",
    "m": lambda moment, sign: f"{moment.month:0{2 if len(sign) == 2 else 1}d}",
    "d": lambda moment, sign: f"{moment.day:0{len(sign)}d}" if len(sign) < 3 else _weekday(moment, sign),
    "a": lambda moment, sign: _weekday(moment, sign) if sign.startswith("aa") else _half(moment, sign),
    "上": _half,
    "h": lambda moment, sign: f"{moment.hour:0{min(len(sign), 2)}d}",
    "s": lambda moment, sign: f"{moment.second:0{min(len(sign), 2)}d}",
    ".": lambda moment, sign: "",
}
