"""T03 目标值前后一致 (财预〔2020〕10号第十三条：以批复的指标为准).

A target told in the goals and told again beside the results is the same figure. Indicators are matched by kind and by their words,
never by their order.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from crosschecks.reports.spoken import Spoken, alike, spoken
from crosschecks.rule import Dossier, Found, Kind, Profile, Severity

_SAME: Final = 0.7


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Goals and results of every report."""
    for report in dossier.reports:
        told = spoken(report)
        results = [one for one in told if one.part == "done"]
        for goal in (one for one in told if one.part == "goal"):
            for result in results:
                if result.kind == goal.kind and alike(goal.name, result.name) >= _SAME:
                    yield from _compared(goal, result)


def _compared(goal: Spoken, result: Spoken) -> Iterator[Found]:
    before, after = goal.target_numbers, result.target_numbers
    if len(before) != len(after):
        return
    for one, other in zip(before, after, strict=True):
        if one.unit == other.unit and one.value != other.value and not one.in_range:
            first = goal.target[one.start : one.end]
            second = result.target[other.start : other.end]
            yield Found(
                f"“{goal.kind}指标：{goal.name}”目标值前写{first}、后写{second}。",
                f"{first}≠{second}",
                (goal.target_place(), result.target_place()),
                "以批复的指标值为准，将两处改为一致",
            )


KIND = Kind("T03", "目标值前后一致", Severity.ERROR, "财预〔2020〕10号第十三条", paper=check_paper)
