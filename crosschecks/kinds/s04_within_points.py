"""S04 得分范围: 0 ≤ self score ≤ full marks (地方表注“得分不得超过该指标分值” [证])."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crosschecks.params import texts
from crosschecks.reports.told_points import parts_of
from crosschecks.rule import Context, Dossier, Found, Kind, Profile, Report, Severity, points
from scoring.sheet import ScoreLine


@dataclass(frozen=True, slots=True)
class Params:
    """参数: nodes looked at."""

    of: tuple[str, ...]


def check(context: Context, params: Params) -> Iterator[Found]:
    """Each line's self score against its full marks; 扣分项 have none and are taken off."""
    for line in context.lines(params.of):
        given, of = line.self_points, line.of
        if _is_penalty(context, line):
            yield from _penalty(context, line)
            continue
        if given is None or of is None or 0 <= given <= of:
            continue
        why = f"超出分值{points(of)}" if given > of else "为负"
        yield Found(
            f"“{context.name(line)}”得分{points(given)}{why}。",
            f"{points(given)}＞{points(of)}" if given > of else f"{points(given)}＜0分",
            (context.place(line.path),),
            f"请填0至{points(of)}之间的得分",
        )


def _penalty(context: Context, line: ScoreLine) -> Iterator[Found]:
    """Points to be taken off, written without their minus sign, would be added to the total."""
    given = line.self_points
    if given is None or given <= 0:
        return
    yield Found(
        f"“{context.name(line)}”是扣分项，填报{points(given)}会加到总分里。",
        f"{points(given)}＞0分",
        (context.place(line.path),),
        f"扣分请填负数，如 -{points(given).removesuffix('分')}；没有扣分的留空",
    )


def _is_penalty(context: Context, line: ScoreLine) -> bool:
    leaf = context.leaf(line)
    return leaf is not None and leaf.rule is not None and leaf.rule.params.get("penalty") == "yes"


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every line of every table; lines of deductions have no points to stay within."""
    for report in dossier.reports:
        yield from _in_prose(report)
        for table in report.indicators:
            for row in table.rows:
                weight, score = row.number("weight"), row.number("score")
                if weight is None or score is None or 0 <= score <= weight or "扣分" in row.level1_name or weight < 0:
                    continue
                yield Found(
                    f"“{row.shown}”得分{points(score)}超出分值{points(weight)}或为负。",
                    f"{points(score)}＞{points(weight)}" if score > weight else f"{points(score)}＜0分",
                    (row.place("score"), row.place("weight")),
                    f"得分应在0至{points(weight)}之间",
                )


def _in_prose(report: Report) -> Iterator[Found]:
    """产出指标满分50分，自评得分51分."""
    for part in (part for parts in parts_of(report).values() for part in parts):
        if part.full is not None and part.value > part.full.value:
            yield Found(
                f"“{part.name}”得分{points(part.value)}超出满分{points(part.full.value)}。",
                f"{points(part.value)}＞{points(part.full.value)}",
                (part.score.place(), part.full.place()),
                f"得分应在0至{points(part.full.value)}之间",
            )


KIND = Kind(
    "S04",
    "得分不超过分值",
    Severity.ERROR,
    "地方表注",
    Params,
    {"of": texts},
    check,
    frozenset({"of"}),
    paper=check_paper,
)
