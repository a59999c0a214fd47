"""U05 区间端点 (档次、标准的区间须由小到大): the first end of a range is the smaller one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosschecks.reports.numbers import Range
from crosschecks.rule import Dossier, Fix, Found, Kind, Profile, Sentence, Severity, plain

_GRADES: Final = re.compile("分值|得分|计分|档|等次|（含）")


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
