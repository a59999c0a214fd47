"""S19 总分无明细: a total score without any score below it (地方表式：临湘表 [种])."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from crosschecks.reports.together import companions, stated_total
from crosschecks.rule import Context, Dossier, Found, GridCell, Kind, Profile, Report, Severity, points

_LEVEL: Final = re.compile(r"指标|产出|效益|满意|决策|过程")
_ROWS: Final = 3
_MOST: Final = 100


@dataclass(frozen=True, slots=True)
class Params:
    """参数: none."""


def check(context: Context, _params: Params) -> Iterator[Found]:
    """One line in the whole score table, scored by hand: nobody can reckon it again."""
    total, lines = context.sheet.self_total, context.sheet.lines
    if total is None or len(lines) != 1 or context.row(lines[0]) is not None:
        return
    leaf = context.leaf(lines[0])
    if leaf is None or leaf.rule is None or leaf.rule.kind != "manual":
        return
    yield Found(
        f"综合得分{points(total)}没有评分明细支撑。",
        f"表上只有综合得分{points(total)}，没有各项指标的分值和得分",
        (context.place(lines[0].path),),
        "请留存评分底稿，并在报告中写明扣分的依据",
    )


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """A total in a table, while no row of it or of the tables about the same thing has points or a score."""
    for group in companions(dossier):
        if any(_has_scores(report) for report in group):
            continue
        for report in group:
            total = stated_total(report) if report.indicators or report.grids else None
            if total is not None and 0 < total[0] <= profile.total:
                yield Found(
                    f"综合得分{points(total[0])}没有评分明细支撑。",
                    f"表上只有综合得分{points(total[0])}，没有各项指标的分值和得分",
                    (total[1],),
                    "请附评分表，或在报告中写明扣分的依据",
                )


def _has_scores(report: Report) -> bool:
    """Points in rows of a table of indicators, or in rows of figures of a table whose columns nobody named."""
    rows = [row for table in report.indicators for row in table.lines]
    if any(row.number(role) is not None for row in rows for role in ("weight", "score", "raw")):
        return True
    read = [table.grid for table in report.indicators]
    return any(sum(_ends_in_points(row) for row in grid.rows) >= _ROWS for grid in report.grids if grid not in read)


def _ends_in_points(row: Sequence[GridCell]) -> bool:
    """产出指标（50分）|…|10个|25|25: two figures of points at the end, words before."""
    told = [cell for cell in row if cell.text]
    last = [cell.parsed.value for cell in told[-2:] if not cell.parsed.unit]
    values = [value for value in last if value is not None and value <= _MOST]
    in_points = len(told) > _ROWS and len(values) == len(told[-2:])
    return in_points and any(_LEVEL.search(cell.flat) for cell in told)


KIND = Kind("S19", "总分无明细", Severity.ERROR, "地方表式", Params, {}, check, paper=check_paper)
