"""T03 目标值前后一致 (财预〔2020〕10号第十三条：以批复的指标为准).

A target told in the goals or in the table and told again beside the results (目标45公里, 低于25万元的目标值) is the same figure. Indicators are
matched by their words, never by their order.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from crosschecks.reports.aims import Aim, core, repeated_aims, said_aims, same_name, table_aims
from crosschecks.reports.spoken import Spoken, alike, spoken
from crosschecks.rule import Dossier, Found, Kind, Profile, Report, Severity

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
    for group in dossier.groups:
        aims = [aim for report in group for aim in (*said_aims(report), *table_aims(report))]
        for report in group:
            yield from _repeated(report, aims)


def _repeated(report: Report, aims: list[Aim]) -> Iterator[Found]:
    """Targets told again among the results; one that any place of the goals agrees with is right."""
    for again in repeated_aims(report):
        named = [aim for aim in aims if aim.unit == again.unit and same_name(aim.name, again.name)]
        if named and all(aim.value != again.value for aim in named):
            first = named[0]
            yield Found(
                f"“{core(again.name)}”目标值前写{first.shown}、后写{again.shown}。",
                f"{first.shown}≠{again.shown}",
                (again.place, first.place),
                "以批复的指标值为准，将两处改为一致",
            )


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
