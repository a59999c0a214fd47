"""U05 区间端点 (档次、标准的区间须由小到大、首尾相接): the first end of a range is the smaller one, and the bands of a scale neither overlap nor leave a gap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from crosschecks.reports.bands import Break, breaks
from crosschecks.reports.grid import Grid
from crosschecks.reports.numbers import Range
from crosschecks.rule import Dossier, Fix, Found, GridCell, Kind, Profile, Sentence, Severity, plain

_GRADES: Final = re.compile("分值|得分|计分|档|等次|（含）")

_PURE: Final = re.compile(
    r"(?P<low>\d{1,9}(?:\.\d+)?)(?:（含）)?(?:元|分|岁|亩|人|%|万元)?(?:[—~至-]|—{2})(?P<high>\d{1,9}(?:\.\d+)?)(?:（含）|（不含）)?(?:元|分|岁|亩|人|%|万元)?"
)


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every range with a unit; 8-3=5 is a sum and no range."""
    for sentence in dossier.sentences():
        found_here = list(sentence.ranges())
        if _from_the_top(sentence, found_here):
            continue
        for found in found_here:
            if found.low.value > found.high.value and _is_range(sentence, found):
                low, high = plain(found.low.written), plain(found.high.written)
                place = sentence.place(found.low.start, found.high.end)
                yield Found(
                    f"区间{sentence.quote(found.low.start, found.high.end)}起止颠倒。",
                    f"{low}＞{high}",
                    (place,),
                    "请核对两端的数，改为由小到大",
                    fix=Fix(place, place.quote, turned) if (turned := _turned(sentence, found)) else None,
                )

        yield from (_broken(sentence, one) for one in breaks(sentence))
    for report in dossier.reports:
        for grid in report.grids:
            yield from _in_columns(grid)


def _broken(sentence: Sentence, one: Break) -> Found:
    lower, upper = (sentence.quote(band.start, band.end) for band in (one.lower, one.upper))
    return Found(
        f"分档“{lower}”与“{upper}”{'重叠' if one.overlap else '之间有空档'}。",
        f"{plain(one.upper.low or Decimal(0))}{'＜' if one.overlap else '＞'}{plain(one.lower.high or Decimal(0))}",
        tuple(sentence.place(band.start, band.end, "分档") for band in (one.lower, one.upper)),
        "请核对各档的起止，使首尾相接",
    )


def _in_columns(grid: Grid) -> Iterator[Found]:
    """Cells that are nothing but a range, in a column where the others go up."""
    columns: dict[int, list[tuple[GridCell, Decimal, Decimal]]] = {}
    for cell in grid.cells():
        match = _PURE.fullmatch(cell.flat)
        if match:
            columns.setdefault(cell.column, []).append((cell, Decimal(match["low"]), Decimal(match["high"])))
    for cells in columns.values():
        wrong = [(cell, low, high) for cell, low, high in cells if low > high]
        if len(wrong) == 1 and len(cells) > 2:
            cell, low, high = wrong[0]
            yield Found(
                f"区间{cell.flat}起止颠倒。",
                f"{plain(low)}＞{plain(high)}",
                (cell.place("区间"),),
                "请核对两端的数，改为由小到大",
            )


def _turned(sentence: Sentence, found: Range) -> str:
    """The ends the other way round; '' when they have not the same number of digits: one is then more likely mistyped."""
    (first, last), (start, end) = found.low.digits, found.high.digits
    low, high = sentence.quote(first, last), sentence.quote(start, end)
    if len(low) != len(high):
        return ""
    before, between = sentence.quote(found.low.start, first), sentence.quote(last, start)
    return f"{before}{high}{between}{low}{sentence.quote(end, found.high.end)}"


def _from_the_top(sentence: Sentence, found: list[Range]) -> bool:
    """Shares of points by grade are told from the top: 100%—80%（含）、80%—60%（含）、60%—0%."""
    shares = all(each.low.unit == "%" and each.low.value > each.high.value for each in found)
    return shares and (len(found) > 1 or bool(_GRADES.search(sentence.text)))


def _is_range(sentence: Sentence, found: Range) -> bool:
    around = (
        sentence.text[found.high.end : found.high.end + 1]
        + sentence.text[max(0, found.low.start - 1) : found.low.start]
    )
    return (
        bool(found.high.unit or found.low.unit)
        and found.low.unit == found.high.unit
        and not set(around) & set("=-+×÷*/＝")
    )


KIND = Kind("U05", "区间端点", Severity.ERROR, "档次与标准的通行写法", paper=check_paper)
