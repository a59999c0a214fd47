"""S11 未达标却满分: the target is not reached, yet the self score is full marks (财预〔2020〕10号第十六条 [知])."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crosschecks.params import texts
from crosschecks.reports.reached import Reached, reached
from crosschecks.rule import (
    Context,
    Dossier,
    Found,
    IndicatorRow,
    IndicatorTable,
    Kind,
    Profile,
    Report,
    Severity,
    points,
)
from crosschecks.shortfall import falls_short

_RATE: Final = re.compile("(?:产出)?(?:数量)?实际完成率|数量完成率|产出完成率|任务完成率")


@dataclass(frozen=True, slots=True)
class Params:
    """参数: nodes looked at."""

    of: tuple[str, ...]


def check(context: Context, params: Params) -> Iterator[Found]:
    """Lines with full self marks whose figures fall short."""
    for line in context.lines(params.of):
        if line.self_points is None or line.self_points != line.of or not falls_short(context, line):
            continue
        row = context.row(line)
        figures = f"（{row.actual}／{row.target}）" if row else ""
        yield Found(
            f"“{context.name(line)}”未完成目标{figures}却得满分。",
            f"{line.award.because.reckoning()}；填报{points(line.self_points)}",
            (context.place(line.path), *context.figures(line)),
            "请按完成比例扣分并写明原因，或核对完成值",
        )


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Lines with full marks, and 实际完成率 of a score table beside a table of targets and actuals."""
    for report in dossier.reports:
        for table in report.indicators:
            yield from _full_marks(table)
        yield from _completion_rate(report)


def _full_marks(table: IndicatorTable) -> Iterator[Found]:
    for row in table.lines:
        weight, score, told = row.number("weight"), row.number("score"), reached(row)
        if not weight or score != weight or told is None or told.met or told.due(weight) == weight:
            continue
        yield Found(
            f"“{row.shown}”未完成目标（{row.text('actual')}／{row.text('target')}）却得满分。",
            f"{told.reckoned()}；按比例应得{points(told.due(weight))}，填报{points(weight)}",
            (row.place("score"), row.place("actual"), row.place("target")),
            "请按完成比例扣分并写明原因，或核对完成值",
        )


def _completion_rate(report: Report) -> Iterator[Found]:
    """A rate of completion with full marks, while a quantity of the same report fell short (财预〔2013〕53号 实际完成率)."""
    short = [(row, told) for row, told in _quantities(report) if not told.met]
    if not short:
        return
    row, told = min(short, key=lambda pair: pair[1].share)
    for table in report.indicators:
        for rate in table.lines:
            weight = rate.number("weight")
            full = weight and rate.number("score") == weight and "actual" not in table.roles
            if full and weight and _RATE.fullmatch(rate.name) and told.due(weight) < weight:
                yield Found(
                    f"数量指标“{row.shown}”完成{row.text('actual')}（目标{row.text('target')}），“{rate.name}”却得满分{points(weight)}。",
                    f"{told.reckoned()}；{points(weight)}×{told.reckoned().rpartition('＝')[2]}＝{points(told.due(weight))}",
                    (rate.place("name"), rate.place("score"), row.place("actual"), row.place("target")),
                    "请按完成比例扣分并写明原因，或核对完成值",
                )


def _quantities(report: Report) -> list[tuple[IndicatorRow, Reached]]:
    rows = [row for table in report.indicators for row in table.lines if "数量" in row.level2_name]
    return [(row, told) for row in rows if (told := reached(row)) is not None]


KIND = Kind(
    "S11",
    "未达标却满分",
    Severity.ERROR,
    "财预〔2020〕10号",
    Params,
    {"of": texts},
    check,
    frozenset({"of"}),
    paper=check_paper,
)
