"""日期的写法: a day as official papers print it."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def chinese_day(raw: str) -> str:
    """2023-03-28 as 2023年3月28日; what is no such day stays as typed."""
    day = _read(raw)
    return f"{day.year}年{day.month}月{day.day}日" if day else raw


def chinese_month(raw: str) -> str:
    """2022-01-01 as 2022年1月; what is no such day stays as typed."""
    day = _read(raw)
    return f"{day.year}年{day.month}月" if day else raw


def _read(raw: str) -> date | None:
    try:
        return date.fromisoformat(raw.strip()) if _DAY.fullmatch(raw.strip()) else None
    except ValueError:
        return None
