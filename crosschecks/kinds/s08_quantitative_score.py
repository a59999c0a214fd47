"""S08 定量得分: the self score of a quantitative line agrees with what the rule computes (财预〔2020〕10号第十六条 [知])."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from crosschecks.params import number, texts
from crosschecks.reports.reached import reached
from crosschecks.rule import Context, Dossier, Found, Kind, Profile, Severity, points


@dataclass(frozen=True, slots=True)
class Params:
    """参数: nodes looked at, tolerance in points."""

    of: tuple[str, ...]
    tolerance: Decimal = Decimal("0.1")


def check(context: Context, params: Params) -> Iterator[Found]:
    """Self against computed, line by line; the leaf that S07 watches is left to S07."""
    watched = {check.params.get("of") for check in context.blueprint.checks if check.rule == "S07"}
    for line in context.lines(params.of):
        gap = line.difference
        if gap is None or abs(gap) <= params.tolerance or line.key in watched or not context.is_quantitative(line):
            continue
        due, given = line.award.points or Decimal(0), line.self_points or Decimal(0)
        yield Found(
            f"“{context.name(line)}”按完成情况应得{points(due)}，填报{points(given)}。",
            f"{line.award.because.reckoning()}；填报{points(given)}",
            (context.place(line.path), *context.figures(line)),
            f"请核对指标值与完成值，或将得分改为{points(due)}",
            severity=Severity.WARNING if gap < 0 else None,  # a modest score is to be explained, not refused
        )


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Lines scored higher than their figures allow; full marks are S11's, and a lower score may follow a rule of the place."""
    for report in dossier.reports:
        for table in report.indicators:
            for row in table.lines:
                weight, score, told = row.number("weight"), row.number("score"), reached(row)
                if not weight or score is None or told is None or told.met or not 0 < score < weight:
                    continue
                due = told.due(weight)
                if score - due > max(profile.score, weight * profile.score / 10):
                    yield Found(
                        f"“{row.shown}”按完成情况应得{points(due)}，填报{points(score)}。",
                        f"{told.reckoned()}；×{points(weight)}＝{points(due)}，填报{points(score)}",
                        (row.place("score"), row.place("actual"), row.place("target"), row.place("weight")),
                        f"请核对指标值与完成值，或将得分改为{points(due)}",
                    )


KIND = Kind(
    "S08",
    "定量指标得分",
    Severity.ERROR,
    "财预〔2020〕10号",
    Params,
    {"of": texts, "tolerance": number},
    check,
    frozenset({"of"}),
    paper=check_paper,
)
