"""I11 编号体例 (GB/T 9704-2012：结构层次序数依次用一、（一）1.（1）): headings whose numbers jump, repeat or change their shape.

Only headings in the papers' own prose. A count that begins again at one is a new list, unless it does so under the same chapter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from crosschecks.reports.sentences import Heading
from crosschecks.rule import Dossier, Found, Kind, Profile, Severity

_DIGITS: Final = {digit: value for value, digit in enumerate("零一二三四五六七八九十")}
_NUMBER: Final = re.compile(r"\d{1,2}|[一二三四五六七八九十]{1,3}")
_LEVELS: Final = {2: "一、", 3: "（一）"}
_SHAPES: Final = {4: 2, 5: 3}  # 1、 among 一、 and （1） among （一）


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every run of headings of a report."""
    for report in dossier.reports:
        own = [heading for heading in report.headings if heading.number and not heading.lead]
        strange = {id(heading): other for at, heading in enumerate(own) if (other := _in_place_of(own, at))}
        for run in _runs(own, strange):
            yield from _shapes(run, strange)
            yield from _run(run)


def _value(heading: Heading) -> int:
    match = _NUMBER.search(heading.number)
    told = match.group() if match else ""
    if told.isdigit():
        return int(told)
    tens, ten, units = told.rpartition("十")
    if not ten:
        return _DIGITS.get(told, 0)
    return 10 * _DIGITS.get(tens or "一", 1) + _DIGITS.get(units or "零", 0)


def _in_place_of(headings: Sequence[Heading], at: int) -> Heading | None:
    """A neighbour of the rank a heading has by its place, not by its shape: （2） between （一） and （三）, 1、 before 二、."""
    heading = headings[at]
    level = _SHAPES.get(heading.level)
    if level is None or any(
        other.level == heading.level for other in headings[max(0, at - 1) : at + 2] if other is not heading
    ):
        return None
    before, after = _near(headings, at, -1, level), _near(headings, at, 1, level)
    follows = (_value(before) if before else 0) == _value(heading) - 1
    goes_on = after is None or _value(after) == _value(heading) + 1
    return (before or after) if follows and goes_on else None


def _near(headings: Sequence[Heading], at: int, step: int, level: int) -> Heading | None:
    """The next heading of a level in one direction, before anything above it."""
    number = at + step
    while 0 <= number < len(headings) and headings[number].level >= level:
        if headings[number].level == level:
            return headings[number]
        number += step
    return None


def _runs(headings: Sequence[Heading], strange: Mapping[int, Heading]) -> Iterator[list[Heading]]:
    """Headings of one rank with nothing above them in between."""
    open_runs: dict[int, list[Heading]] = {}
    for heading in headings:
        rank = _SHAPES[heading.level] if id(heading) in strange else heading.level
        for level in [level for level in open_runs if level > rank]:
            yield open_runs.pop(level)
        if rank in _LEVELS:
            open_runs.setdefault(rank, []).append(heading)
    yield from open_runs.values()


def _shapes(run: Sequence[Heading], strange: Mapping[int, Heading]) -> Iterator[Found]:
    for heading in run:
        other = strange.get(id(heading))
        if other is not None:
            yield Found(
                f"标题编号“{heading.number.strip()}”不规范，同级标题用的是“{other.number.strip()}”。",
                f"{heading.number.strip()}与{other.number.strip()}不是同一体例",
                (heading.place, other.place),
                f"同级标题请统一用“{_LEVELS[_SHAPES[heading.level]]}”的写法",
            )


def _run(run: Sequence[Heading]) -> Iterator[Found]:
    for before, after in pairwise(run):
        first, second = _value(before), _value(after)
        again = (second == 1 and (after.level == 2 or first == 1)) or after.name == before.name
        if second == first + 1 or again or not first or not second:
            continue
        what = "重复" if second <= first else "不连续"
        yield Found(
            f"标题编号“{after.number.strip()}”{what}，前一个是“{before.number.strip()}”。",
            f"{before.number.strip()}之后应为第{first + 1}个，写的是第{second}个",
            (after.place, before.place),
            "请按顺序编号；漏了上一级标题的请补上",
        )


KIND = Kind("I11", "编号体例", Severity.WARNING, "GB/T 9704-2012", paper=check_paper)
