"""S09 定性指标得分落在档位 (财预〔2020〕10号第十六条): 达成 100–80 %, 部分达成 80–60 %, 未达成 60–0 % of the points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from crosschecks.rule import Dossier, Found, Kind, Profile, Severity, points

_MISSED: Final = re.compile(r"^(?:未达成|未完成|没有完成|基本未完成|未达到).{0,12}$|效果较差$")
_PARTLY: Final = re.compile(r"^(?:部分达成|部分完成).{0,20}$")
_DONE: Final = re.compile(r"^(?:达成|全部达成|全部完成|完成).{0,8}$|^达成(?:年度|预期)指标$")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Lines whose actual is one of the three grades in words."""
    for report in dossier.reports:
        for table in report.indicators:
            for row in table.lines:
                weight, score, level = row.number("weight"), row.number("score"), row.text("actual")
                band = _band(level, profile)
                if not weight or score is None or band is None:
                    continue
                low, high, open_end = weight * band[0], weight * band[1], band[1] < 1
                if low <= score < high or (not open_end and score == high):
                    continue
                yield Found(
                    f"“{row.shown}”评定为{level}，得分{points(score)}不在{points(low)}~{points(high)}之间。",
                    f"{points(weight)}×{band[0]:%}＝{points(low)}，{points(weight)}×{band[1]:%}＝{points(high)}，填报{points(score)}",
                    (row.place("score"), row.place("actual"), row.place("weight")),
                    "请按评定的档次给分，或核对完成情况",
                )


def _band(level: str, profile: Profile) -> tuple[Decimal, Decimal] | None:
    if _MISSED.search(level):
        return Decimal(0), profile.partly
    if _PARTLY.search(level):
        return profile.partly, profile.reached
    return (profile.reached, Decimal(1)) if _DONE.search(level) else None


KIND = Kind("S09", "定性指标得分落在档位", Severity.ERROR, "财预〔2020〕10号第十六条", paper=check_paper)
