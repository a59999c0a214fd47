"""日期识读: the dates and months of a folded text, as the span of days each may mean."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

_YEAR: Final = r"(?P<year>(?:19|20)\d{2})"
_TOKEN: Final = re.compile(
    rf"{_YEAR}(?:年|[-/.])(?P<month>\d{{1,2}})(?:月(?:份)?|[-/.](?=\d))(?:(?P<day>\d{{1,2}})(?:日|号(?!文))?)?(?P<part>上旬|中旬|下旬|初|底|末)?"
    rf"|{_YEAR.replace('year', 'year2')}年(?:度)?(?P<part2>年?初|年?底|年?末)?"
    r"|(?<![\d.年—~-])(?P<month3>\d{1,2})月(?:份)?(?:(?P<day3>\d{1,2})[日号])?(?P<part3>上旬|中旬|下旬|初|底|末)?"
)
_BEFORE: Final = re.compile(r"^(?:之?前|以前|内|止)|^（含）前")
_MONTHS: Final = 12
_LEAP: Final = 2000
_DAYS: Final = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "初": (1, 10), "底": (21, 31), "末": (21, 31)}


@dataclass(frozen=True, slots=True)
class Moment:
    """时间 at `start`…`end` of a text: the first and the last day it may mean; `until`: 前 or 底前 follows. `guessed`: its year is another's."""

    start: int
    end: int
    first: date
    last: date
    until: bool
    is_year: bool = False
    guessed: bool = False

    def after(self, other: Moment) -> bool:
        """Later, whatever days the two mean."""
        return self.first > other.last


def moments(text: str, year: int = 0) -> Iterator[Moment]:
    """Dates in order. A month without a year has that of the date before it, else `year`; without either it is left out."""
    known = year
    for match in _TOKEN.finditer(text):
        told = int(match["year"] or match["year2"] or 0)
        known, guessed = told or known, not told
        span = _span(match, known) if known else None
        if span is not None:
            until = bool(_BEFORE.match(text, match.end()) or _BEFORE.match(text[match.end() : match.end() + 4]))
            yield Moment(match.start(), match.end(), *span, until, match["year2"] is not None, guessed)


def impossible(text: str, year: int = 0) -> Iterator[tuple[int, int]]:
    """Spans of days that no calendar has: 6月31日, 13月5日; 29 February where the year is known not to have one."""
    known = year
    for match in _TOKEN.finditer(text) if "月" in text or "-" in text else ():
        known = int(match["year"] or match["year2"] or 0) or known
        month, day = int(match["month"] or match["month3"] or 0), int(match["day"] or match["day3"] or 0)
        if match["year2"] or not (day or "月" in match.group()):
            continue
        length = _length(month, known)
        if not length or day > length or (day == 0 and (match["day"] or match["day3"])):
            yield match.span()


def _length(month: int, year: int) -> int:
    if not 1 <= month <= _MONTHS:
        return 0
    return calendar.monthrange(year or _LEAP, month)[1]


def _span(match: re.Match[str], year: int) -> tuple[date, date] | None:
    if match["year2"]:
        part = (match["part2"] or "")[-1:]
        return (
            date(year, 12 if part in ("底", "末") else 1, 1),
            date(year, 1 if part == "初" else 12, 31),
        )
    month = int(match["month"] or match["month3"] or 0)
    day = int(match["day"] or match["day3"] or 0)
    if not 1 <= month <= 12:
        return None
    length = calendar.monthrange(year, month)[1]
    if day:
        return (date(year, month, day), date(year, month, day)) if day <= length else None
    first, last = _DAYS.get(match["part"] or match["part3"] or "", (1, 31))
    return date(year, month, first), date(year, month, min(last, length))
